// An appointment and a referral, written and ended without a network; the calendar file that leaves the vault names nobody.

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enrol, signIn } from './pages/entrance.ts';
import { arrived, button, field, link, pillSays, sees, turnTo } from './pages/screen.ts';
import { openPerson, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

test('an appointment made and ended without a network reaches a colleague, and its calendar file names nobody', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  await step('a worker knows somebody and loses the network', async () => {
    await enrol(page, office().code, 'Sportello');
    await signIn(page, PEOPLE.marta);
    await registerPerson(page, { givenName: 'Amina', familyName: 'Diallo' });
    await pillSays(page, 'Tutto al sicuro');
    await tablet.line.cut();
  });
  await step('an appointment with her today, and one in three weeks', async () => {
    await makeAppointment(page, 'Visita in ospedale', 'oggi');
    await makeAppointment(page, 'Colloquio', inThreeWeeks());
    await sees(page, 'Visita in ospedale');
  });
  await step('today says it, the agenda has both, and the month shows its day', async () => {
    await turnTo(page, 'Oggi');
    await dueToday(page).getByRole('link', { name: 'Visita in ospedale' }).waitFor();
    await link(page, 'Tutta l’agenda').click();
    await arrived(page, 'Agenda');
    await sees(page, 'Visita in ospedale');
    await button(page, 'Calendario').click();
    await button(page, /^[^,]+, 1 cosa$/)
      .first()
      .waitFor();
    await sees(page, 'Visita in ospedale');
  });
  await step('the calendar file holds the hour and no word of a record', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Salva nel calendario del dispositivo').click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('SUMMARY:Taccuino: appuntamento');
    expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/);
    for (const word of ['Amina', 'Diallo', 'ospedale', 'Colloquio']) expect(text).not.toContain(word);
  });
  await step('two taps end it, and today is empty again', async () => {
    await button(page, 'Elenco').click();
    await link(page, 'Visita in ospedale').click();
    await arrived(page, 'Visita in ospedale');
    await button(page, 'Fatto').click();
    await sees(page, 'Fatto');
    await turnTo(page, 'Oggi');
    await dueToday(page).waitFor({ state: 'detached' });
  });
  await step('with a network the coordinator finds the other under everybody’s', async () => {
    await tablet.line.restore();
    await pillSays(page, 'Tutto al sicuro');
    const desk = await takeTablet(office(), 'desk');
    const review = await desk.open();
    await enrol(review, office().code, 'Ufficio');
    await signIn(review, PEOPLE.chiara);
    await turnTo(review, 'Strumenti');
    await link(review, 'Agenda').click();
    await arrived(review, 'Agenda');
    await sees(review, 'Colloquio');
    expect(await link(review, 'Visita in ospedale').count()).toBe(0);
    expect(desk.faults).toEqual([]);
  });
  expect(tablet.faults).toEqual([]);
});

const dueToday = (page: Page) =>
  page.locator('.card').filter({ has: page.getByRole('heading', { name: 'Da fare oggi' }) });

async function makeAppointment(page: Page, what: string, when: string): Promise<void> {
  await openPerson(page, 'amina', 'Amina D.');
  await link(page, 'Nuovo appuntamento').click();
  await arrived(page, 'Nuovo appuntamento');
  await field(page, 'Che cosa').fill(what);
  await field(page, 'Data').fill(when);
  await field(page, 'Ora').fill('16:30');
  await button(page, 'Salva').click();
  await arrived(page, 'Amina D.');
}

/** As one types a date; the list looks 30 days ahead. */
function inThreeWeeks(): string {
  const day = new Date(Date.now() + 21 * 86_400_000);
  return `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
}
