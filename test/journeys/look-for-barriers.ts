import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { AXE_TAGS, runAxe } from '../browser/run-axe.ts';
import { isThere, turnToPath } from './pages/screen.ts';

/**
 * What a machine finds wrong with a page for whoever cannot see it, point at it or read small print: axe's rules, and sideways
 * overflow on the smallest phone and at twice the text. The words of a page do not change its colours, so the dark look is asked
 * about contrast only, and the second language not at all.
 */
export type Flaw = { readonly where: string; readonly what: string };

const SMALLEST = { what: '320 px', size: { width: 320, height: 640 }, text: '100%' } as const;
const LARGE_TEXT = { what: '200 % text', size: { width: 640, height: 800 }, text: '200%' } as const;

export const lookAt = async (page: Page, where: string): Promise<Flaw[]> => [
  ...(await flawsOf(page, where)),
  ...(await overflowsOf(page, where)),
];

/** Each of these places in turn, as `who` sees it. */
export async function lookAtAll(page: Page, who: string, places: readonly string[]): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const place of places) {
    await turnToPath(page, place);
    await isThere(page.getByRole('heading', { level: 1 }));
    flaws.push(...(await lookAt(page, `${who} ${place.replace(/[0-9a-f-]{36}/, ':id')}`)));
  }
  return flaws;
}

async function flawsOf(page: Page, where: string): Promise<Flaw[]> {
  const isItalian = (await page.locator('html').getAttribute('lang')) === 'it';
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const flaws = await violations(page, { runOnly: AXE_TAGS }, `${where} (light)`);
  if (!isItalian) return flaws;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...flaws, ...(await violations(page, { runOnly: ['color-contrast'] }, `${where} (dark)`))];
}

async function violations(page: Page, options: RunOptions, where: string): Promise<Flaw[]> {
  const found = await runAxe(page, options);
  return found.map(({ id, help, nodes }) => ({
    where,
    what: `${id}: ${help}: ${nodes[0]?.target.join(' ')}`,
  }));
}

async function overflowsOf(page: Page, where: string): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const { what, size, text } of [SMALLEST, LARGE_TEXT]) {
    await page.setViewportSize(size);
    const over = await page.evaluate((fontSize) => {
      document.documentElement.style.setProperty('font-size', fontSize);
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return undefined;
      const widest = [...document.querySelectorAll('body *')].find(
        (one) => one.getBoundingClientRect().right > clientWidth + 1,
      );
      return `${scrollWidth} > ${clientWidth}: ${widest?.outerHTML.slice(0, 120)}`;
    }, text);
    if (over !== undefined) flaws.push({ where: `${where} at ${what}`, what: over });
  }
  await page.setViewportSize(before);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return flaws;
}
