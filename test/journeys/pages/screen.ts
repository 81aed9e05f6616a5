// Finding things the way a person does: by their words. Chips are tapped on their label, because that is what can be seen.

import type { Locator, Page } from 'playwright-core';

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

export const link = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('link', typeof name === 'string' ? { name, exact: true } : { name });

/** An answer among the chips of a question. */
export const chip = (page: Page, question: string, answer: string): Locator =>
  page
    .getByRole('radiogroup', { name: question, exact: true })
    .or(page.getByRole('group', { name: question, exact: true }))
    .getByText(answer, { exact: true });

export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

export const folded = (page: Page, label: string): Locator => page.locator('summary').getByText(label, { exact: true });

/** The page that is open, by its first heading. */
export const arrived = (page: Page, title: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title }).waitFor();

/** A page by the rail or the bar: Oggi, Persone, Abitare… */
export async function turnTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name: place }).first().click();
}

export const sees = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('main').getByText(words).first().waitFor();

/** The state pill at the top of every screen. */
export const pill = (page: Page, words: string | RegExp): Locator =>
  page.locator('a.pill .pill-label').filter({ hasText: words });

export const pillSays = (page: Page, words: string | RegExp, timeoutMs = 90_000): Promise<void> =>
  pill(page, words).waitFor({ timeout: timeoutMs });

/** News after saving: "Salvato su questo dispositivo". */
export const toldOf = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('status').getByText(words).first().waitFor();

export const isThere = (what: Locator): Promise<void> => what.first().waitFor();

/** Without a reload, which would lock: as a link of the app does. Resolves when the page is drawn. */
export async function turnToPath(page: Page, path: string): Promise<void> {
  await page.evaluate(async (to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  }, path);
}
