import type { Page } from 'playwright-core';
import { arrived, button, chip, field, folded, link, toldOf, turnTo } from './screen.ts';
import { save } from './writing.ts';

/** Civic engagement: an event, and who came to it. */
export async function createEvent(page: Page, title: string, type: string, place: string): Promise<void> {
  await turnTo(page, 'Eventi');
  await link(page, 'Nuovo evento').first().click();
  await arrived(page, 'Nuovo evento');
  await field(page, 'Titolo').fill(title);
  await chip(page, 'Che cosa fate?', type).click();
  await field(page, 'Luogo').fill(place);
  await save(page);
  await arrived(page, title);
}

/** On the event's page; a row stays empty where there is no name. */
export async function writeShifts(page: Page, names: readonly string[]): Promise<void> {
  await link(page, 'Correggi l’evento').click();
  await folded(page, 'Altri dati').click();
  for (const [at, name] of names.entries()) {
    await button(page, 'Aggiungi un turno').click();
    await field(page, `Nome del turno ${at + 1}`).fill(name);
  }
  await save(page);
}

/** The names by keyboard alone, one Enter each. */
export async function writeNames(page: Page, names: readonly string[]): Promise<void> {
  await field(page, SEARCH).focus();
  for (const name of names) {
    await page.keyboard.type(name);
    await page.getByRole('list', { name: 'Persone trovate' }).waitFor();
    await page.keyboard.press('Enter');
    await toldOf(page, /presente|già qui/);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value === '');
  }
}

/** Lines of a paper sheet: the name, Enter, the hours (the ones before stay), Enter. No finger leaves the keyboard. */
export async function copySheet(page: Page, lines: readonly (readonly [name: string, hours: string])[]): Promise<void> {
  const name = page.getByLabel(/^Riga \d+: nome$/);
  await name.focus();
  for (const [who, hours] of lines) {
    await page.keyboard.type(who);
    await page.keyboard.press('Enter');
    if (hours !== '') await page.keyboard.type(hours);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const first = document.querySelector<HTMLInputElement>('form input');
      return first?.value === '' && document.activeElement === first;
    });
  }
}

export async function countUnknown(page: Page, taps: number): Promise<number> {
  for (let tap = 0; tap < taps; tap++) await button(page, '+1 persona sconosciuta').click();
  return taps;
}

/** Two taps for everybody. */
export async function writeHours(page: Page, hours: string): Promise<number> {
  await chip(page, 'Quante ore, per tutti', hours).click();
  await button(page, 'Scrivi le ore').click();
  await toldOf(page, /Ore scritte/);
  return 2;
}

/** One of the large figures: "Presenze" 20. */
export const figureSays = (page: Page, label: string, value: string): Promise<void> =>
  page.locator('.figure').filter({ hasText: label }).getByText(value, { exact: true }).waitFor();

const SEARCH = 'Cerca una persona, o scrivi +12 per un gruppo';
