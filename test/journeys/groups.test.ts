// A group of eight without a network: one save, eight services, one row; taken back in one tap; whole after a crash; whole at the office,
// which validates or returns all of it in one go.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { countTaps, noteEffort } from './count-taps.ts';
import { enrol, signIn, unlock } from './pages/entrance.ts';
import { openRow, queueRow } from './pages/review.ts';
import { arrived, button, chip, field, isThere, link, pill, pillSays, sees, turnTo } from './pages/screen.ts';
import { logContact, registerPerson, save } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

const NAMES = ['Amina D.', 'Ousmane C.', 'Fatou S.', 'Bilal K.', 'Rosa P.', 'Samir H.'] as const;
const FAMILY_NAMES = ['Diallo', 'Camara', 'Sow', 'Khan', 'Perez', 'Haddad'] as const;
const WHAT = 'Che cosa avete fatto?';

test('a group of eight is saved offline in one go, undone in one tap, and arrives whole', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  let page = await tablet.open();
  await step('a worker who knows six people loses the network', async () => {
    await enrol(page, office().code, 'Sportello');
    await signIn(page, PEOPLE.marta);
    await pillSays(page, 'Tutto al sicuro');
    await tablet.line.cut();
    for (const [index, name] of NAMES.entries()) {
      await registerPerson(page, { givenName: name.split(' ')[0] ?? name, familyName: FAMILY_NAMES[index] ?? '' });
    }
    await logContact(page, 'Primo contatto');
  });
  await step('an anonymous contact takes at most four taps from home', async () => {
    await turnTo(page, 'Oggi');
    const effort = await countTaps(page, async () => {
      await link(page, 'Contatto anonimo').first().click();
      await chip(page, WHAT, 'Primo contatto').click();
      await save(page);
    });
    noteEffort('anonymous contact', effort);
    expect(effort.taps).toBeLessThanOrEqual(4);
  });
  await step('a service for somebody known takes as many', async () => {
    await turnTo(page, 'Oggi');
    const effort = await countTaps(page, async () => {
      await link(page, 'Servizio a una persona').click();
      await button(page, 'Amina D.').click();
      await chip(page, WHAT, 'Orientamento').click();
      await save(page);
    });
    noteEffort('service for a known person', effort);
    expect(effort.taps).toBeLessThanOrEqual(4);
  });
  await step('eight people, six by name: one save', async () => {
    await turnTo(page, 'Oggi');
    const effort = await countTaps(page, async () => {
      await openGroup(page);
      for (const name of NAMES) await page.getByRole('checkbox', { name }).click();
      for (let more = 0; more < 2; more++) await button(page, 'Una persona in più').click();
      await saveGroup(page);
    });
    noteEffort('service for a group of eight', effort);
    expect(effort.taps).toBeLessThanOrEqual(12);
    await pillSays(page, 'Senza rete · 17 salvati qui');
    await link(page, 'Gruppo di 8').waitFor();
  });
  const before = await step('one tap takes all of it back', async () => {
    await button(page, 'Annulla').click();
    await link(page, 'Gruppo di 8').waitFor({ state: 'detached' });
    await sees(page, '3 servizi · 3 persone');
    // A try to send them may have been on its way: then what takes them back is eight changes more.
    await pillSays(page, /^Senza rete · (9|25) salvati qui$/);
    const said = await pill(page, 'Senza rete').textContent();
    return Number(/\d+/.exec(said ?? '')?.[0]);
  });
  await step('and again; the same eight once more take five taps', async () => {
    await openGroup(page);
    for (const name of NAMES) await page.getByRole('checkbox', { name }).click();
    for (let more = 0; more < 2; more++) await button(page, 'Una persona in più').click();
    await saveGroup(page);
    await pillSays(page, `Senza rete · ${before + 8} salvati qui`);
    const effort = await countTaps(page, async () => {
      await openGroup(page);
      await button(page, 'Le stesse dell’ultima volta (8)').click();
      await saveGroup(page);
    });
    noteEffort('service for the same group of eight again', effort);
    expect(effort.taps).toBeLessThanOrEqual(5);
    await pillSays(page, `Senza rete · ${before + 16} salvati qui`);
  });
  await step('the browser dies; all of both groups is there, each one behind its row', async () => {
    await tablet.kill();
    page = await tablet.open();
    await unlock(page, PEOPLE.marta);
    await pillSays(page, `Senza rete · ${before + 16} salvati qui`);
    await link(page, 'Gruppo di 8').first().click();
    await arrived(page, 'Gruppo di 8');
    for (const name of NAMES) await link(page, name).waitFor();
    expect(await link(page, 'Contatto anonimo').count()).toBe(2);
  });
  const coordinator = await step('with a network the coordinator has every service to decide on', async () => {
    await tablet.line.restore();
    await pillSays(page, 'Tutto al sicuro');
    const desk = await takeTablet(office(), 'desk');
    const review = await desk.open();
    await enrol(review, office().code, 'Ufficio');
    await signIn(review, PEOPLE.chiara);
    // Six people, two contacts, one service, and two groups of eight.
    await link(review, /^Da validare\D*25/)
      .first()
      .waitFor();
    await openRow(review, 'Servizio · Gruppo di 8');
    await isThere(review.getByRole('link', { name: 'Apri da sola la scheda di Fatou S.' }));
    await button(review, /^Valida tutte e 8/).click();
    await link(review, /^Da validare\D*17/)
      .first()
      .waitFor();
    await link(review, 'Apri da sola la scheda di Rosa P.').click();
    await button(review, /^Valida(?! tutte)/)
      .last()
      .click();
    await queueRow(review, 'Servizio · Gruppo di 7').waitFor();
    return { desk, review };
  });
  await step(
    'what is wrong in all of them goes back with one comment, is one thing to do, and is corrected once',
    async () => {
      const { desk, review } = coordinator;
      await openRow(review, 'Servizio · Gruppo di 7');
      await button(review, /^Rimanda tutte e 7/).click();
      await field(review, 'Che cosa va corretto').fill('Manca la durata.');
      await button(review, 'Rimanda').click();
      await queueRow(review, 'Servizio · Gruppo di 7').waitFor({ state: 'detached' });
      await turnTo(page, 'Da sistemare');
      await link(page, 'Servizio · Gruppo di 7').click();
      await sees(page, 'Manca la durata.');
      await link(page, 'Correggi').click();
      await arrived(page, 'Correggi il gruppo');
      await button(page, /^Cambia: Quando e dove/).click();
      await field(page, 'Durata in minuti').fill('40');
      await button(page, 'Salva e rimanda').click();
      await arrived(page, 'Gruppo di 8');
      await openRow(review, 'Servizio · Gruppo di 7');
      await sees(review, 'Durata in minuti');
      expect(desk.faults).toEqual([]);
    },
  );
  expect(tablet.faults).toEqual([]);
});

async function openGroup(page: Page): Promise<void> {
  await link(page, 'Servizio a una persona').click();
  await button(page, 'Più persone insieme').click();
  await arrived(page, 'Più persone insieme');
}

async function saveGroup(page: Page): Promise<void> {
  await chip(page, WHAT, 'Orientamento').click();
  await button(page, 'Salva per 8 persone').click();
  await arrived(page, /Marta/);
}
