import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type Gallery, serveGallery } from './serve.ts';

/** Every page of the gallery, as `?page=` names it. */
export const GALLERY_PAGES = ['unlock', 'today', 'contact', 'person', 'review', 'forms', 'parts', 'list', 'codes'];
export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

type Shown = {
  /** The page of the test that runs. */
  readonly page: () => Page;
  /** Opens a face of the gallery: `page=today&theme=dark&dir=rtl`. */
  readonly show: (query: string) => Promise<unknown>;
};

/** The gallery in a browser for all tests of a file, with a fresh context each; a complaint of the browser fails the test. */
export function useGallery(): Shown {
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
    context = await browser.newContext({ viewport: WIDE, locale: 'it-IT', reducedMotion: 'reduce' });
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
  return { page: () => page, show: (query) => page.goto(`${gallery.url}?${query}`) };
}
