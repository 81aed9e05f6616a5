import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { PushRequest } from '../../src/protocol/push.ts';
import { makeSecondBuild } from '../browser/second-build.ts';
import { enrol, signIn, unlock } from './pages/entrance.ts';
import { queueRow } from './pages/review.ts';
import { arrived, button, field, isThere, pillSays, sees } from './pages/screen.ts';
import { fillPerson, logContact, registerPerson, save } from './pages/writing.ts';
import { WORKER_PLACES } from './routes.ts';
import { step } from './step.ts';
import { builtApp, PEOPLE } from './system.ts';
import { type Tablet, takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const { marta, chiara } = PEOPLE;
const office = useOffice();

test('16: a new version waits while a form is half filled, takes over when asked, and leaves every page open offline', async () => {
  const next = await makeSecondBuild(builtApp);
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
    // Green again only after the receipt of what was just saved: the pill of before says nothing of it.
    await save(page);
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

test('a new version that arrives while changes are being sent waits, loses nothing and sends nothing twice', async () => {
  const next = await makeSecondBuild(builtApp);
  onTestFinished(next.remove);
  await office().deploy(builtApp);
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  await enrol(page, office().code, 'Unità mobile 3');
  await signIn(page, marta);
  await pillSays(page, 'Tutto al sicuro');
  const post = await keepAnswersBack(tablet);
  const lookForUpdate = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

  await step('three contacts leave, and their answer is on its way', async () => {
    await tablet.line.cut();
    await pillSays(page, 'Senza rete');
    for (const what of ['Legale', 'Orientamento', 'Primo contatto']) await logContact(page, what);
    await tablet.line.restore();
    await post.isHolding();
    await sees(page, 'invio');
  });
  await step('a version is deployed: it is offered, and the sending goes on in the old one', async () => {
    await office().deploy(next.folder);
    await lookForUpdate();
    await isThere(page.getByText('Nuova versione pronta'));
    await sees(page, 'invio');
  });
  await step('the answer arrives: everything is safe, nothing went twice, and the update still waits', async () => {
    await post.deliver();
    await pillSays(page, 'Tutto al sicuro');
    expect(post.sent()).toHaveLength(3);
    expect(new Set(post.sent()).size).toBe(3);
    await isThere(page.getByText('Nuova versione pronta'));
  });
  await step('whoever says yes in the middle of the next sending finds everything on the server once', async () => {
    await logContact(page, 'Mediazione culturale');
    await post.isHolding();
    await button(page, 'Aggiorna ora').click();
    await unlock(page, marta);
    await post.letThrough();
    await pillSays(page, 'Tutto al sicuro');
    expect(new Set(post.sent()).size).toBe(4);
  });
  await step('the coordinator sees each of them once', async () => {
    const desk = await takeTablet(office(), 'desk');
    const review = await desk.open();
    await enrol(review, office().code, 'Ufficio');
    await signIn(review, chiara);
    await queueRow(review, /Contatto anonimo/)
      .nth(3)
      .waitFor();
    expect(await queueRow(review, /Contatto anonimo/).count()).toBe(4);
  });
  expect(tablet.faults).toEqual([]);
});

test('a lock screen left open while another tab took the new version still opens', async () => {
  const next = await makeSecondBuild(builtApp);
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

type Post = {
  /** Resolves when the office has taken a push whose answer the tablet does not have yet. */
  readonly isHolding: () => Promise<void>;
  readonly deliver: () => Promise<void>;
  /** From now on no answer waits. */
  readonly letThrough: () => Promise<void>;
  /** The ids of all changes that the office got, each as often as it got it. */
  readonly sent: () => readonly string[];
};

/** The office takes what is pushed; its answer waits on the way until it is delivered. */
async function keepAnswersBack(tablet: Tablet): Promise<Post> {
  const sent: string[] = [];
  const held: (() => Promise<void>)[] = [];
  let isOpen = false;
  await tablet.context().route('**/api/v1/push', async (route) => {
    const { changes } = PushRequest.parse(route.request().postDataJSON());
    const response = await route.fetch().catch(() => undefined);
    if (response === undefined) return route.abort();
    sent.push(...changes.map(({ change }) => change.id));
    if (isOpen) return route.fulfill({ response });
    // The page that asked may be gone by then, as after an update.
    held.push(() => route.fulfill({ response }).catch(() => undefined));
  });
  const deliver = async () => {
    for (const answer of held.splice(0)) await answer();
  };
  return {
    isHolding: () => expect.poll(() => held.length, { timeout: 20_000 }).toBeGreaterThan(0),
    deliver,
    async letThrough() {
      isOpen = true;
      await deliver();
    },
    sent: () => sent,
  };
}
