// What an outreach worker writes, from home and back to it.

import type { Locator, Page } from 'playwright-core';
import { arrived, button, chip, field, folded, link, sees, toldOf, turnTo } from './screen.ts';

/** A draft may lose what was typed within the last second, and nothing older. */
export const DRAFT_LOSS_MAX_MS = 1_000;

export type NewPerson = {
  readonly givenName: string;
  readonly familyName: string;
  readonly phone?: string;
  readonly note?: string;
};

export async function fillPerson(page: Page, person: NewPerson): Promise<void> {
  await turnTo(page, 'Oggi');
  await link(page, 'Nuova persona').click();
  await arrived(page, 'Nuova persona');
  await field(page, 'Nome').fill(person.givenName);
  await field(page, 'Cognome').fill(person.familyName);
  if (person.phone !== undefined) await field(page, 'Telefono').fill(person.phone);
  if (person.note !== undefined) {
    await folded(page, 'Altri dati').click();
    await field(page, 'Nota').fill(person.note);
  }
}

export async function registerPerson(page: Page, person: NewPerson): Promise<void> {
  await fillPerson(page, person);
  await save(page);
}

/** The person's page, found as one types. */
export async function openPerson(page: Page, search: string, shownAs: string): Promise<void> {
  await turnTo(page, 'Persone');
  await field(page, 'Cerca una persona').fill(search);
  await link(page, shownAs).first().click();
  await arrived(page, shownAs);
}

export async function logService(page: Page, search: string, shownAs: string, what: string): Promise<void> {
  await turnTo(page, 'Oggi');
  await link(page, 'Servizio a una persona').click();
  await field(page, 'Cerca per nome, soprannome o telefono').fill(search);
  await button(page, shownAs).first().click();
  await chip(page, 'Che cosa avete fatto?', what).click();
  const kind = chip(page, 'Dove?', 'Sportello');
  if (await kind.isVisible()) await kind.click();
  await save(page);
}

/** An anonymous contact from home, as a hurried person writes it; resolves with the taps it took. */
export async function logContact(page: Page, what: string): Promise<number> {
  const taps = await fillContact(page, what);
  await save(page);
  return taps + 1;
}

export async function fillContact(page: Page, what: string): Promise<number> {
  let taps = 0;
  const tap = async (where: Locator) => {
    taps += 1;
    await where.click();
  };
  await turnTo(page, 'Oggi');
  await tap(link(page, 'Contatto anonimo').first());
  await arrived(page, 'Contatto anonimo');
  await chip(page, 'Che cosa avete fatto?', what).waitFor();
  // Only the first contact of all asks where: from then on the last place is already there.
  const place = chip(page, 'Dove?', 'Unità mobile');
  if (await place.isVisible()) await tap(place);
  await tap(chip(page, 'Che cosa avete fatto?', what));
  return taps;
}

export async function openPlacement(page: Page, search: string, shownAs: string, measure: string): Promise<void> {
  await openPerson(page, search, shownAs);
  await link(page, 'Apri un inserimento').click();
  await arrived(page, 'Nuovo inserimento');
  await sees(page, shownAs);
  await chip(page, 'Che cosa fate per questa persona?', measure).click();
  await save(page);
}

/** Taps the verb, and waits until the form is gone: the news of the save before may still be on the screen. */
export async function save(page: Page, verb = 'Salva'): Promise<void> {
  const form = page.locator('form').filter({ has: button(page, verb) });
  await button(page, verb).click();
  await form.waitFor({ state: 'detached' });
  await toldOf(page, 'Salvato su questo dispositivo');
}
