import type { Page } from 'playwright-core';
import { readShownCode } from '../../journeys/pages/volunteer.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, speak } from '../walk.ts';

const PHONES: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, { size: 'phone', isWhole: true }];
/** How the languages call themselves; two of them are written from right to left. */
const TONGUES = [
  ['ara', 'العربية'],
  ['urd', 'اردو'],
  ['ben', 'বাংলা'],
  ['ukr', 'Українська'],
  ['fra', 'Français'],
  ['spa', 'Español'],
  ['eng', 'English'],
] as const;

/** A volunteer's phone, from the code to the end, and the public page where a certificate is checked. */
export async function takeGuest(studio: Studio, demo: Demo): Promise<void> {
  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'full', label: 'Ufficio eventi', username: 'lucia' });
  const door = await openDoor(studio, desk);
  await takeDoors(studio, demo);
  const phone = await studio.browse();
  await phone.goto(door);
  await phone.getByRole('button', { name: /^\+1/ }).waitFor();
  await studio.take(phone, 'guest-counter', PHONES);
  await takeCounting(studio, phone);
  await takeVerify(studio, demo);
}

/** The event of today, its code, and how the desk shows it. */
async function openDoor(studio: Studio, desk: Page): Promise<string> {
  await goTo(desk, '/events');
  await desk.getByRole('button', { name: /^Oggi/ }).click();
  const event = await firstLink(desk, '/events/');
  await goTo(desk, `${event}/volunteers`);
  await desk.getByRole('button', { name: 'Crea il codice' }).click();
  await desk.locator('svg.qr').waitFor();
  await studio.take(desk, 'guest-invitation', PHONES);
  await speak(desk, 'English');
  await goTo(desk, `${event}/volunteers`);
  await desk.locator('svg.qr').waitFor();
  await studio.take(desk, 'guest-invitation-en', ONE_EACH);
  return readShownCode(desk);
}

/** Without a code, with a wrong one, and without a network. */
async function takeDoors(studio: Studio, demo: Demo): Promise<void> {
  const phone = await studio.browse();
  for (const [name, path] of [
    ['no-code', '/door'],
    ['wrong-code', '/door#D969-WRONG'],
  ] as const) {
    await phone.goto('about:blank');
    await phone.goto(`${demo.url}${path}`);
    await phone.getByRole('heading', { level: 1 }).waitFor();
    await phone.locator('progress').waitFor({ state: 'detached' });
    await studio.take(phone, `guest-${name}`, EVERY_FACE);
  }
}

async function takeCounting(studio: Studio, phone: Page): Promise<void> {
  for (let tap = 0; tap < 3; tap++) await phone.getByRole('button', { name: /^\+1/ }).click();
  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: /^\+1/ }).click();
  await phone.waitForTimeout(1_500);
  await studio.take(phone, 'guest-offline', ONE_EACH);
  await phone.getByRole('button', { name: 'Leggi una tessera' }).click();
  await phone.waitForTimeout(1_500);
  await studio.take(phone, 'guest-scan', ONE_EACH);
  await phone.getByRole('button', { name: 'Chiudi' }).click();
  for (const [code, name] of TONGUES) {
    await phone.getByRole('button', { name, exact: true }).click();
    await phone.waitForFunction(
      (tongue) => document.querySelector('[aria-pressed="true"]')?.textContent === tongue,
      name,
    );
    await studio.take(phone, `guest-${code}`, [{ size: 'phone', isWhole: true }, ...TIGHT_FACES]);
  }
}

async function takeVerify(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await page.goto(`${demo.url}/verify`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await studio.take(page, 'verify', [...EVERY_FACE, ...TIGHT_FACES]);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Check a certificate').waitFor();
  await studio.take(page, 'verify-en', ONE_EACH);
}
