import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { enrol, goTo, signIn } from '../walk.ts';

const ALL = [...EVERY_FACE, ...TIGHT_FACES];

/** Before the lock: joining, signing in, unlocking, and what each says when it does not work. */
export async function takeDoors(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await page.goto(demo.url);
  await studio.take(page, 'doors-enrol', ALL);
  await page.getByLabel('Codice').fill('D969-0000-0000');
  await page.getByLabel('Nome del dispositivo').fill('Unità mobile 2');
  await page.getByRole('button', { name: 'Collega' }).click();
  await page.getByText('Questo codice non va').waitFor();
  await studio.take(page, 'doors-enrol-trouble', ONE_EACH);
  await takeWithoutServer(studio, page);
  await inEnglish(studio, page, 'doors-enrol-en');

  await enrol(page, demo, { city: 'full', label: 'Unità mobile 2', username: 'marta' });
  await studio.take(page, 'doors-sign-in', ALL);
  await page.getByRole('button', { name: 'Entra' }).click();
  await studio.take(page, 'doors-sign-in-trouble', ONE_EACH);
  await inEnglish(studio, page, 'doors-sign-in-en');
  await signIn(page, 'marta');
  await lock(page);
  await page.getByText('Altra persona').click();
  await page.getByRole('button', { name: 'Entra' }).click();
  await signIn(page, 'youssef');
  await lock(page);
  await studio.take(page, 'doors-unlock', ALL);
  await inEnglish(studio, page, 'doors-unlock-en');
  await page.getByText('Marta Riva').click();
  await page.getByLabel('Password', { exact: true }).fill('sbagliata');
  await page.getByRole('button', { name: 'Sblocca' }).click();
  await page.getByText('Questa non è la password giusta').waitFor();
  await page.getByText('Password dimenticata?').click();
  await studio.take(page, 'doors-unlock-trouble', ONE_EACH);
  await page.context().setOffline(true);
  await page.getByText('Altra persona').click();
  await studio.take(page, 'doors-unlock-other-offline', ONE_EACH);
}

/** The server is there and cannot serve. */
async function takeWithoutServer(studio: Studio, page: Page): Promise<void> {
  const api = `**${API_BASE}/**`;
  await page.route(api, (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('button', { name: 'Collega' }).click();
  await page.getByText('Il server ha un problema').waitFor();
  await studio.take(page, 'doors-enrol-no-server', ONE_EACH);
  await page.unroute(api);
}

/** The lock screen has no switch: it speaks as whoever worked here chose. */
async function inEnglish(studio: Studio, page: Page, name: string): Promise<void> {
  for (const tongue of ['en', 'it']) {
    await page.evaluate((locale) => localStorage.setItem('taccuino.locale', locale), tongue);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (tongue === 'en') await studio.take(page, name, ONE_EACH);
  }
}

async function lock(page: Page): Promise<void> {
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Blocca adesso' }).click();
  await page.getByText('Altra persona').waitFor();
}
