// A household without a network: three people, a service for all of them, one who goes; and the same at the coordinator's.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enrol, signIn } from './pages/entrance.ts';
import { arrived, button, chip, field, isThere, link, pillSays, turnTo } from './pages/screen.ts';
import { openPerson, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

test('a household of three is made, served and split without a network, and is the same at the coordinator’s', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  await enrol(page, office().code, 'Unità mobile 2');
  await signIn(page, PEOPLE.marta);
  await pillSays(page, 'Tutto al sicuro');
  await tablet.line.cut();
  await step('one tap makes a household, and two people come into it', async () => {
    await registerPerson(page, { givenName: 'Ousmane', familyName: 'Diallo' });
    await registerPerson(page, { givenName: 'Fatou', familyName: 'Diallo' });
    await registerPerson(page, { givenName: 'Amina', familyName: 'Diallo' });
    await openPerson(page, 'amina', 'Amina D.');
    await button(page, 'Fai un nucleo').click();
    await arrived(page, 'Nucleo di Amina D.');
    await addMember(page, 'ousmane', 'Ousmane D.', 'Coniuge o partner');
    await addMember(page, 'fatou', 'Fatou D.', 'Figlio o figlia');
    await arrived(page, 'Nucleo di Amina D., Ousmane D. e 1 altro');
  });
  await step('a service for all of them: two taps to the form, where all three are ticked', async () => {
    await link(page, 'Servizio al nucleo').click();
    await arrived(page, 'Servizio al nucleo');
    for (const name of ['Amina D.', 'Ousmane D.', 'Fatou D.']) {
      expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true);
    }
    await chip(page, 'Che cosa avete fatto?', 'Orientamento').click();
    await button(page, 'Salva per 3 persone').click();
    await arrived(page, /^Nucleo di Amina/);
    await link(page, 'Gruppo di 3').waitFor();
  });
  await step('one of them goes and becomes a household of her own', async () => {
    await link(page, 'Dividi il nucleo').click();
    await page.getByRole('checkbox', { name: 'Fatou D.' }).click();
    await button(page, 'Nuovo nucleo con 1 persona').click();
    await arrived(page, 'Nucleo di Fatou D.');
    await turnTo(page, 'Persone');
    await field(page, 'Cerca una persona').fill('usmane');
    await button(page, /^Nuclei 1$/).click();
    await link(page, /^Nucleo di Amina D\. e Ousmane D\.$/).click();
    await isThere(page.getByRole('heading', { name: 'Chi ne faceva parte' }));
  });
  await step('with a network the coordinator sees the same', async () => {
    await tablet.line.restore();
    await pillSays(page, 'Tutto al sicuro');
    const desk = await takeTablet(office(), 'desk');
    const review = await desk.open();
    await enrol(review, office().code, 'Ufficio');
    await signIn(review, PEOPLE.chiara);
    await turnTo(review, 'Persone');
    await openPerson(review, 'ousmane', 'Ousmane D.');
    await link(review, /^Nucleo di Amina D\. e Ousmane D\.$/).click();
    await link(review, 'Gruppo di 3').waitFor();
    await isThere(review.getByRole('heading', { name: 'Chi ne faceva parte' }));
    await link(review, 'Fatou D.').waitFor();
    expect(desk.faults).toEqual([]);
  });
  expect(tablet.faults).toEqual([]);
});

async function addMember(page: Page, query: string, name: string, role: string): Promise<void> {
  await link(page, 'Aggiungi una persona').click();
  await page.getByRole('searchbox').fill(query);
  await button(page, name).click();
  await chip(page, 'Chi è nel nucleo?', role).click();
  await button(page, 'Salva').click();
  await arrived(page, /^Nucleo di/);
}
