// Somebody new is registered where they are needed: the form that asked for them goes on with them, and is done when it is saved.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sitDown } from './pages/desk.ts';
import { arrived, button, chip, field, link, sees, turnTo } from './pages/screen.ts';
import { logContact, openPerson, registerPerson, save } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

test('who is registered for a contact, a household, an appointment, a placement or a service is chosen there', async () => {
  const { tablet, page } = await sitDown(office(), 'Sportello', PEOPLE.marta);
  await tablet.line.cut();
  await step('a contact is linked, and its page says to whom', async () => {
    await logContact(page, 'Primo contatto');
    await openLastContact(page);
    await link(page, 'Collega a una persona').click();
    await registerFromHere(page, 'Diego');
    await button(page, 'Collega a Diego').click();
    await arrived(page, /Diego/);
    expect(await page.getByText('Questo contatto non si può collegare').count()).toBe(0);
  });
  await step('a household keeps the role that was chosen before, and is shown when the member is saved', async () => {
    await registerPerson(page, { givenName: 'Amina', familyName: 'Diallo' });
    await openPerson(page, 'amina', 'Amina D.');
    await button(page, 'Fai un nucleo').click();
    await arrived(page, 'Nucleo di Amina D.');
    await link(page, 'Aggiungi una persona').click();
    await chip(page, 'Chi è nel nucleo?', 'Coniuge o partner').click();
    await registerFromHere(page, 'Ousmane');
    await arrived(page, 'Aggiungi una persona');
    await sees(page, 'Ousmane');
    await button(page, 'Salva').click();
    await arrived(page, 'Nucleo di Amina D. e Ousmane');
    await sees(page, 'Coniuge o partner');
    await link(page, 'Aggiungi una persona').click();
    await arrived(page, 'Aggiungi una persona');
    expect(await button(page, 'Ricomincia').count()).toBe(0);
  });
  await step('who turns out to be here already is chosen like somebody new', async () => {
    await logContact(page, 'Legale');
    await openLastContact(page);
    await link(page, 'Collega a una persona').click();
    await button(page, /^Nuova persona/).click();
    await field(page, 'Nome').fill('Diallo');
    await field(page, 'Cognome').fill('Amina');
    await button(page, 'È la stessa persona: Amina D.').click();
    await button(page, 'Collega a Amina D.').click();
    await arrived(page, /Amina D\./);
  });
  await step('an appointment keeps what was typed', async () => {
    await turnTo(page, 'Strumenti');
    await link(page, 'Agenda').click();
    await link(page, 'Aggiungi un appuntamento').click();
    await field(page, 'Che cosa').fill('Colloquio');
    await button(page, 'Aggiungi una persona').click();
    await registerFromHere(page, 'Teodoro');
    await arrived(page, 'Nuovo appuntamento');
    await button(page, 'Cambia persona').waitFor();
    expect(await field(page, 'Che cosa').inputValue()).toBe('Colloquio');
    await save(page);
    await arrived(page, 'Agenda');
    await sees(page, 'Teodoro');
  });
  await step('a placement too', async () => {
    await turnTo(page, 'Abitare');
    await link(page, 'Nuovo inserimento').first().click();
    await chip(page, 'Che cosa fate per questa persona?', 'Ricerca casa').click();
    await registerFromHere(page, 'Isidora');
    await arrived(page, 'Nuovo inserimento');
    await save(page);
    await arrived(page, 'Abitare');
    await sees(page, 'Isidora');
  });
  await step('and a service, from which one is home again', async () => {
    await turnTo(page, 'Oggi');
    await link(page, 'Servizio a una persona').click();
    await registerFromHere(page, 'Callisto');
    await sees(page, 'Callisto');
    await chip(page, 'Che cosa avete fatto?', 'Orientamento').click();
    await save(page);
    await arrived(page, /Marta/);
  });
  expect(tablet.faults).toEqual([]);
});

test('a half-written person never takes over the next one, and is still there afterwards', async () => {
  const { tablet, page } = await sitDown(office(), 'Sportello 2', PEOPLE.dario);
  await tablet.line.cut();
  await logContact(page, 'Primo contatto');
  await turnTo(page, 'Oggi');
  await link(page, 'Nuova persona').click();
  await field(page, 'Nome').fill('Ulisse');
  await step('a contact is of somebody else', async () => {
    await openLastContact(page);
    await link(page, 'Collega a una persona').click();
    await button(page, 'Nuova persona').click();
    await arrived(page, 'Nuova persona');
    expect(await field(page, 'Nome').inputValue()).toBe('');
    await field(page, 'Nome').fill('Circe');
    await saveNew(page);
    await button(page, 'Collega a Circe').click();
    await arrived(page, /Circe/);
  });
  await step('who was searched for is written under that name, also from the start again', async () => {
    await turnTo(page, 'Persone');
    await field(page, 'Cerca una persona').fill('Penelope Rossi 1988');
    await button(page, 'Registra «Penelope Rossi 1988»').click();
    expect(await field(page, 'Nome').inputValue()).toBe('Penelope');
    await field(page, 'Telefono').fill('333 456 7218');
    await page.goBack();
    await button(page, 'Registra «Penelope Rossi 1988»').click();
    expect(await field(page, 'Telefono').inputValue()).toBe('333 456 7218');
    await button(page, 'Ricomincia').click();
    expect(await field(page, 'Cognome').inputValue()).toBe('Rossi');
    expect(await field(page, 'Telefono').inputValue()).toBe('');
  });
  await step('Ulisse waits where he was left', async () => {
    await turnTo(page, 'Oggi');
    await link(page, 'Continua').click();
    await arrived(page, 'Nuova persona');
    expect(await field(page, 'Nome').inputValue()).toBe('Ulisse');
  });
  expect(tablet.faults).toEqual([]);
});

test('a name that was searched for in vain is not typed twice', async () => {
  const { tablet, page } = await sitDown(office(), 'Sportello 3', PEOPLE.marta);
  await tablet.line.cut();
  const carriesWords = async (search: string) => {
    await field(page, search).fill('Penelope Rossi 1988');
    await button(page, 'Nuova persona').click();
    await arrived(page, 'Nuova persona');
    expect(await field(page, 'Nome').inputValue()).toBe('Penelope');
    expect(await field(page, 'Cognome').inputValue()).toBe('Rossi');
  };
  await step('from a service', async () => {
    await turnTo(page, 'Oggi');
    await link(page, 'Servizio a una persona').click();
    await carriesWords('Cerca per nome, soprannome o telefono');
  });
  await step('from a contact', async () => {
    await logContact(page, 'Primo contatto');
    await openLastContact(page);
    await link(page, 'Collega a una persona').click();
    await carriesWords('Cerca per nome, soprannome o telefono');
  });
  await step('from a placement', async () => {
    await turnTo(page, 'Abitare');
    await link(page, 'Nuovo inserimento').first().click();
    await carriesWords('Per chi?');
  });
  expect(tablet.faults).toEqual([]);
});

async function registerFromHere(page: Page, givenName: string): Promise<void> {
  await button(page, 'Nuova persona').click();
  await arrived(page, 'Nuova persona');
  await field(page, 'Nome').fill(givenName);
  await saveNew(page);
}

/** The form that comes next is saved by the same word. */
async function saveNew(page: Page): Promise<void> {
  await button(page, 'Salva').click();
  await page.getByRole('heading', { level: 1, name: 'Nuova persona' }).waitFor({ state: 'detached' });
}

async function openLastContact(page: Page): Promise<void> {
  await turnTo(page, 'Oggi');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Contatto/ })
    .last()
    .click();
}
