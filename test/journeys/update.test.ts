import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { enrol, signIn, unlock } from './pages/entrance.ts';
import { arrived, button, field, isThere, pillSays } from './pages/screen.ts';
import { fillPerson, registerPerson } from './pages/writing.ts';
import { WORKER_PLACES } from './routes.ts';
import { makeSecondBuild } from './second-build.ts';
import { step } from './step.ts';
import { builtApp, PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const { marta } = PEOPLE;
const office = useOffice();

test('16: a new version waits while a form is half filled, takes over when asked, and leaves every page open offline', async () => {
  const next = await makeSecondBuild();
  onTestFinished(next.remove);
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  /** Requests that change something, and who answered them. */
  const written: { path: string; isFromWorker: boolean }[] = [];
  tablet.context().on('response', (response) => {
    if (response.request().method() === 'GET') return;
    written.push({ path: new URL(response.url()).pathname, isFromWorker: response.fromServiceWorker() });
  });
  const scripts = () =>
    page.locator('head script[src]').evaluateAll((all) => all.map((one) => one.getAttribute('src')));

  await enrol(page, office().code, 'Unità mobile 2');
  await signIn(page, marta);
  await pillSays(page, 'Tutto al sicuro');
  expect(await scripts()).not.toContainEqual(expect.stringContaining('next.js'));

  await step('a version is deployed in the middle of a form: nothing interrupts, the offer appears', async () => {
    await fillPerson(page, { givenName: 'Tesfaye', familyName: 'Bekele', note: 'Cerca il fratello' });
    await office().deploy(next.folder);
    // What the app does by itself every hour.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await isThere(page.getByText('Nuova versione pronta'));
    await arrived(page, 'Nuova persona');
    expect(await field(page, 'Cognome').inputValue()).toBe('Bekele');
  });
  await step('the old version still writes and sends', async () => {
    await field(page, 'Telefono').fill('010 555 1234');
    await pillSays(page, 'Tutto al sicuro');
  });
  await step('accepting starts the new version and keeps the draft', async () => {
    await button(page, 'Aggiorna ora').click();
    await unlock(page, marta);
    expect(await scripts()).toContainEqual(expect.stringContaining('next.js'));
    await arrived(page, 'Nuova persona');
    expect(await field(page, 'Nome').inputValue()).toBe('Tesfaye');
    expect(await field(page, 'Telefono').inputValue()).toBe('010 555 1234');
    await button(page, 'Salva').click();
    await pillSays(page, 'Tutto al sicuro');
  });
  await step('offline, every page of the new version opens', async () => {
    await office().cut();
    const other = await tablet.context().newPage();
    for (const [place, title] of WORKER_PLACES) {
      await other.goto(new URL(place, tablet.line.url).href);
      await arrived(other, title);
    }
  });
  await step('the worker answered nothing that writes', async () => {
    expect(written.map(({ path }) => path)).toContainEqual(expect.stringContaining('/push'));
    expect(written.filter(({ isFromWorker }) => isFromWorker)).toEqual([]);
  });
  expect(tablet.faults).toEqual([]);
});

test('a lock screen left open while another tab took the new version still opens', async () => {
  const next = await makeSecondBuild();
  onTestFinished(next.remove);
  await office().deploy(builtApp);
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  await enrol(page, office().code, 'Sportello 1');
  await signIn(page, marta);
  await registerPerson(page, { givenName: 'Liya', familyName: 'Girma' });
  await pillSays(page, 'Tutto al sicuro');
  await tablet.close();

  const left = await tablet.open();
  await arrived(left, 'Chi sei?');
  await office().deploy(next.folder);
  const other = await tablet.context().newPage();
  await other.goto(tablet.line.url);
  await unlock(other, marta);
  await other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await button(other, 'Aggiorna ora').click();
  await unlock(other, marta);
  await other.close();

  await left.bringToFront();
  await unlockTwice(left);
  await pillSays(left, 'Tutto al sicuro');
});

/** The old lock screen may have to start again once; whoever unlocks again is inside. */
async function unlockTwice(page: Page): Promise<void> {
  await unlock(page, marta).catch(() => unlock(page, marta));
}
