import axeCore, { type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** The levels that the law asks for, and what axe's makers hold for good practice. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page as it is now. Its code goes into a page once, and it describes only what is wrong: a hundred looks
 * are a matter of minutes. No page here has frames, so the top one is all.
 */
export async function runAxe(page: Page, options: RunOptions = {}): Promise<readonly Result[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeCore.source);
  return page.evaluate(
    async (chosen) => {
      const { violations } = await globalThis.axe.run(document, chosen);
      return violations;
    },
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
}

declare global {
  // As its script names itself in a page.
  var axe: { readonly run: (context: Document, options: RunOptions) => Promise<{ readonly violations: Result[] }> };
}
