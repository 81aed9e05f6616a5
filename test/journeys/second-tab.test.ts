import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enrol, lock, signIn, unlock } from './pages/entrance.ts';
import { createEvent } from './pages/events.ts';
import { arrived, field, isThere, link, pillSays, sees, turnTo } from './pages/screen.ts';
import { logContact, openPerson, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const { marta } = PEOPLE;
const office = useOffice();

test('a second tab opens without a password, follows, leaves the sending to the first, and locks with it', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  const first = await tablet.open();
  await enrol(first, office().code, 'Unità mobile 2');
  await signIn(first, marta);
  await pillSays(first, 'Tutto al sicuro');

  const pushing = new Set<Page>();
  tablet.context().on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/push')) pushing.add(request.frame().page());
  });
  const second = await tablet.context().newPage();
  await step('opens unlocked', async () => {
    await second.goto(tablet.line.url);
    await arrived(second, /Marta/);
  });
  await step('each follows what the other writes', async () => {
    await logContact(first, 'Legale');
    await sees(second, '1 servizio');
    await logContact(second, 'Orientamento');
    await sees(first, '2 servizi');
    await pillSays(first, 'Tutto al sicuro');
    await pillSays(second, 'Tutto al sicuro');
  });
  await step('only one of them sends', async () => {
    expect([...pushing]).toEqual([first]);
  });
  const third = await tablet.context().newPage();
  await step('when the sender is closed, the other takes over', async () => {
    await third.goto(tablet.line.url);
    await arrived(third, /Marta/);
    await first.close();
    await logContact(third, 'Primo contatto');
    await pillSays(third, 'Tutto al sicuro');
    await pillSays(second, 'Tutto al sicuro');
    expect(pushing.size).toBe(2);
  });
  await step('locking one locks both', async () => {
    await lock(third);
    await arrived(second, 'Chi sei?');
  });
  await step('who opened one of them and comes back to the other needs no password there', async () => {
    await unlock(third, marta);
    // Chromium without a screen shows all its tabs at once, so that none ever becomes visible by itself.
    await second.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await arrived(second, /Marta/);
  });
  expect(tablet.faults).toEqual([]);
});

test('reload, deep link and the back button behave as on any good site', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  await enrol(page, office().code, 'Sportello 1');
  await signIn(page, marta);
  await registerPerson(page, { givenName: 'Samira', familyName: 'Haddad' });
  await openPerson(page, 'haddad', 'Samira H.');
  const address = page.url();
  await page.locator('h1:focus', { hasText: 'Samira H.' }).waitFor();

  await step('what follows a form begins at its top, where a screen reader is told what it is', async () => {
    await page.setViewportSize({ width: 1280, height: 420 });
    await createEvent(page, 'Cena di quartiere', 'Supporto sociale', 'Giardini di Brignole');
    await page.locator('h1:focus', { hasText: 'Cena di quartiere' }).waitFor();
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await openPerson(page, 'haddad', 'Samira H.');
  });
  await step('back leads to the list with its search, and forward to the person', async () => {
    await page.goBack();
    await arrived(page, 'Persone');
    expect(await field(page, 'Cerca una persona').inputValue()).toBe('haddad');
    await page.goForward();
    await arrived(page, 'Samira H.');
  });
  await step('back out of a form leads where one came from, and what was typed waits', async () => {
    await link(page, 'Correggi la scheda').click();
    await field(page, 'Soprannome').fill('Sami');
    await page.goBack();
    await arrived(page, 'Samira H.');
    await page.goForward();
    await isThere(page.getByText('Riprendi da dove eri'));
    expect(await field(page, 'Soprannome').inputValue()).toBe('Sami');
    await page.goBack();
  });
  await step('a reload asks who one is and comes back to the same page', async () => {
    await page.reload();
    await unlock(page, marta);
    await arrived(page, 'Samira H.');
    expect(page.url()).toBe(address);
  });
  await step('an address opens in a new tab, and its way back leads to the list', async () => {
    const other = await tablet.context().newPage();
    await other.goto(address);
    await arrived(other, 'Samira H.');
    await other.getByRole('button', { name: 'Indietro' }).click();
    await arrived(other, 'Persone');
  });
  await step('an address that leads nowhere shows home', async () => {
    await page.goto(new URL('/nessuno', tablet.line.url).href);
    await arrived(page, /Marta/);
    await turnTo(page, 'Persone');
  });
  expect(tablet.faults).toEqual([]);
});
