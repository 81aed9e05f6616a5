import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, speak } from '../walk.ts';

const WHOLE: Face = { size: 'phone', isWhole: true };
const VOICED: readonly Face[] = [
  { size: 'tablet' },
  { size: 'phone' },
  { size: 'phone', theme: 'dark' },
  { size: 'phone', isLarge: true },
];
/** How the languages of the informativa call themselves; the first ones stand for the rest in all sizes. */
const EVERYWHERE = [
  ['ara', 'العربية'],
  ['ita', 'Italiano'],
] as const;
const ELSEWHERE = [
  ['eng', 'English'],
  ['fra', 'Français'],
  ['spa', 'Español'],
  ['urd', 'اردو'],
  ['ben', 'বাংলা'],
  ['ukr', 'Українська'],
] as const;

/** What is shown to the person served, and what nobody should see. */
export async function takePrivacy(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 5', username: 'marta' });
  await goTo(page, '/people');
  const person = await firstLink(page, '/people/');
  await takeNotice(studio, page, person);
  await takeCover(studio, page, person);
}

/** The button on a page and on a form, and what it leads to. */
async function takeCover(studio: Studio, page: Page, person: string): Promise<void> {
  await goTo(page, person);
  await studio.take(page, 'privacy-person', [...EVERY_FACE, ...TIGHT_FACES]);
  await page.getByRole('button', { name: 'Nascondi lo schermo' }).click();
  await studio.take(page, 'privacy-cover', [...EVERY_FACE, ...TIGHT_FACES]);
  await page.getByRole('button', { name: 'Riprendi' }).click();
  await speak(page, 'English');
  await goTo(page, person);
  await page.getByRole('button', { name: 'Hide the screen' }).click();
  await studio.take(page, 'privacy-cover-en', ONE_EACH);
  await page.getByRole('button', { name: 'Carry on' }).click();
  await speak(page, 'Italiano');
}

async function takeNotice(studio: Studio, page: Page, person: string): Promise<void> {
  await goTo(page, person);
  await page.getByRole('button', { name: 'Mostra l’informativa' }).click();
  for (const [code, name] of EVERYWHERE) {
    await page.getByRole('button', { name, exact: true }).click();
    await studio.take(page, `privacy-notice-${code}`, [...EVERY_FACE, ...TIGHT_FACES]);
  }
  for (const [code, name] of ELSEWHERE) {
    await page.getByRole('button', { name, exact: true }).click();
    await studio.take(page, `privacy-notice-${code}`, ONE_EACH);
  }
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Indietro/ })
    .click();
  await takeVoices(studio, page, person);
  await goTo(page, '/people/new');
  await page.getByText('Altri dati').click();
  await studio.take(page, 'privacy-person-new', [WHOLE]);
  await speak(page, 'English');
  await goTo(page, person);
  await page.getByRole('button', { name: 'Show the privacy notice' }).click();
  await page.getByRole('button', { name: 'العربية', exact: true }).click();
  await studio.take(page, 'privacy-notice-ara-en', ONE_EACH);
  await page.keyboard.press('Escape');
  await speak(page, 'Italiano');
}

/** With a voice for every language, as a tablet has them and this browser has not; silent, because it is for a picture. */
async function takeVoices(studio: Studio, page: Page, person: string): Promise<void> {
  await page.evaluate(() => {
    const voices = ['ar', 'it', 'en', 'fr', 'es', 'ur', 'bn', 'uk'].map((lang) => ({ lang, localService: true }));
    globalThis.SpeechSynthesisUtterance = class {} as typeof SpeechSynthesisUtterance;
    const silent = { getVoices: () => voices, speak: () => {}, cancel: () => {}, addEventListener: () => {} };
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: { ...silent, removeEventListener: () => {} },
    });
  });
  await goTo(page, person);
  await page.getByRole('button', { name: 'Mostra l’informativa' }).click();
  for (const [code, name] of [...EVERYWHERE, ...ELSEWHERE]) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForFunction((tongue) => document.querySelector('.chip-on')?.textContent === tongue, name);
    await studio.take(page, `privacy-voice-${code}`, VOICED);
    await page.locator('.notice-text button').first().click();
    await studio.take(page, `privacy-reading-${code}`, [{ size: 'phone' }]);
  }
  await page.keyboard.press('Escape');
}
