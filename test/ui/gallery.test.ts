/**
 * The gallery in a real browser, under a strict Content-Security-Policy: accessibility by axe in every face, small screens, large
 * text, and what the components do under fingers and keys.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from './gallery/open-browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

const pages = ['unlock', 'today', 'contact', 'person', 'review', 'forms', 'parts', 'list', 'codes'];
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

let gallery: Gallery;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: wide, locale: 'it-IT', reducedMotion: 'reduce' });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterEach(async () => {
  await context.close();
  // Broken policy (an inline style or script) and failed loads both show up here.
  expect(complaints).toEqual([]);
});

const show = (query: string) => page.goto(`${gallery.url}?${query}`);

describe('axe finds nothing', () => {
  const faces = pages.flatMap((name) =>
    ['theme=light', 'theme=dark', 'theme=light&dir=rtl'].map((face) => `page=${name}&${face}`),
  );
  test.each(faces)(
    '%s',
    async (query) => {
      for (const size of [wide, phone]) {
        await page.setViewportSize(size);
        await show(query);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`)),
        ).toEqual([]);
      }
    },
    30_000,
  );

  test('in an open dialog, an open list and an open sheet', async () => {
    await show('page=parts&theme=dark');
    await page.getByRole('button', { name: 'Scarta' }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await show('page=forms&theme=light');
    await page.getByRole('combobox', { name: 'Altre lingue' }).fill('o');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.setViewportSize(phone);
    await show('page=today&theme=light');
    await page.getByRole('button', { name: 'Altro' }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }, 30_000);
});

describe.each(pages)('the page %s', (name) => {
  test('needs no sideways scrolling at 320 px, nor with text at 200 % on a phone or a tablet', async () => {
    for (const [size, fontSize] of [
      [{ width: 320, height: 640 }, '100%'],
      [phone, '200%'],
      [wide, '200%'],
    ] as const) {
      await page.setViewportSize(size);
      await show(`page=${name}`);
      await page.evaluate((value) => document.documentElement.style.setProperty('font-size', value), fontSize);
      const overflowing = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .slice(0, 5)
          .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
      });
      expect(overflowing, `${size.width} px, ${fontSize}`).toEqual([]);
    }
  });

  test('gives every control 44 px of height to the finger', async () => {
    await page.setViewportSize(phone);
    await show(`page=${name}`);
    const small = await page.evaluate(() => {
      const reach = (element: Element) => {
        const after = getComputedStyle(element, '::after');
        const spread = after.position === 'absolute' ? -2 * Math.min(0, Number.parseFloat(after.top) || 0) : 0;
        return element.getBoundingClientRect().height + spread;
      };
      // Links within sentences are exempt (WCAG 2.5.8, inline), as are inputs whose label is the target, and stretched row links.
      return [
        ...document.querySelectorAll(
          'button, a:not(p a, .row-link, .note-text a), label.chip, label.tick, .input, summary',
        ),
      ]
        .filter((element) => element.checkVisibility() && !element.matches('.row-link, .skip, .input-button'))
        .filter((element) => reach(element) < 43.5)
        .map((element) => `${element.tagName}.${element.className} ${reach(element)}`);
    });
    expect(small).toEqual([]);
  });
});

test('the theme follows the system until the person chooses', async () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await show('page=parts');
  expect(await ground()).toBe('rgb(13, 23, 34)');
  await show('page=parts&theme=light');
  expect(await ground()).toBe('rgb(238, 242, 247)');
  await page.emulateMedia({ colorScheme: 'light' });
  await show('page=parts&theme=dark');
  expect(await ground()).toBe('rgb(13, 23, 34)');
});

test('wide and landscape shows the rail, narrow or upright the bar, right to left the rail on the right', async () => {
  await show('page=today');
  expect(await page.getByRole('link', { name: 'Registra' }).boundingBox()).toMatchObject({ x: 12 });
  await show('page=today&dir=rtl');
  expect((await page.getByRole('link', { name: 'Registra' }).boundingBox())?.x).toBeGreaterThan(1000);
  await page.setViewportSize({ width: 800, height: 1280 });
  expect((await page.getByRole('link', { name: 'Registra' }).boundingBox())?.y).toBeGreaterThan(1100);
});

test('places that do not fit the bar open as a sheet and close after a choice', async () => {
  await page.setViewportSize(phone);
  await show('page=today');
  await page.getByRole('button', { name: 'Altro' }).click();
  const place = page.getByRole('link', { name: 'Da sistemare' });
  await place.click();
  expect(await place.isVisible()).toBe(false);
});

test('the state pill keeps its whole words for screen readers on a phone', async () => {
  await page.setViewportSize(phone);
  await show('page=today');
  expect(await page.getByRole('link', { name: 'Senza rete · 7 salvati qui' }).count()).toBe(1);
});

test('the skip button moves the focus into the page', async () => {
  await show('page=today');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});
