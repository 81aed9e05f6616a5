/** What the fields do under fingers and keys, in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from './gallery/open-browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

beforeEach(async () => {
  page = await browser.newPage({ locale: 'it-IT' });
});

afterEach(() => page.close());

const show = (query: string) => page.goto(`${gallery.url}?${query}`);
const reported = async () => JSON.parse((await page.locator('#reported').textContent()) ?? '{}');

test('a sum is reported in cents, is not rewritten while typing, and is written out on leaving', async () => {
  await show('page=forms');
  const field = page.getByLabel('Contributo mensile');
  expect(await field.inputValue()).toBe('180,00');
  await field.fill('1234,5');
  expect(await field.inputValue()).toBe('1234,5');
  expect(await reported()).toMatchObject({ cents: 123_450 });
  await field.blur();
  expect(await field.inputValue()).toBe('1.234,50');
});

test('text that is no sum reports nothing, stays to be mended, and says how after leaving', async () => {
  await show('page=forms');
  const field = page.getByLabel('Contributo mensile');
  await field.fill('boh');
  expect(await reported()).not.toHaveProperty('cents');
  expect(await field.getAttribute('aria-invalid')).toBeNull();
  await field.blur();
  expect(await field.inputValue()).toBe('boh');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  expect(await page.locator(`[id="${ids[0]}"]`).textContent()).toContain('per esempio 180,00');
});

test('a date in the person’s words is read back in full', async () => {
  await show('page=forms');
  const field = page.getByLabel('Data di ingresso');
  await field.fill('3/11');
  expect(await reported()).toMatchObject({ date: '2026-11-03' });
  expect(await page.locator('output').textContent()).toBe('martedì 3 novembre 2026');
  await field.blur();
  expect(await field.inputValue()).toBe('03/11/2026');
});

test('a password can be looked at and the text keeps its place', async () => {
  await show('page=unlock');
  const field = page.getByLabel('Password', { exact: true });
  await field.fill('segreto');
  await page.getByRole('button', { name: 'Mostra' }).click();
  expect(await field.getAttribute('type')).toBe('text');
  expect(await field.inputValue()).toBe('segreto');
  await page.getByRole('button', { name: 'Nascondi' }).click();
  expect(await field.getAttribute('type')).toBe('password');
});

test('chips for several add and take away; a chosen answer from the rest is shown, the others after the last chip', async () => {
  await show('page=contact');
  const group = page.getByRole('group', { name: 'Che cosa avete fatto?' });
  await group.getByText('Legale').click();
  expect(await group.getByRole('checkbox', { checked: true }).count()).toBe(3);
  await group.getByText('Legale').click();
  expect(await group.getByRole('checkbox', { checked: true }).count()).toBe(2);
  expect(await group.getByText('Salute').count()).toBe(0);
  await group.getByRole('button', { name: 'Altro…' }).click();
  await group.getByText('Salute').click();
  expect(await group.getByRole('checkbox', { name: 'Salute' }).isChecked()).toBe(true);
});

test('chips for one are radios by keys, and tapping the chosen one takes the answer back', async () => {
  await show('page=contact');
  const group = page.getByRole('radiogroup', { name: 'Lingua' });
  await group.getByRole('radio', { name: 'wolof' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await group.getByRole('radio', { name: 'francese' }).isChecked()).toBe(true);
  expect(await group.getByRole('radio', { name: 'wolof' }).isChecked()).toBe(false);
  await group.getByText('francese').click();
  expect(await group.getByRole('radio', { checked: true }).count()).toBe(0);
  await group.getByText('francese').dblclick();
  expect(await group.getByRole('radio', { name: 'francese' }).isChecked(), 'a double tap is one').toBe(true);
});

test('a count goes up and down by taps and arrow keys and stops at its bounds', async () => {
  await show('page=contact');
  const count = page.getByRole('spinbutton', { name: 'Quante persone?' });
  await page.getByRole('button', { name: 'Una persona in più' }).click();
  expect(await count.inputValue()).toBe('4');
  await count.focus();
  await page.keyboard.press('ArrowDown');
  expect(await count.inputValue()).toBe('3');
  await count.fill('1');
  expect(await page.getByRole('button', { name: 'Una persona in meno' }).isDisabled()).toBe(true);
});

test('a combo finds by typing, chooses by keys, and puts foreign text back', async () => {
  await show('page=forms');
  const combo = page.getByRole('combobox', { name: 'Lingua', exact: true });
  await combo.fill('YORUBA');
  await page.keyboard.press('Enter');
  expect(await combo.inputValue()).toBe('yorùbá');
  expect(await reported()).toMatchObject({ language: 'yorùbá' });
  await combo.fill('klingon');
  expect(await page.getByRole('status').filter({ hasText: 'Nessuna lingua' }).count()).toBe(1);
  await combo.blur();
  expect(await combo.inputValue()).toBe('yorùbá');
  await combo.fill('');
  await combo.blur();
  expect(await reported()).not.toHaveProperty('language');
});

test('a combo for several collects chips, by mouse too, and takes them away', async () => {
  await show('page=forms');
  const combo = page.getByRole('combobox', { name: 'Altre lingue' });
  await combo.click();
  await page.getByRole('option', { name: 'wolof' }).click();
  expect(await reported()).toMatchObject({ spoken: ['francese', 'arabo', 'wolof'] });
  await page.getByRole('button', { name: 'Togli francese' }).click();
  expect(await reported()).toMatchObject({ spoken: ['arabo', 'wolof'] });
  await combo.click();
  expect(await page.getByRole('option', { name: 'wolof' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  expect(await reported()).toMatchObject({ spoken: ['arabo'] });
});

test.each([
  ['320 px', 320, '100%', 'ltr'],
  ['a phone with letters of twice the size', 390, '200%', 'ltr'],
  ['right to left', 320, '100%', 'rtl'],
])('a scale of five stands in one line of equal steps: %s', async (_, width, fontSize, dir) => {
  await page.setViewportSize({ width, height: 640 });
  await show(`page=forms&dir=${dir}`);
  await page.evaluate((value) => document.documentElement.style.setProperty('font-size', value), fontSize);
  const steps = page.getByRole('radiogroup', { name: 'Quanto ti è servito?' }).locator('.chip');
  await steps.first().click();
  const boxes = await steps.evaluateAll((all) =>
    all.map((step) => {
      const { top, width, height } = step.getBoundingClientRect();
      return [top, width, height].map(Math.round).join(' ');
    }),
  );
  expect(boxes).toHaveLength(5);
  expect(new Set(boxes).size, boxes.join(', ')).toBe(1);
});

test('a scale is native radios: its ends are named, arrows choose, a second tap takes the answer back', async () => {
  await show('page=forms');
  const scale = page.getByRole('radiogroup', { name: 'Quanto ti è servito?' });
  await scale.getByRole('radio', { name: '1 · per niente' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await reported()).toMatchObject({ mark: 2 });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await reported()).toMatchObject({ mark: 5 });
  await scale.getByText('5').click();
  expect(await reported()).not.toHaveProperty('mark');
  await scale.getByRole('radio', { name: '5 · molto' }).click({ force: true });
  expect(await reported()).toMatchObject({ mark: 5 });
});
