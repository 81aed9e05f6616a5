import type { Page } from 'playwright-core';
import { createEvent } from '../../journeys/pages/events.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, speak } from '../walk.ts';

const FACES: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, { size: 'phone', isWhole: true }];

/** The code of an event after its first hour: kept without a network, closed, and made late for a phone that cannot send any more. */
export async function takeInvitations(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Ufficio codici', username: 'lucia' });
  await takeOpen(studio, page, await newEvent(page));
  await takeLate(studio, page, await pastEvent(page));
}

async function takeOpen(studio: Studio, page: Page, event: string): Promise<void> {
  const volunteers = `${event}/volunteers`;
  await page.context().setOffline(true);
  await goTo(page, volunteers);
  await page.getByRole('button', { name: 'Riprova' }).waitFor();
  await studio.take(page, 'invitations-no-network', ONE_EACH);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Riprova' }).click();
  const make = page.getByRole('button', { name: 'Crea il codice' });
  await make.waitFor();
  await studio.take(page, 'invitations-none', FACES);
  await make.click();
  await page.locator('svg.qr').waitFor();
  await goTo(page, event);
  await page.context().setOffline(true);
  await goTo(page, volunteers);
  await page.locator('svg.qr').waitFor();
  await studio.take(page, 'invitations-kept', FACES);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Riprova' }).click();
  await page.getByRole('button', { name: 'Chiudi il codice' }).click();
  await studio.take(page, 'invitations-close', FACES);
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi il codice' }).click();
  await page.getByText('Il codice è chiuso').waitFor();
  await studio.take(page, 'invitations-closed', FACES);
}

async function takeLate(studio: Studio, page: Page, event: string): Promise<void> {
  const volunteers = `${event}/volunteers`;
  await goTo(page, event);
  await studio.take(page, 'invitations-late-event', [...ONE_EACH, { size: 'phone', isWhole: true }]);
  await inBoth(studio, page, 'invitations-late', volunteers);
  await page.getByRole('button', { name: 'Crea un codice per un’ora' }).click();
  await page.locator('svg.qr').waitFor();
  await inBoth(studio, page, 'invitations-late-made', volunteers);
  await page.context().setOffline(true);
  await goTo(page, event);
  await goTo(page, volunteers);
  await page.getByRole('button', { name: 'Riprova' }).waitFor();
  await studio.take(page, 'invitations-late-kept', ONE_EACH);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Riprova' }).click();
  await page.getByRole('button', { name: 'Chiudi il codice' }).click();
  await studio.take(page, 'invitations-late-close', ONE_EACH);
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi il codice' }).click();
  await page.getByText('Il codice è chiuso').waitFor();
  await studio.take(page, 'invitations-late-closed', FACES);
}

async function inBoth(studio: Studio, page: Page, name: string, path: string): Promise<void> {
  await speak(page, 'English');
  await goTo(page, path);
  await page.getByText(/^Looking/).waitFor({ state: 'detached' });
  await studio.take(page, `${name}-en`, ONE_EACH);
  await speak(page, 'Italiano');
  await goTo(page, path);
  await page.getByText(/^Guardo/).waitFor({ state: 'detached' });
  await studio.take(page, name, FACES);
}

/** Whatever the hour: without an end it lasts until midnight. */
async function newEvent(page: Page): Promise<string> {
  await createEvent(page, 'Cena di quartiere', 'Supporto sociale', 'Giardini di Brignole');
  await page.getByRole('link', { name: 'Codice per i volontari' }).waitFor();
  return new URL(page.url()).pathname;
}

async function pastEvent(page: Page): Promise<string> {
  await goTo(page, '/events');
  await page.getByRole('button', { name: /^Passati/ }).click();
  return firstLink(page, '/events/');
}
