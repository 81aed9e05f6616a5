// The main job, line by line: written without a network, closed, reopened, sent by itself, reviewed, returned, corrected,
// validated; and a third person on the same tablet.

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cardAtDoor, enrol, lock, signIn, signInAsAnother, unlock } from './pages/entrance.ts';
import { giveBack, queueRow, queueTicks, validate } from './pages/review.ts';
import { arrived, button, field, link, pillSays, sees, turnTo } from './pages/screen.ts';
import { logContact, logService, openPerson, openPlacement, registerPerson, save } from './pages/writing.ts';
import { noteSeconds, step } from './step.ts';
import { type Office, openOffice, PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';

const { marta, dario, chiara } = PEOPLE;
let office: Office;
beforeAll(async () => {
  office = await openOffice(inject('officeTemplate'));
});
afterAll(() => office?.close());

test('a change written offline goes its whole road: saved, sent, seen, returned, corrected, validated', async () => {
  const tablet = await takeTablet(office, 'tablet');
  const desk = await takeTablet(office, 'desk');
  let street = await tablet.open();
  const review = await desk.open();

  await step('the worker enrols a tablet with a code and signs in once online', async () => {
    await enrol(street, office.code, 'Unità mobile 2');
    await signIn(street, marta);
    await pillSays(street, 'Tutto al sicuro');
  });
  await step('the coordinator sits at another device', async () => {
    await enrol(review, office.code, 'Ufficio');
    await signIn(review, chiara);
    await sees(review, 'Niente da validare');
  });
  await step('the network is gone', async () => {
    await office.cut();
    await pillSays(street, 'Senza rete');
  });
  await step('registers a person', () => registerPerson(street, { givenName: 'Amina', familyName: 'Diallo' }));
  await step('logs a service for her', () => logService(street, 'amina', 'Amina D.', 'Orientamento'));
  await step('logs an anonymous contact in at most four taps', async () => {
    expect(await logContact(street, 'Primo contatto')).toBeLessThanOrEqual(4);
    expect(await logContact(street, 'Legale')).toBeLessThanOrEqual(3);
  });
  await step('opens a housing placement', () => openPlacement(street, 'amina', 'Amina D.', 'Ricerca casa'));
  await step('all of it waits here', () => pillSays(street, 'Senza rete · 5 salvati qui'));

  await tablet.close();
  street = await tablet.open();
  await step('reopens still offline and unlocks with the password', () => unlock(street, marta));
  await step('finds everything', async () => {
    await pillSays(street, 'Senza rete · 5 salvati qui');
    await sees(street, '3 servizi');
    await openPerson(street, 'diallo', 'Amina D.');
    await sees(street, 'Orientamento');
    await sees(street, 'Percorso abitativo');
    await turnTo(street, 'Abitare');
    await sees(street, 'Amina D.');
  });
  await step('corrects one thing', async () => {
    await openPerson(street, 'diallo', 'Amina D.');
    await link(street, 'Correggi la scheda').click();
    await field(street, 'Soprannome').fill('Mina');
    await save(street);
    await pillSays(street, 'Senza rete · 6 salvati qui');
  });

  const networkBackMs = Date.now();
  await step('the network comes back and everything goes up by itself', async () => {
    await office.restore();
    await pillSays(street, 'Tutto al sicuro');
    noteSeconds('network back for all → everything safe', networkBackMs);
  });
  await step('the coordinator sees it within seconds', async () => {
    const safeMs = Date.now();
    await queueRow(review, 'Inserimento · Amina D.').waitFor();
    expect(await queueTicks(review).count()).toBe(5);
    noteSeconds('the worker’s changes safe → seen by the coordinator', safeMs);
  });

  await step('the worker goes offline again, the office does not', async () => {
    await tablet.line.cut();
    await pillSays(street, 'Senza rete');
  });
  await step('the coordinator validates some and returns one with a comment', async () => {
    await validate(review, 'Persona · Amina D.');
    await validate(review, 'Servizio · Amina D.');
    await giveBack(review, 'Inserimento · Amina D.', 'Aggiungi le persone nel nucleo.');
    await pillSays(review, 'Tutto al sicuro');
  });
  await step('the tablet receives the return when its network is back', async () => {
    await tablet.line.restore();
    await turnTo(street, 'Oggi');
    await sees(street, 'Tornato da Chiara');
    await pillSays(street, 'Tutto al sicuro');
  });
  await step('the worker corrects it offline', async () => {
    await tablet.line.cut();
    await pillSays(street, 'Senza rete');
    await link(street, 'Tornato da Chiara').click();
    await sees(street, 'Aggiungi le persone nel nucleo.');
    await link(street, 'Correggi').first().click();
    await arrived(street, 'Correggi l’inserimento');
    await street.locator('summary').first().click();
    await button(street, 'Una persona in più').click();
    await field(street, 'La tua risposta').fill('Sono madre e figlia.');
    await save(street, 'Salva e rimanda');
    await pillSays(street, 'Senza rete · 1 salvato qui');
  });
  await step('it syncs, and the coordinator validates it', async () => {
    await tablet.line.restore();
    await pillSays(street, 'Tutto al sicuro');
    const correctedMs = Date.now();
    await sees(review, 'corretto dopo il tuo commento');
    noteSeconds('correction safe → seen by the coordinator', correctedMs);
    await validate(review, 'Inserimento · Amina D.');
    await pillSays(review, 'Tutto al sicuro');
    await turnTo(street, 'Oggi');
    await link(street, 'Tutto quello che ho scritto').click();
    await button(street, /^Validati 3/).waitFor();
  });

  await step('a third person on the same tablet sees nothing of the first', async () => {
    await tablet.line.cut();
    await pillSays(street, 'Senza rete');
    await logContact(street, 'Primo intervento');
    await lock(street);
    await cardAtDoor(street, marta.name).getByText('1 da inviare').waitFor();
    await tablet.line.restore();
    await signInAsAnother(street, dario);
    await arrived(street, /Dario/);
    await sees(street, 'Oggi non hai ancora scritto niente');
    await pillSays(street, 'Tutto al sicuro');
    expect(await street.getByText(/Primo intervento|Marta/).count()).toBe(0);
    await lock(street);
    // Her vault stayed locked, and its work went up all the same.
    await cardAtDoor(street, marta.name)
      .getByText('1 salvato qui, già al sicuro sul server')
      .waitFor({ timeout: 60_000 });
  });
  await step('and what waited for the first has its answer when she is back', async () => {
    await unlock(street, marta);
    await pillSays(street, 'Tutto al sicuro');
    await queueRow(review, 'Contatto anonimo').nth(2).waitFor();
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});
