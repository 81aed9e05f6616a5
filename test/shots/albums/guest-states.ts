import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import { stateSays } from '../../journeys/pages/volunteer.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';

const ALL: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES];
const PHONE: readonly Face[] = [{ size: 'phone' }, { size: 'phone', isWhole: true }];
const DAY_MS = 24 * 60 * 60_000;

/** Whoever has finished leaves, and nothing stays. */
export async function takeEnd(studio: Studio, phone: Page): Promise<void> {
  await stateSays(phone, 'Tutto inviato');
  await phone.getByRole('button', { name: 'Ho finito' }).click();
  await studio.take(phone, 'guest-end', [...ONE_EACH, ...TIGHT_FACES]);
  await phone.getByRole('button', { name: 'Sì, ho finito' }).click();
  await phone.getByRole('heading', { name: 'Grazie!' }).waitFor();
  await studio.take(phone, 'guest-left', ALL);
}

/** The day before the event, and the day after, by the phone's own clock. */
export async function takeTimes(studio: Studio, phone: Page): Promise<void> {
  const now = Date.now();
  for (const [name, days] of [
    ['not-yet', -1],
    ['over', 2],
  ] as const) {
    await phone.clock.setSystemTime(now + days * DAY_MS);
    // Another language and back: the page looks at the clock anew.
    await phone.getByRole('button', { name: 'English', exact: true }).click();
    await phone.locator('html[lang="en"]').waitFor();
    await phone.getByRole('button', { name: 'Italiano', exact: true }).click();
    await phone.locator('html[lang="it"]').waitFor();
    await phone.getByRole('button', { name: /^\+1/ }).waitFor({ state: 'detached' });
    await studio.take(phone, `guest-${name}`, [...ALL, { size: 'phone', isWhole: true }]);
  }
}

/** A server that was restored from a backup knows the phone no more; a late code that does not go says so, too. */
export async function takeForgotten(studio: Studio, phone: Page): Promise<void> {
  const unknown = { type: 'tag:taccuino,2026:DeviceUnknown', title: 'unknown', status: 401 };
  const forget = { status: 401, contentType: 'application/problem+json', body: JSON.stringify(unknown) };
  await phone.context().setOffline(true);
  for (let tap = 0; tap < 4; tap++) await phone.getByRole('button', { name: /^\+1/ }).click();
  await phone.route(`**${API_BASE}/**`, (route) => route.fulfill(forget));
  await phone.context().setOffline(false);
  await stateSays(phone, 'Non può più inviare');
  await studio.take(phone, 'guest-forgotten', [...ALL, { size: 'phone', isWhole: true }]);
  await phone.getByRole('button', { name: 'العربية', exact: true }).click();
  await phone.locator('html[dir="rtl"]').waitFor();
  await studio.take(phone, 'guest-forgotten-ara', PHONE);
  await phone.getByRole('button', { name: 'Italiano', exact: true }).click();
}

/** Three that were counted reach the server too late, and somebody has to look at them. */
export async function takeTooLate(studio: Studio, phone: Page, letTimePass: () => Promise<void>): Promise<void> {
  await phone.context().setOffline(true);
  for (let tap = 0; tap < 3; tap++) await phone.getByRole('button', { name: /^\+1/ }).click();
  await letTimePass();
  await phone.context().setOffline(false);
  await phone.getByText(/^Arrivato tardi/).waitFor();
  await studio.take(phone, 'guest-too-late', [...ALL, { size: 'phone', isWhole: true }]);
}

/** Inside by a late code, with nothing to bring. */
export async function takeLate(studio: Studio, phone: Page): Promise<void> {
  await phone.getByText('L’evento è finito').first().waitFor();
  await studio.take(phone, 'guest-late-inside', ALL);
}
