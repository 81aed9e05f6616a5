import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, saveContact, speak } from '../walk.ts';
import { beRefused } from './trouble.ts';

const PHONE_DARK: Face = { size: 'phone', theme: 'dark' };
const ALL: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, PHONE_DARK, { size: 'phone', isWhole: true }];
const DAY_MS = 24 * 60 * 60_000;

/** How work and access are looked after: refused changes at the desk, colleagues and passwords, risks and the rescue file. */
export async function takeCare(studio: Studio, demo: Demo): Promise<void> {
  const street = await studio.browse();
  await comeIn(street, demo, { city: 'full', label: 'Unità mobile 3', username: 'youssef' });
  const desk = await studio.browse();
  await beRefused(street, desk, demo);
  await takeArrived(studio, desk);
  // Of nobody who comes in later: the password they had is gone.
  const nora = ['--username', 'nora', '--name', 'Nora Villa', '--role', 'outreach'];
  await demo.admin(['account', 'create', '--municipality', 'c_d969', ...nora]);
  await takeAccess(studio, desk);
  await takeRisks(studio, street);
}

async function takeArrived(studio: Studio, page: Page): Promise<void> {
  // The pill of the street may have been red before: the refused change needs a moment to go up.
  await page.waitForTimeout(4_000);
  await goTo(page, '/attention');
  await page.getByText('non accettati').waitFor({ timeout: 60_000 });
  await studio.take(page, 'care-attention', ALL);
  const item = await firstLink(page, '/attention/arrived/');
  await goTo(page, item);
  await studio.take(page, 'care-arrived', ALL);
  await page.getByRole('button', { name: /^Rimanda a/ }).click();
  await studio.take(page, 'care-send-back', ONE_EACH);
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.getByRole('button', { name: 'Non serve' }).click();
  await studio.take(page, 'care-dismiss', ONE_EACH);
  await page.getByRole('button', { name: 'Annulla' }).click();
  await speak(page, 'English');
  await goTo(page, '/attention');
  await studio.take(page, 'care-attention-en', ONE_EACH);
  await goTo(page, item);
  await studio.take(page, 'care-arrived-en', ONE_EACH);
  await speak(page, 'Italiano');
  await page.context().setOffline(true);
  await goTo(page, '/attention');
  await page.getByText('Adesso non c’è rete').waitFor();
  await studio.take(page, 'care-attention-offline', ONE_EACH);
  await goTo(page, '/settings');
  await page.getByText('L’elenco delle persone è sul server').waitFor();
  await studio.take(page, 'care-settings-offline', ONE_EACH);
  await page.context().setOffline(false);
}

async function takeAccess(studio: Studio, page: Page): Promise<void> {
  await goTo(page, '/today');
  await goTo(page, '/settings');
  const account = (await page.getByRole('link', { name: /^Nora/ }).first().getAttribute('href')) ?? '';
  await studio.take(page, 'care-settings', [...ONE_EACH, PHONE_DARK, { size: 'phone', isWhole: true }]);
  await goTo(page, account);
  await page.getByText('Chiudi l’accesso').waitFor();
  await studio.take(page, 'care-account', ALL);
  await page.getByRole('button', { name: 'Chiudi l’accesso' }).click();
  await studio.take(page, 'care-account-close', ONE_EACH);
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.getByRole('button', { name: 'Fai una password nuova' }).click();
  await studio.take(page, 'care-account-reset', ONE_EACH);
  await page.getByRole('button', { name: 'Sì, fai la password' }).click();
  await page.getByText('La vedi solo adesso').waitFor();
  await studio.take(page, 'care-account-password', ALL);
  await goTo(page, '/settings/password');
  await page.getByLabel('Password nuova', { exact: true }).fill('corta');
  await page.getByRole('button', { name: 'Cambia la password' }).click();
  await studio.take(page, 'care-password', ALL);
  await speak(page, 'English');
  await goTo(page, account);
  await page.getByText('Close the access').waitFor();
  await studio.take(page, 'care-account-en', ONE_EACH);
  await goTo(page, '/settings/password');
  await studio.take(page, 'care-password-en', ONE_EACH);
  await speak(page, 'Italiano');
}

/** A phone that was long without a network, with a disk that fills up. */
async function takeRisks(studio: Studio, page: Page): Promise<void> {
  await page.context().setOffline(true);
  await saveContact(page, 0);
  await goTo(page, '/safety');
  await studio.take(page, 'care-safety', ALL);
  await page.evaluate(() => {
    navigator.storage.estimate = async () => ({ usage: 8_600_000_000, quota: 9_600_000_000 });
  });
  await page.clock.setSystemTime(Date.now() + 4 * DAY_MS);
  await page.getByRole('button', { name: 'Proteggi' }).click();
  await page.getByText('Lo spazio è quasi finito').first().waitFor();
  await page.getByRole('button', { name: 'Salva il file' }).click();
  await page.getByText('File salvato').waitFor();
  await studio.take(page, 'care-risks', ALL);
  await goTo(page, '/today');
  await studio.take(page, 'care-banner', EVERY_FACE);
  await speak(page, 'English');
  await goTo(page, '/safety');
  await studio.take(page, 'care-risks-en', [...ONE_EACH, { size: 'phone', isWhole: true }]);
}
