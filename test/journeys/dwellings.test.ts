// One bed and two households: two tablets give it away without a network, and one of the two decides.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookAt } from './look-for-barriers.ts';
import { sitDown } from './pages/desk.ts';
import { arrived, button, chip, field, folded, isThere, link, pillSays, sees, toldOf, turnTo } from './pages/screen.ts';
import { openPerson, openPlacement, registerPerson, save } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

test('two tablets offline give one bed to two households: both hold, the second is told, and one reason settles it', async () => {
  const marta = await sitDown(office(), 'Unità mobile 1', PEOPLE.marta);
  await step('a dwelling with one bed, and two people who look for one', async () => {
    const { page } = marta;
    await turnTo(page, 'Abitare');
    await link(page, 'Alloggi').click();
    await link(page, 'Nuovo alloggio').first().click();
    await field(page, 'Nome dell’alloggio').fill('Casa del porto');
    await chip(page, 'Che cosa si dà', 'Posti letto').click();
    await field(page, 'Posti').fill('1');
    await save(page);
    for (const [givenName, familyName, shownAs] of HOUSEHOLDS) {
      await registerPerson(page, { givenName, familyName });
      await openPlacement(page, givenName, shownAs, 'Accoglienza temporanea');
    }
    await pillSays(page, 'Tutto al sicuro');
  });
  const dario = await sitDown(office(), 'Unità mobile 2', PEOPLE.dario);

  await step('without a network each finds the free bed and takes it with one tap', async () => {
    await marta.tablet.line.cut();
    await dario.tablet.line.cut();
    await takeBed(marta.page, HOUSEHOLDS[0], (page) => lookAt(page, 'the search for a dwelling'));
    await takeBed(dario.page, HOUSEHOLDS[1]);
  });

  await step('with a network both see that there is no place for both', async () => {
    await marta.tablet.line.restore();
    await pillSays(marta.page, 'Tutto al sicuro');
    await dario.tablet.line.restore();
    await pillSays(dario.page, 'Tutto al sicuro');
    for (const { page } of [marta, dario]) {
      await turnTo(page, 'Da sistemare');
      await sees(page, '«Casa del porto»: 2 persone per 1 posto');
    }
  });

  await step('one writes why both stay, and nothing is left to decide for the other', async () => {
    const { page } = dario;
    await link(page, /Inserimento · Precious I\./).click();
    await sees(page, /arrivato dopo/);
    await isThere(link(page, 'Sposta Blessing O. in un altro alloggio'));
    expect(await lookAt(page, 'a decision on one bed')).toEqual([]);
    await field(page, 'Perché resta anche senza posto').fill('Divano letto fino a lunedì');
    await button(page, 'Restano tutti').click();
    await toldOf(page, 'Salvato su questo dispositivo');
    await sees(page, 'Niente da sistemare');
    await sees(marta.page, 'Niente da sistemare');
    await turnTo(marta.page, 'Abitare');
    await link(marta.page, 'Alloggi').click();
    await link(marta.page, /^Casa del porto/).click();
    await sees(marta.page, '1 persona in più dei posti');
    expect(await lookAt(marta.page, 'a dwelling')).toEqual([]);
  });

  await step(
    'one person more than there are places is asked about before it is saved, and a reason is answer enough',
    async () => {
      const { page } = marta;
      await link(page, /^Blessing O\./).click();
      await link(page, 'Correggi l’inserimento').click();
      await folded(page, 'Altri dati').click();
      for (let people = 0; people < 2; people += 1) await button(page, 'Una persona in più').click();
      const dialog = page.getByRole('dialog', { name: 'Salvare anche senza posto?' });
      await chip(page, 'A che punto è?', 'Inserito').click();
      await button(page, 'Salva').click();
      await page.getByRole('alert').getByText('Non è ancora salvato').waitFor();
      expect(await dialog.count(), 'nobody is asked about what cannot be saved').toBe(0);
      await chip(page, 'A che punto è?', 'Segnalato').click();
      await button(page, 'Salva').click();
      await dialog.getByText('«Casa del porto»: 3 persone per 1 posto').waitFor();
      expect(await lookAt(page, 'a question before saving')).toEqual([]);
      await dialog.getByRole('button', { name: 'Torna al modulo' }).click();
      await field(page, 'Perché resta anche senza posto').fill('Un neonato dorme con lei');
      await save(page);
      await toldOf(page, 'Salvato su questo dispositivo');
    },
  );
  expect([...marta.tablet.faults, ...dario.tablet.faults]).toEqual([]);
});

const HOUSEHOLDS = [
  ['Blessing', 'Osagie', 'Blessing O.'],
  ['Precious', 'Idahosa', 'Precious I.'],
] as const;

async function takeBed(
  page: Page,
  [givenName, , shownAs]: (typeof HOUSEHOLDS)[number],
  look: (page: Page) => Promise<readonly unknown[]> = async () => [],
): Promise<void> {
  await openPerson(page, givenName, shownAs);
  await link(page, 'Accoglienza temporanea').first().click();
  await arrived(page, `Inserimento · ${shownAs}`);
  await link(page, 'Trova alloggio').click();
  await arrived(page, 'Trova alloggio');
  await sees(page, '1 posto libero, quello che serve');
  expect(await look(page)).toEqual([]);
  await button(page, 'Prendi questo: Casa del porto').click();
  await arrived(page, `Inserimento · ${shownAs}`);
  await sees(page, 'Casa del porto');
}
