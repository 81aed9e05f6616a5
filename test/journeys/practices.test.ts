// A practice from one city to another and an answer back, each written without a network.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { API_BASE } from '../../src/protocol/version.ts';
import { lookAt } from './look-for-barriers.ts';
import { enrol, signIn } from './pages/entrance.ts';
import { openRow, queueTicks, validate } from './pages/review.ts';
import { arrived, button, chip, field, isThere, link, pillSays, sees, toldOf, turnTo } from './pages/screen.ts';
import { step } from './step.ts';
import { PASSWORD, PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();
const TORINO = 'c_l219';
const TEO = { username: 'teo', name: 'Teo Gallo', role: 'coordinator' } as const;

async function foundTorino(): Promise<string> {
  const { admin, adminWithInput } = office();
  await admin('municipality', 'create', '--municipality', TORINO);
  const who = ['--municipality', TORINO, '--username', TEO.username, '--name', TEO.name, '--role', TEO.role];
  await adminWithInput(PASSWORD, 'account', 'create', ...who, '--password-stdin');
  const said = await admin('enrolment-code', 'create', '--municipality', TORINO, '--uses', '1', '--minutes', '60');
  return /^L219-\w{4}-\w{4}$/m.exec(said)?.[0] ?? '';
}

const drawPicture = async (page: Page, widthPx: number): Promise<Buffer> => {
  const url = await page.evaluate((width) => {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.fillRect(0, 0, width, 60);
    return canvas.toDataURL('image/png');
  }, widthPx);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
};

test('a practice written offline is read in another city, which answers that it tried it', async () => {
  const desk = await takeTablet(office(), 'Genova');
  const page = await desk.open();
  await enrol(page, office().code, 'Ufficio');
  await signIn(page, PEOPLE.chiara);
  await pillSays(page, 'Tutto al sicuro');
  await desk.line.cut();
  await step('a card, without people: a telephone number in it is refused', async () => {
    await turnTo(page, 'Strumenti');
    await link(page, 'Buone pratiche').click();
    await link(page, 'Nuova pratica').first().click();
    await field(page, 'Titolo').fill('Sportello al mercato');
    await field(page, 'Il problema').fill('Chi lavora non arriva allo sportello');
    await field(page, 'Che cosa è stato fatto').fill('Un banco al mercato, chiamare il 347 1234567');
    await field(page, 'Ufficio da contattare').fill('Servizi sociali');
    await button(page, 'Salva').click();
    await isThere(page.getByText(/Togli i dati delle persone/));
    await field(page, 'Che cosa è stato fatto').fill('Un banco al mercato il sabato');
    await button(page, 'Salva').click();
    await arrived(page, 'Sportello al mercato');
    await sees(page, 'Per ora la vede solo la nostra città.');
  });
  await step('photos hang on it, with a word on who is going to see them', async () => {
    for (const [name, widthPx] of Object.entries({ 'Il banco': 90, 'La coda': 80 })) {
      const photo = { name: `${name}.png`, mimeType: 'image/png', buffer: await drawPicture(page, widthPx) };
      await page.locator('input[type=file]').last().setInputFiles(photo);
      await sees(page, 'Lo vedranno tutte le città');
      await button(page, 'Salva').click();
      await isThere(link(page, new RegExp(name)));
    }
    await desk.line.restore();
    await pillSays(page, 'Tutto al sicuro');
    await isThere(page.getByRole('listitem').filter({ hasText: /Il banco.*da validare/ }));
    await desk.line.cut();
  });
  await step(
    'a coordinator sees text and photos on one page, and returns the one photo that is not right',
    async () => {
      await turnTo(page, 'Da validare');
      expect(await queueTicks(page).count()).toBe(1);
      await openRow(page, /Sportello al mercato/);
      await isThere(page.locator('img.file-shown').nth(1));
      expect(await lookAt(page, 'a practice with its photos, to be decided on')).toEqual([]);
      await link(page, 'Apri da solo l’allegato La coda').click();
      await button(page, /^Rimanda con commento/).click();
      await field(page, 'Che cosa va corretto').fill('Si vede una faccia');
      await button(page, 'Rimanda').click();
    },
  );
  await step(
    'a photo that is not on the device is not validated unseen: it comes by itself with the network',
    async () => {
      const second = await takeTablet(office(), 'second-desk');
      const review = await second.open();
      await review.route(`**${API_BASE}/files/**`, (route) => route.abort());
      await enrol(review, office().code, 'Secondo ufficio');
      await signIn(review, PEOPLE.chiara);
      await pillSays(review, 'Tutto al sicuro');
      await openRow(review, /Sportello al mercato/);
      await link(review, 'Apri da solo l’allegato Il banco').click();
      await isThere(button(review, /^Scarica/));
      await button(review, /^Valida/).click();
      await toldOf(review, /Guarda prima la foto/);
      await review.unroute(`**${API_BASE}/files/**`);
      await turnTo(review, 'Persone');
      await turnTo(review, 'Da validare');
      await openRow(review, /Sportello al mercato/);
      await isThere(review.locator('img.file-shown'));
      expect(second.faults).toEqual([]);
    },
  );
  await step('the rest is validated in one go, which opens it to the other cities', async () => {
    await openRow(page, /Sportello al mercato/);
    await button(page, 'Valida tutto').click();
    await sees(page, 'Niente da validare');
    await desk.line.restore();
    await pillSays(page, 'Tutto al sicuro');
    await turnTo(page, 'Strumenti');
    await link(page, 'Buone pratiche').click();
    await link(page, /Sportello al mercato/).click();
    await isThere(page.getByRole('listitem').filter({ hasText: /La coda.*tornato/ }));
  });
  const other = await takeTablet(office(), 'Torino');
  const far = await other.open();
  await enrol(far, await foundTorino(), 'Ufficio');
  await signIn(far, TEO);
  await pillSays(far, 'Tutto al sicuro');
  const openFile = async () => {
    await turnTo(far, 'Strumenti');
    await link(far, 'Buone pratiche').click();
    await link(far, /Sportello al mercato/).click();
    await link(far, /Il banco/).click();
  };
  await step('another city opens the photo, which stays there without a network', async () => {
    await openFile();
    await button(far, /^Scarica/).click();
    await isThere(far.locator('img.file-shown'));
    expect(await link(far, /La coda/).count()).toBe(0);
    await other.line.cut();
    await openFile();
    await isThere(far.locator('img.file-shown'));
    expect(await button(far, 'Elimina').count()).toBe(0);
  });
  await step('the other city finds it by a word without a network, and says how it went there', async () => {
    await turnTo(far, 'Strumenti');
    await link(far, 'Buone pratiche').click();
    await field(far, 'Cerca nelle schede').fill('SABATO banco');
    await link(far, /Sportello al mercato/).click();
    await sees(far, 'Comune di Genova');
    expect(await link(far, 'Correggi la pratica').count()).toBe(0);
    expect(await button(far, 'Elimina').count()).toBe(0);
    await link(far, 'L’abbiamo provata, o un commento').click();
    await chip(far, 'L’avete provata?', 'Sì, ha funzionato').click();
    await field(far, 'Che cosa vuoi dire').fill('Anche da noi, con una tenda');
    await button(far, 'Salva').click();
    await arrived(far, 'Sportello al mercato');
    await turnTo(far, 'Da validare');
    await validate(far, /Sportello al mercato/);
    await other.line.restore();
    await pillSays(far, 'Tutto al sicuro');
  });
  await step('the first city reads the answer', async () => {
    await turnTo(page, 'Strumenti');
    await link(page, 'Buone pratiche').click();
    await sees(page, '1 città l’ha provata');
    await link(page, /Sportello al mercato/).click();
    await sees(page, 'Torino: ha funzionato');
  });
  expect([...desk.faults, ...other.faults]).toEqual([]);
});
