// A household from its referral to the follow-up after its exit, all without a network; then its figures at the coordinator's.

import { expect, test } from 'vitest';
import { sitDown } from './pages/desk.ts';
import { figureSays } from './pages/events.ts';
import { arrived, chip, field, isThere, link, pillSays, sees, turnTo } from './pages/screen.ts';
import { openPlacement, registerPerson, save } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();
const MONTH = new Intl.DateTimeFormat('it', { month: 'long', year: 'numeric', timeZone: 'Europe/Rome' }).format();

test('a household is placed, told of, paid for, leaves and is asked after without a network; the sums are the same at the coordinator’s', async () => {
  const { tablet, page } = await sitDown(office(), 'Casa', PEOPLE.marta);
  const placement = () => arrived(page, 'Inserimento · Amina D.');
  await tablet.line.cut();
  await step('referred, and waiting for a reason, with what is due next and by whom', async () => {
    await registerPerson(page, { givenName: 'Amina', familyName: 'Diallo' });
    await openPlacement(page, 'amina', 'Amina D.', 'Contributo affitto');
    await turnTo(page, 'Abitare');
    await link(page, /^Amina D\./).click();
    await placement();
    await link(page, 'Segna perché aspetta o che cosa manca').click();
    await chip(page, 'Perché aspetta', 'Manca il colloquio').click();
    await field(page, 'Prossima cosa da fare').fill('Fissare il colloquio');
    await field(page, 'Chi la fa').fill('Dario');
    await save(page);
    await sees(page, 'Manca il colloquio');
    await sees(page, 'la fa Dario');
  });
  await step('moved in at once, and the reason for waiting is no more', async () => {
    await link(page, 'Correggi l’inserimento').click();
    await chip(page, 'A che punto è?', 'Inserito').click();
    await field(page, 'Perché salta o torna indietro?').fill('Casa trovata subito');
    await field(page, 'Data di ingresso').fill('oggi');
    await save(page);
    await placement();
    await sees(page, /Casa trovata subito\s· scritto da Marta/);
    expect(await page.getByText('Manca il colloquio').count()).toBe(0);
  });
  await step('the agenda asks for the month, once', async () => {
    await turnTo(page, 'Strumenti');
    await link(page, 'Agenda').click();
    await link(page, `Com’è andato ${MONTH}`).click();
    await field(page, 'Dove vive').selectOption('E7_2');
    await chip(page, 'Problemi', 'Nessun problema').click();
    await save(page);
    await arrived(page, 'Agenda');
    expect(await link(page, `Com’è andato ${MONTH}`).count()).toBe(0);
  });
  await step('a sum is promised, then paid', async () => {
    await turnTo(page, 'Abitare');
    await link(page, /^Amina D\./).click();
    await sees(page, MONTH);
    await link(page, 'Aggiungi un contributo').click();
    await chip(page, 'Misura', 'Contributo affitto').click();
    await field(page, 'Somma').fill('1.234,50');
    await save(page);
    await figureSays(page, 'Previsto', '1.234,50 €');
    await link(page, 'Tutti i conti').click();
    await link(page, /^1\.234,50/).click();
    await page.getByRole('button', { name: 'Segna come pagato oggi' }).click();
    await sees(page, 'Pagato il');
    await link(page, 'Apri l’inserimento').click();
    await figureSays(page, 'Pagato', '1.234,50 €');
  });
  await step('left, and asked after', async () => {
    await link(page, 'Prossimo passo: Accompagnamento').click();
    await field(page, 'Data di questo passo').fill('ieri');
    await save(page);
    const supported = page.getByRole('listitem').filter({ hasText: 'Accompagnamento' });
    await isThere(supported.filter({ hasText: 'ieri' }));
    await link(page, 'Prossimo passo: Uscita').click();
    await field(page, 'Esito dell’uscita').selectOption('AUTO');
    await field(page, 'Dove vive all’uscita').selectOption('AUTO');
    await save(page);
    await link(page, 'Verifica a 3 mesi').click();
    await field(page, 'Dove vive').selectOption('AUTO');
    await chip(page, 'Come', 'Per telefono').click();
    await save(page);
    const path = page.getByRole('list', { name: 'Tutto il percorso' });
    for (const line of ['Verifica a 3 mesi', 'Uscita', 'Pagato 1.234,50 €', 'Situazione del mese', 'Inserito']) {
      await isThere(path.getByText(line, { exact: true }));
    }
  });
  await step('with a network the coordinator sees the same sums', async () => {
    await tablet.line.restore();
    await pillSays(page, 'Tutto al sicuro');
    const { tablet: desk, page: review } = await sitDown(office(), 'Ufficio', PEOPLE.chiara);
    await turnTo(review, 'Strumenti');
    await link(review, 'Contributi').click();
    await figureSays(review, 'Pagato', '1.234,50 €');
    await isThere(review.getByRole('row', { name: /Amina D\. 1\.234,50 0,00 1\.234,50/ }));
    expect(desk.faults).toEqual([]);
  });
  expect(tablet.faults).toEqual([]);
});
