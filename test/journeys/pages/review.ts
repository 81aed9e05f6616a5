import type { Locator, Page } from 'playwright-core';
import { button, field } from './screen.ts';

/** The coordinator's queue. */
export const queueRow = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Coda' }).getByRole('button', { name: title });

/** Everything that waits for a decision, each with its tick box. */
export const queueTicks = (page: Page): Locator =>
  page.getByRole('region', { name: 'Coda' }).getByRole('checkbox', { name: /^Scegli / });

export async function openRow(page: Page, title: string | RegExp): Promise<void> {
  await queueRow(page, title).first().click();
}

export async function validate(page: Page, title: string | RegExp): Promise<void> {
  await openRow(page, title);
  await button(page, /^Valida/)
    .last()
    .click();
  await queueRow(page, title).first().waitFor({ state: 'detached' });
}

export async function giveBack(page: Page, title: string | RegExp, comment: string): Promise<void> {
  await openRow(page, title);
  await button(page, /^Rimanda con commento/).click();
  await field(page, 'Che cosa va corretto').fill(comment);
  await button(page, 'Rimanda').click();
  await queueRow(page, title).first().waitFor({ state: 'detached' });
}
