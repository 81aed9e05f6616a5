// Takes the pictures: one page in many sizes and themes, under names that say what is on them. Notes what a picture alone does
// not tell: a page wider than its screen, what axe finds, and whatever a page threw.

import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { AXE_TAGS, runAxe } from '../browser/run-axe.ts';
import { measurePage } from './measure-page.ts';

export const SIZES = {
  tablet: { width: 1280, height: 800 },
  desktop: { width: 1280, height: 800 },
  upright: { width: 800, height: 1280 },
  phone: { width: 390, height: 844 },
  /** 1280 px at 400 % zoom: the narrowest that WCAG 2.2 (1.4.10) asks for. */
  narrow: { width: 320, height: 640 },
} as const;
export type Size = keyof typeof SIZES;
export type Face = {
  readonly size: Size;
  readonly theme?: 'light' | 'dark';
  /** Letters of twice the size (1.4.4), as a person asks for them in the browser. */
  readonly isLarge?: boolean;
  /** As high as the page: what one sees by scrolling. */
  readonly isWhole?: boolean;
  /** As in a language that is written from right to left. */
  readonly isMirrored?: boolean;
  /** No picture: only what can be measured is looked at. */
  readonly isMeasured?: boolean;
};

/** The faces that every screen is seen in. */
export const EVERY_FACE: readonly Face[] = [
  { size: 'tablet' },
  { size: 'upright' },
  { size: 'phone' },
  { size: 'tablet', theme: 'dark' },
  { size: 'phone', theme: 'dark' },
];
export const ONE_EACH: readonly Face[] = [{ size: 'tablet' }, { size: 'phone' }];
/** Where a layout breaks first. */
export const TIGHT_FACES: readonly Face[] = [{ size: 'narrow' }, { size: 'phone', isLarge: true }];

/** The narrowest screen, letters of twice the size, and both ways of writing; measured, because nobody looks at so many pictures. */
export const MEASURED_FACES: readonly Face[] = [
  { size: 'narrow', isMeasured: true },
  { size: 'phone', isLarge: true, isMeasured: true },
  { size: 'tablet', isLarge: true, isMeasured: true },
  { size: 'phone', isMirrored: true, isMeasured: true },
  { size: 'tablet', isMirrored: true, isMeasured: true },
];

/** Two cores serve browser, server and database, and others may want them too. */
const PATIENCE_MS = 60_000;
/** More than any form is long; a list that grows with its screen stops here. */
const HEIGHT_MAX_PX = 4_000;
/** Transitions of the sheet and of the chips are over. */
const CALM_MS = 250;
/** A browser's own letters, in px. */
const LETTERS = { standard: 16, fixed: 13 };

export type Studio = {
  readonly browse: () => Promise<Page>;
  readonly take: (page: Page, name: string, faces: readonly Face[]) => Promise<void>;
  readonly complain: (fault: string) => void;
  readonly counts: () => { readonly pictures: number; readonly faults: readonly string[] };
  readonly close: () => Promise<void>;
};

export function openStudio(out: string): Studio {
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  let pictures = 0;
  return {
    async browse() {
      const context = await launchBrowser();
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE_MS);
      context.on('weberror', (fault) => faults.push(`a page threw ${fault.error().message}`));
      return context.pages()[0] ?? (await context.newPage());
    },
    async take(page, name, faces) {
      for (const face of faces) {
        const file = fileName(name, face);
        await pose(page, face);
        faults.push(...(await measurePage(page)).map((fault) => `${file}: ${fault}`));
        faults.push(...(await barriersOn(page, face)).map((fault) => `${file}: ${fault}`));
        if (face.isMeasured === true) continue;
        await page.screenshot({ path: join(out, file) });
        pictures += 1;
      }
      await pose(page, { size: 'tablet' });
    },
    complain: (fault) => void faults.push(fault),
    counts: () => ({ pictures, faults }),
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}

async function pose(page: Page, { size, theme = 'light', ...face }: Face): Promise<void> {
  const { isLarge = false, isWhole = false, isMirrored = false, isMeasured = false } = face;
  await page.setViewportSize(SIZES[size]);
  // A finger hovers over nothing.
  await page.mouse.move(0, 0);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await setLetters(page, isLarge ? 2 : 1);
  await page.evaluate((isTurned) => {
    const root = document.documentElement;
    // The direction is the app's own, but for the one picture.
    if (isTurned) {
      root.dataset.ownDir ??= root.dir;
      root.dir = 'rtl';
    } else if (root.dataset.ownDir !== undefined) {
      root.dir = root.dataset.ownDir;
      delete root.dataset.ownDir;
    }
    // Another size scrolls away what the person was at.
    if (document.activeElement?.matches('input, textarea, [aria-invalid]')) {
      document.activeElement.scrollIntoView({ block: 'center' });
    }
    return document.fonts.ready;
  }, isMirrored);
  if (isWhole) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...SIZES[size], height: Math.min(height, HEIGHT_MAX_PX) });
  }
  if (!isMeasured) await page.waitForTimeout(CALM_MS);
}

const sessions = new WeakMap<Page, CDPSession>();

/** Not on the root alone: what a layout asks about its width and height is told in the same letters. */
async function setLetters(page: Page, times: number): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const fontSizes = { standard: LETTERS.standard * times, fixed: LETTERS.fixed * times };
  await session.send('Page.setFontSizes', { fontSizes });
}

/** What axe finds, once for each layout: a phone has another than a tablet. Dark changes colours only, other faces nothing that axe reads. */
async function barriersOn(page: Page, { size, theme, ...face }: Face): Promise<readonly string[]> {
  // What is printed has no heading of a page: nobody has it read aloud.
  if (await page.evaluate(() => matchMedia('print').matches)) return [];
  if (size === 'upright' || size === 'narrow' || face.isLarge || face.isMirrored || face.isWhole) return [];
  const found = await runAxe(page, { runOnly: theme === 'dark' ? ['color-contrast'] : AXE_TAGS });
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.target.join(' ')}`);
}

const fileName = (name: string, { size, theme, isLarge, isWhole, isMirrored }: Face): string =>
  `${[name, size, theme === 'dark' && 'dark', isLarge && 'large', isMirrored && 'mirrored', isWhole && 'whole'].filter(Boolean).join('-')}.png`;
