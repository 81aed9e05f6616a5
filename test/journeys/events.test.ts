// Twenty people at an event, written without a network and sent by itself; the coordinator validates the event with its list.

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { enrol, signIn } from './pages/entrance.ts';
import { copySheet, countUnknown, createEvent, figureSays, writeHours, writeNames } from './pages/events.ts';
import { openRow, queueRow, validate } from './pages/review.ts';
import { arrived, button, field, link, pillSays, sees } from './pages/screen.ts';
import { openPerson, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { type Office, openOffice, PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice(inject('officeTemplate'));
});
afterAll(() => office?.close());

test('an event offline with twenty presences and their hours reaches the coordinator, who validates it', async () => {
  const tablet = await takeTablet(office, 'tablet');
  const page = await tablet.open();
  await step('a worker knows two people', async () => {
    await enrol(page, office.code, 'Piazza');
    await signIn(page, PEOPLE.marta);
    await registerPerson(page, { givenName: 'Amina', familyName: 'Diallo' });
    await registerPerson(page, { givenName: 'Kofi', familyName: 'Mensah' });
    await pillSays(page, 'Tutto al sicuro');
    await tablet.line.cut();
    await pillSays(page, 'Senza rete');
  });
  await step('creates an event without a network', () =>
    createEvent(page, 'Puliamo la piazza', 'Pulizia', 'Piazza Tola'),
  );
  await step('writes who came: two by name, the rest by taps, one taken back', async () => {
    await link(page, 'Segna le presenze').click();
    await arrived(page, 'Segna le presenze');
    await writeNames(page, ['amina', 'mensah', 'diallo']);
    await figureSays(page, 'Presenze', '2');
    // Like a name that is registered, and not it: Enter takes nobody who is only alike, the arrows do.
    await field(page, 'Cerca una persona, o scrivi +12 per un gruppo').fill('Amino');
    await sees(page, 'Invio aggiunge: Persona sconosciuta, «Amino»');
    await page.keyboard.press('ArrowUp');
    await sees(page, 'Invio aggiunge: Amina D.');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await figureSays(page, 'Presenze', '3');
    await button(page, 'Annulla l’ultima').click();
    await figureSays(page, 'Presenze', '2');
    await figureSays(page, 'Persone registrate', '2');
    await field(page, 'Cerca una persona, o scrivi +12 per un gruppo').fill('+501');
    await sees(page, 'Per un gruppo scrivi + e quante persone sono, da 1 a 500: per esempio +12.');
    await field(page, 'Cerca una persona, o scrivi +12 per un gruppo').fill('+19');
    await sees(page, 'Invio aggiunge: 19 persone sconosciute');
    await field(page, 'Cerca una persona, o scrivi +12 per un gruppo').fill('');
    const taps = await countUnknown(page, 19);
    await button(page, 'Annulla l’ultima').click();
    await figureSays(page, 'Presenze', '20');
    expect(taps + (await writeHours(page, '2 h')), 'taps for the unknown and everybody’s hours').toBe(21);
    await figureSays(page, 'Ore', '40 h');
    await button(page, 'Fine').click();
    await arrived(page, 'Puliamo la piazza');
    await figureSays(page, 'Persone registrate', '2');
    expect(await page.title(), 'no title ever names anything').toBe('Taccuino');
  });
  await step('the person’s page tells the event', async () => {
    await openPerson(page, 'amina', 'Amina D.');
    await sees(page, 'Puliamo la piazza');
  });
  await step('a paper sheet of twenty lines by keyboard alone', async () => {
    await createEvent(page, 'Orto di tutti', 'Cura del verde', 'Giardini');
    await link(page, 'Trascrivi un foglio').click();
    await arrived(page, 'Trascrivi un foglio');
    const unknown = Array.from({ length: 16 }, (_, line) => `Xqz${line}`);
    await copySheet(page, [
      ['amina', '2,5'],
      ['mensah', ''],
      ['Amina Diallo', ''],
      ['Amino', ''],
      ...unknown.map((name) => [name, ''] as const),
    ]);
    await sees(page, '19 presenze');
    await button(page, 'Fine').click();
    await arrived(page, 'Orto di tutti');
    await figureSays(page, 'Presenze', '19');
    await figureSays(page, 'Persone registrate', '2');
    await figureSays(page, 'Ore', '47,5 h');
  });
  await step('everything goes up by itself', async () => {
    await tablet.line.restore();
    await pillSays(page, 'Tutto al sicuro');
  });

  const desk = await takeTablet(office, 'desk');
  const review = await desk.open();
  await step('the coordinator sees the figures with the event and validates', async () => {
    await enrol(review, office.code, 'Ufficio');
    await signIn(review, PEOPLE.chiara);
    await openRow(review, /Puliamo la piazza/);
    await sees(review, '2 persone · 20 presenze · 40 h');
    await validate(review, /Puliamo la piazza/);
    expect(await queueRow(review, /Presenza/).count()).toBe(0);
    await pillSays(review, 'Tutto al sicuro');
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});
