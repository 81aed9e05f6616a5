// What belongs to a person beside the record: a card, a home.

import type { Page } from 'playwright-core';
import { arrived, button, chip, field, link } from './screen.ts';
import { openPerson, save } from './writing.ts';

/** A card for a person; resolves with its code. */
export async function makeCard(page: Page, search: string, shownAs: string): Promise<string> {
  await openPerson(page, search, shownAs);
  await button(page, 'Fai una tessera').click();
  await arrived(page, 'Tessera');
  const code = await page
    .getByText(/^TC \S{5} /)
    .first()
    .textContent();
  if (code === null) throw new Error('the card shows no code');
  return code;
}

/** A placement of somebody who has lived there for months. */
export async function moveIn(page: Page, search: string, shownAs: string): Promise<void> {
  await openPerson(page, search, shownAs);
  await link(page, 'Apri un inserimento').click();
  await arrived(page, 'Nuovo inserimento');
  await chip(page, 'Che cosa fate per questa persona?', 'Ricerca casa').click();
  await chip(page, 'A che punto è?', 'Inserito').click();
  await field(page, 'Data di segnalazione').fill('1/7/2026');
  await field(page, 'Data di ingresso').fill('1/8/2026');
  await save(page);
}

/** The month that is to be told next, of who lives where they lived. */
export async function tellMonth(page: Page): Promise<void> {
  await link(page, /^Ingresso in alloggio/).click();
  await link(page, /^Scrivi /).click();
  await arrived(page, 'Com’è andato il mese');
  const situation = field(page, 'Dove vive');
  await situation.selectOption({ index: 1 });
  await save(page);
}
