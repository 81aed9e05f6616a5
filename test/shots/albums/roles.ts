import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo } from '../walk.ts';
import { takeNewRole } from './roles-new.ts';
import { takeTour } from './tour.ts';

const LEFT: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES];
const SWITCHED_OFF = 'Unità mobile 7';

/** Who does not work with people: the few pages of a volunteer, a monitor and an administrator, and what an administrator ends. */
export async function takeRoles(studio: Studio, demo: Demo): Promise<void> {
  const volunteer = await studio.browse();
  await comeIn(volunteer, demo, { city: 'full', label: 'Telefono di Vera', username: 'vera' });
  await goTo(volunteer, '/events');
  const event = await firstLink(volunteer, '/events/');
  await takeTour(studio, volunteer, 'roles-volunteer', [
    { name: 'events', path: '/events' },
    { name: 'event', path: event },
    { name: 'sheet', path: `${event}/sheet` },
    { name: 'safety', path: '/safety' },
    { name: 'settings', path: '/settings' },
  ]);
  const monitor = await studio.browse();
  await comeIn(monitor, demo, { city: 'full', label: 'Ufficio del monitoraggio', username: 'mario' });
  await takeTour(studio, monitor, 'roles-monitor', [
    { name: 'settings', path: '/settings' },
    { name: 'safety', path: '/safety' },
    { name: 'unknown', path: '/people' },
  ]);
  await takeAdministrator(studio, demo, volunteer);
  await takeNewRole(studio, demo);
}

async function takeAdministrator(studio: Studio, demo: Demo, volunteer: Page): Promise<void> {
  const tablet = await studio.browse();
  await comeIn(tablet, demo, { city: 'full', label: SWITCHED_OFF, username: 'marta' });
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Ufficio informatica', username: 'ada' });
  await goTo(page, '/settings');
  const account = await page.getByRole('link', { name: 'Vera Neri' }).getAttribute('href');
  await takeTour(studio, page, 'roles-admin', [
    { name: 'settings', path: '/settings', prepare: untilListed },
    { name: 'account', path: account ?? '', prepare: untilListed },
    { name: 'password', path: '/settings/password' },
  ]);
  await goTo(page, account ?? '');
  await page.getByRole('button', { name: 'Fai una password nuova' }).click();
  await studio.take(page, 'roles-admin-new-password', ONE_EACH);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Chiudi l’accesso' }).click();
  await studio.take(page, 'roles-admin-close', ONE_EACH);
  await page.getByRole('button', { name: 'Sì, chiudi' }).click();
  await page.getByText('L’accesso di Vera è chiuso').waitFor();
  await studio.take(page, 'roles-admin-closed', ONE_EACH);
  await volunteer.getByText('Il tuo accesso è stato chiuso').waitFor();
  await studio.take(volunteer, 'roles-left-account', LEFT);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: `Disattiva: ${SWITCHED_OFF}` }).click();
  await studio.take(page, 'roles-admin-switch-off', ONE_EACH);
  await page.getByRole('button', { name: 'Sì, disattiva' }).click();
  await takeSwitchedOff(studio, tablet);
  await page.context().setOffline(true);
  await goTo(page, '/safety');
  await goTo(page, '/settings');
  await page
    .getByText(/serve la rete/)
    .first()
    .waitFor();
  await studio.take(page, 'roles-admin-offline', EVERY_FACE);
}

/** The lists are on the server. */
async function untilListed(page: Page): Promise<void> {
  await page.getByText('Vera Neri').first().waitFor();
}

/** What a switched-off device says, in both languages: it still says so when it is opened again. */
async function takeSwitchedOff(studio: Studio, page: Page): Promise<void> {
  await page.getByText('Questo dispositivo è stato disattivato').waitFor();
  await studio.take(page, 'roles-left-device', LEFT);
  await page.evaluate(() => localStorage.setItem('taccuino.locale', 'en'));
  await page.reload();
  await page.getByText('This device was switched off').waitFor();
  await studio.take(page, 'roles-left-device-en', ONE_EACH);
}
