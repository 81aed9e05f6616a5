import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, speak } from '../walk.ts';

const FACES: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, { size: 'phone', isWhole: true }];
const IN_ENGLISH: readonly Face[] = [...ONE_EACH, { size: 'upright' }, { size: 'phone', isLarge: true }];
const LANGUAGES = [
  ['Italiano', '', FACES],
  ['English', '-en', IN_ENGLISH],
] as const;
const FILES = [
  ['Il banco.png', 'image/png'],
  ['La coda.png', 'image/png'],
  ['volantino.pdf', 'application/pdf'],
] as const;

/** A coordinator decides on one record, on a group and on a practice with its files: the bar, the comment, and what is left. */
export async function takeDecisions(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Ufficio decisioni', username: 'lucia' });
  const group = await saveGroup(page);
  const practice = await writePractice(page);
  await goTo(page, '/review');
  await page.locator('.split-list li').getByRole('button').first().click();
  const single = new URL(page.url()).pathname;
  for (const [language, suffix, faces] of LANGUAGES) {
    await speak(page, language);
    for (const [name, path] of [
      ['single', single],
      ['group', group],
      ['practice', practice],
    ] as const) {
      await goTo(page, path);
      await studio.take(page, `decisions-${name}${suffix}`, faces);
      await page.getByRole('button', { name: /^(Rimanda|Return)/ }).click();
      await studio.take(page, `decisions-${name}-return${suffix}`, faces);
    }
    await page.getByRole('button', { name: /^(Rimanda|Return)$/ }).click();
    await studio.take(page, `decisions-return-trouble${suffix}`, ONE_EACH);
  }
  await speak(page, 'Italiano');
  await decideOnFiles(studio, page, practice);
}

/** One file goes back, the rest is validated, and a file that comes later waits by itself. */
async function decideOnFiles(studio: Studio, page: Page, practice: string): Promise<void> {
  await goTo(page, practice);
  await page.getByRole('link', { name: /^Apri da solo l’allegato La coda/ }).click();
  await page.getByRole('button', { name: 'Rimanda con commento' }).waitFor();
  const file = new URL(page.url()).pathname + new URL(page.url()).search;
  await studio.take(page, 'decisions-file', FACES);
  await page.getByRole('button', { name: 'Rimanda con commento' }).click();
  await page.getByLabel('Che cosa va corretto').fill('Si vede una faccia.');
  await studio.take(page, 'decisions-file-return', ONE_EACH);
  await page.getByRole('button', { name: 'Rimanda', exact: true }).click();
  await page.getByText('Rimandata con il tuo commento').waitFor();
  await studio.take(page, 'decisions-file-returned', ONE_EACH);
  await goTo(page, file);
  await studio.take(page, 'decisions-file-decided', ONE_EACH);
  await goTo(page, practice);
  await page.getByRole('button', { name: 'Valida tutto' }).click();
  await page
    .getByText(/^\d schede validate/)
    .first()
    .waitFor();
  await studio.take(page, 'decisions-practice-validated', ONE_EACH);
  const card = practice.replace('/review/', '/practices/');
  await goTo(page, card);
  await studio.take(page, 'decisions-practice-card', [...EVERY_FACE, { size: 'phone', isWhole: true }]);
  await addFile(page, 'Dopo.png', 'image/png');
  const link = page.getByRole('main').getByRole('link', { name: 'Dopo' }).first();
  await goTo(page, `/review/${(await link.getAttribute('href'))?.split('/').at(-1)}`);
  await studio.take(page, 'decisions-late-file', FACES);
}

/** Gives where the group is decided on. */
async function saveGroup(page: Page): Promise<string> {
  await goTo(page, '/service/group');
  for (const nth of [0, 1, 2, 3]) await page.locator('.row-tick input').nth(nth).click();
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').first().click();
  await page.getByRole('button', { name: 'Salva per 4 persone' }).click();
  await page.waitForFunction(() => location.pathname !== '/service/group');
  await goTo(page, '/mine');
  return (await firstLink(page, '/service/group/')).replace('/service/group/', '/review/');
}

/** Gives where the practice is decided on. */
async function writePractice(page: Page): Promise<string> {
  await goTo(page, '/practices/new');
  for (const [label, text] of [
    ['Titolo', 'Sportello al mercato'],
    ['Il problema', 'Chi lavora non arriva allo sportello.'],
    ['Che cosa è stato fatto', 'Un banco al mercato il sabato, con una mediatrice.'],
    ['Ufficio da contattare', 'Servizi sociali'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sportello al mercato' }).waitFor();
  for (const [name, type] of FILES) await addFile(page, name, type);
  return new URL(page.url()).pathname.replace('/practices/', '/review/');
}

async function addFile(page: Page, name: string, mimeType: 'image/png' | 'application/pdf'): Promise<void> {
  const buffer = mimeType === 'application/pdf' ? Buffer.from('%PDF-1.4 a page') : await drawStall(page, name.length);
  await page.locator('input[type=file]').last().setInputFiles({ name, mimeType, buffer });
  await page.getByRole('dialog').getByRole('button', { name: 'Salva' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: name.split('.')[0] ?? name })
    .first()
    .waitFor();
}

/** A stall under an awning; another `hue` is another file. */
async function drawStall(page: Page, hue: number): Promise<Buffer> {
  const url = await page.evaluate((nth) => {
    const canvas = document.createElement('canvas');
    canvas.width = 960;
    canvas.height = 640;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    for (const [colour, left, top, width, height] of [
      ['#a9c8e6', 0, 0, 960, 420],
      ['#b8b2a4', 0, 420, 960, 220],
      [`hsl(${nth * 37} 55% 50%)`, 240, 160, 480, 90],
      ['#6b4a2f', 260, 360, 440, 110],
    ] as const) {
      context.fillStyle = colour;
      context.fillRect(left, top, width, height);
    }
    return canvas.toDataURL('image/png');
  }, hue);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
