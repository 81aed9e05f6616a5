/** Lists, dialogs, tabs and toasts under fingers and keys, in a real browser. */
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
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'it-IT' });
});

afterEach(() => page.close());

const show = (query: string) => page.goto(`${gallery.url}?${query}`);
const firstInSight = () =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('.virtual > li')].find((row) => row.getBoundingClientRect().bottom > 100)
        ?.textContent,
  );

/** After scrolling: when two looks a few frames apart see the same. */
async function settledFirstInSight() {
  let now = await firstInSight();
  for (let look = 0; look < 20; look++) {
    await page.waitForTimeout(150);
    const next = await firstInSight();
    if (next === now) return now;
    now = next;
  }
  return now;
}

test('a list of ten thousand has few rows in the page, each with its number and the whole count', async () => {
  await show('page=list');
  const rows = page.locator('.virtual > li');
  expect(await rows.count()).toBeLessThan(40);
  expect(await rows.nth(2).getAttribute('aria-posinset')).toBe('3');
  expect(await rows.nth(2).getAttribute('aria-setsize')).toBe('10000');
});

test('scrolling to the end reaches the last row', async () => {
  await show('page=list');
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      return page.getByText('Persona 10000', { exact: true }).isVisible();
    })
    .toBe(true);
});

test('the row with the focus stays in the page when it is scrolled far away', async () => {
  await show('page=list');
  await page.getByRole('link', { name: 'Persona 2', exact: true }).focus();
  await page.evaluate(() => window.scrollTo(0, 200_000));
  await expect.poll(firstInSight).not.toContain('Persona 1');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Persona 2');
});

test('arrow keys step through the rows, further than what was in the page at first', async () => {
  await show('page=list');
  await page.getByRole('link', { name: 'Persona 1', exact: true }).focus();
  for (let step = 0; step < 45; step++) await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Persona 46');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Persona 45');
});

test('a list keeps its place on the way back', async () => {
  await show('page=list');
  await page.evaluate(() => window.scrollTo(0, 123_456));
  const before = await settledFirstInSight();
  expect(before).toMatch(/^Persona 1[56]/);
  const change = page.getByRole('button', { name: 'Cambia' });
  // By script: the test's mouse may scroll the page on its way to the button.
  const tap = () => change.evaluate((button: HTMLElement) => button.click());
  await tap();
  await page.getByText('Altra pagina').waitFor();
  await tap();
  await expect.poll(firstInSight).toBe(before);
});

test('a queue hidden by its detail on a phone keeps its place and stays short', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await show('page=review');
  await page.evaluate(() => window.scrollTo(0, 2_000));
  const before = await settledFirstInSight();
  // By script: a click by the test's mouse would scroll the row into sight first.
  await page
    .getByRole('button', { name: 'Inserimento · Ousmane C. 30', exact: true })
    .evaluate((row: HTMLElement) => row.click());
  await page.getByRole('button', { name: 'Torna alla coda' }).click();
  await expect.poll(firstInSight).toBe(before);
  expect(await page.locator('.virtual > li').count()).toBeLessThan(40);
});

test('a dialog takes the focus, closes by Escape and gives the focus back', async () => {
  await show('page=parts');
  const opener = page.getByRole('button', { name: 'Scarta' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'Scartare la modifica?' });
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('tabs move by arrow keys, the other way round in right-to-left', async () => {
  for (const [dir, key] of [
    ['ltr', 'ArrowRight'],
    ['rtl', 'ArrowLeft'],
  ] as const) {
    await show(`page=parts&dir=${dir}`);
    await page.getByRole('tab', { name: 'Mie' }).focus();
    await page.keyboard.press(key);
    expect(await page.getByRole('tab', { name: 'Tutte' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('tabpanel').textContent()).toBe('Trentuno schede');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Tutte');
  }
});

test('a busy button keeps the focus and does nothing', async () => {
  await show('page=parts');
  const busy = page.getByRole('button', { name: 'Invio…' });
  await busy.focus();
  expect(await busy.getAttribute('aria-disabled')).toBe('true');
  expect(await busy.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('after saving the toast is said politely and can be taken back', async () => {
  await show('page=contact');
  await page.getByRole('button', { name: 'Salva' }).click();
  const region = page.getByRole('status').filter({ hasText: 'Salvato su questo tablet' });
  await region.getByRole('button', { name: 'Annulla' }).click();
  expect(await region.count()).toBe(0);
});

test('queue and detail stand side by side, and one after the other on a phone', async () => {
  await show('page=review');
  expect(await page.getByRole('region', { name: 'Coda' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Valida' }).isVisible()).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.getByRole('button', { name: 'Valida' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Servizio · Amina D. 1', exact: true }).click();
  expect(await page.getByRole('button', { name: 'Valida' }).isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Torna alla coda' }).click();
  expect(await page.getByRole('button', { name: 'Valida' }).isVisible()).toBe(false);
});

/** Words of the buttons of any bar that the news lies over, and of those that cannot be seen whole. */
const buttonsInTheWay = () =>
  page.evaluate(() => {
    const news = document.querySelector('.toast')?.getBoundingClientRect();
    if (news === undefined) return ['no news'];
    return [...document.querySelectorAll<HTMLElement>(':is(.action-bar, .split-many) button')]
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        const isUnder = left < news.right && right > news.left && top < news.bottom && bottom > news.top;
        return isUnder || top < 0 || bottom > innerHeight;
      })
      .map(({ textContent }) => textContent);
  });

test.each([
  [1280, 800],
  [800, 1280],
  [1024, 1366],
  [390, 844],
  [360, 740],
])('at %i x %i news never lies over a button that decides', async (width, height) => {
  await page.setViewportSize({ width, height });
  await show('page=review#detail');
  await page.getByRole('button', { name: 'Valida', exact: true }).click();
  await page.locator('.toast').waitFor();
  expect(await buttonsInTheWay()).toEqual([]);
  await page.evaluate(() => document.querySelector('.split-detail .card')?.remove());
  expect(await buttonsInTheWay(), 'with little above them').toEqual([]);
  const back = page.getByRole('button', { name: 'Torna alla coda' });
  if (await back.isVisible()) await back.click();
  for (const row of [1, 2]) await page.locator('.split-list .tick').nth(row).click();
  expect(await buttonsInTheWay(), 'with ticked ones').toEqual([]);
});

test.each([
  [1280, 800],
  [1280, 620],
  [800, 1280],
  [390, 844],
  [390, 700],
])('at %i x %i news never lies over the comment that is being written', async (width, height) => {
  await page.setViewportSize({ width, height });
  await show('page=review#detail');
  await page.getByRole('button', { name: 'Valida', exact: true }).click();
  await page.getByRole('button', { name: 'Rimanda con commento' }).click();
  await page.locator('.toast').waitFor();
  const overlapPx = await page.evaluate(() => {
    const news = document.querySelector('.toast')?.getBoundingClientRect();
    const field = document.querySelector('textarea:focus')?.getBoundingClientRect();
    return news && field ? Math.min(field.bottom - news.top, news.bottom - field.top) : undefined;
  });
  expect(overlapPx).toBeLessThanOrEqual(0);
});

test('with letters of twice the size news takes at most a quarter of a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await show('page=contact');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await page.getByRole('button', { name: 'Salva' }).click();
  const { height = 844 } = (await page.locator('.toast').boundingBox()) ?? {};
  expect(height).toBeLessThanOrEqual(844 / 4);
});

test('the pathway names where it stands now and what is behind and ahead', async () => {
  await show('page=person');
  expect(await page.locator('[aria-current=step]').textContent()).toBe('Inserito (adesso)');
  expect(await page.getByRole('listitem').filter({ hasText: 'Uscita' }).textContent()).toBe('Uscita (poi)');
});
