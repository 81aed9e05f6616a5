// A course from nothing to its figures without a network, and at the coordinator's once there is one.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { enrolmentToCode } from '../../src/domain/enrolment-code.ts';
import { filmOf } from '../browser/film-of-code.ts';
import { enrol, signIn, unlock } from './pages/entrance.ts';
import { figureSays } from './pages/events.ts';
import { arrived, button, chip, field, isThere, link, pillSays, sees, toldOf, turnTo } from './pages/screen.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

test('a course is written, filled and ticked without a network, and its figures are the same at the coordinator’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'film-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const film = join(folder, 'code.y4m');
  const tablet = await takeTablet(office(), 'tablet', { film });
  const page = await tablet.open();
  await enrol(page, office().code, 'Aula');
  await signIn(page, PEOPLE.marta);
  await pillSays(page, 'Tutto al sicuro');
  await tablet.line.cut();
  await step('a course with one session of two hours', async () => {
    await turnTo(page, 'Strumenti');
    await link(page, 'Formazione').click();
    await link(page, 'Nuovo corso').first().click();
    await field(page, 'Titolo').fill('Accoglienza allo sportello');
    await saveTo(page, 'Accoglienza allo sportello');
    await link(page, 'Aggiungi un incontro').click();
    await saveTo(page, 'Accoglienza allo sportello');
  });
  await step(
    'two operators, one of a municipality outside the network; the same one twice is said at once',
    async () => {
      await enrolOperator(page, 'Lea', 'Rossi', 'Savona');
      await saveTo(page, 'Accoglienza allo sportello');
      await enrolOperator(page, 'Ugo', 'Bruno', 'Genova');
      await saveTo(page, 'Accoglienza allo sportello');
      await enrolOperator(page, 'rossi', 'LEA', 'Savona');
      await button(page, 'Salva').click();
      await isThere(page.getByText('Questa persona è già iscritta al corso.'));
      await link(page, 'Apri l’iscrizione che c’è già').click();
      await arrived(page, 'Lea Rossi');
    },
  );
  await step('a code before the camera is one presence, and once', async () => {
    await writeFile(film, filmOf(enrolmentToCode(new URL(page.url()).pathname.split('/').at(-1) ?? '')));
    await turnTo(page, 'Strumenti');
    await link(page, 'Formazione').click();
    await link(page, 'Accoglienza allo sportello').click();
    await link(page, /^Incontro/).click();
    await button(page, 'Inquadra i codici').click();
    await toldOf(page, 'Lea Rossi: presente');
    expect(await page.getByRole('checkbox', { name: 'Lea Rossi' }).isChecked()).toBe(true);
    await button(page, 'Chiudi la fotocamera').click();
    await button(page, 'Inquadra i codici').click();
    await toldOf(page, 'Lea Rossi è già tra i presenti.');
    await sees(page, '1 di 2 presenti');
    await page.goBack();
    await arrived(page, 'Accoglienza allo sportello');
    await figureSays(page, 'Persone formate', '1');
    await figureSays(page, 'Ore di presenza', '2 h');
    await sees(page, 'Savona: 1');
  });
  await step('the tablet goes round for anonymous answers, and every way out of that locks', async () => {
    await link(page, 'Passa il tablet').click();
    await isThere(page.getByRole('heading', { name: 'Com’è andato il corso?' }));
    await button(page, 'Invia').click();
    await isThere(page.getByText('Rispondi almeno a una domanda.'));
    await chip(page, 'Il corso ti è stato utile?', '4').click();
    await button(page, 'Invia').click();
    await isThere(page.getByRole('heading', { name: 'Grazie!' }));
    await button(page, 'Comincia').click();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.goBack();
    await unlock(page, PEOPLE.marta);
    await arrived(page, 'Accoglienza allo sportello');
    await sees(page, '1 risposta.');
    expect(await page.getByText('4 su 5').count()).toBe(0);
  });
  await step('with a network the coordinator sees the same', async () => {
    await tablet.line.restore();
    await pillSays(page, 'Tutto al sicuro');
    const desk = await takeTablet(office(), 'desk');
    const review = await desk.open();
    await enrol(review, office().code, 'Ufficio');
    await signIn(review, PEOPLE.chiara);
    await turnTo(review, 'Strumenti');
    await link(review, 'Formazione').click();
    await figureSays(review, 'Iscritti', '2');
    await figureSays(review, 'Hanno completato', '1');
    await checkCertificate(review);
    expect(desk.faults).toEqual([]);
  });
  expect(tablet.faults).toEqual([]);
});

/** From the enrolment to the public page in a browser that never signed in, and back to withdraw it. */
async function checkCertificate(review: Page): Promise<void> {
  await step('who attended enough gets a certificate that anybody can check, without a name', async () => {
    await link(review, 'Accoglienza allo sportello').click();
    await link(review, 'Ugo Bruno').click();
    await arrived(review, 'Ugo Bruno');
    expect(await button(review, 'Rilascia l’attestato').count()).toBe(0);
    await review.goBack();
    await link(review, 'Lea Rossi').click();
    await button(review, 'Rilascia l’attestato').dblclick();
    await arrived(review, 'Attestato');
    await sees(review, 'Lea Rossi');
    await pillSays(review, 'Tutto al sicuro');
    const code = (await review.locator('.certificate-check .num').textContent()) ?? '';
    const stranger = await takeTablet(office(), 'stranger');
    const page = await stranger.open(`/verify#${code.replaceAll(' ', '')}`);
    await isThere(page.getByText('Questo attestato è valido'));
    await sees(page, 'Accoglienza allo sportello');
    await sees(page, 'Comune di Genova');
    expect(await page.locator('body').textContent()).not.toMatch(/Lea|Rossi/);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    await button(page, 'English').click();
    await isThere(page.getByText('This certificate is valid'));
    await review.goBack();
    await button(review, 'Indietro').click();
    await link(review, /^Incontro/)
      .first()
      .click();
    await review.getByRole('checkbox', { name: 'Lea Rossi' }).uncheck();
    await button(review, 'Indietro').click();
    await link(review, 'Lea Rossi').click();
    await sees(review, 'Adesso risultano 0 h: per l’attestato non bastano più.');
    expect(await link(review, /^Rilasciato il/).count(), 'however quickly it was tapped').toBe(1);
    await link(review, /^Rilasciato il/).click();
    await button(review, 'Ritira l’attestato').click();
    await isThere(review.getByText('Questo attestato è ritirato'));
    await pillSays(review, 'Tutto al sicuro');
    await button(page, 'Check').click();
    await isThere(page.getByText('This certificate was withdrawn'));
    const typed = field(page, 'Code of the certificate');
    const withdrawn = page.getByText('This certificate was withdrawn');
    await typed.fill('D969 22222 22222 22222 22222');
    await withdrawn.waitFor({ state: 'detached' });
    await typed.fill(code);
    await isThere(withdrawn);
    await typed.fill('D969 22222 22222 22222 22222');
    await button(page, 'Check').click();
    await isThere(page.getByText('No certificate has this code.'));
    await stranger.line.cut();
    await typed.fill('D969 12345');
    await button(page, 'Check').click();
    await isThere(page.getByText('This is not the code of a certificate.'));
    expect(await page.getByText('No certificate has this code.').count(), 'said of another code').toBe(0);
    expect(stranger.faults).toEqual([]);
  });
}

async function enrolOperator(page: Page, givenName: string, familyName: string, municipality: string): Promise<void> {
  await link(page, 'Iscrivi una persona').click();
  await field(page, 'Nome').fill(givenName);
  await field(page, 'Cognome').fill(familyName);
  await field(page, 'Comune').fill(municipality);
}

async function saveTo(page: Page, title: string): Promise<void> {
  await button(page, 'Salva').click();
  await arrived(page, title);
}
