// The ways through the app that the albums share: a device joins, a person comes in, the address changes without a reload
// (a reload would lock).

import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/server/demo/seed-demo.ts';
import type { Demo } from './start-demo.ts';

type Arrival = { readonly city: keyof Demo['codes']; readonly label: string; readonly username: string };

export async function enrol(page: Page, demo: Demo, { city, label }: Arrival): Promise<void> {
  await page.goto(demo.url);
  await page.getByLabel('Codice').fill(demo.codes[city]);
  await page.getByLabel('Nome del dispositivo').fill(label);
  await page.getByRole('button', { name: 'Collega' }).click();
  await page.getByLabel('Nome di accesso').waitFor();
}

export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Nome di accesso').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Entra' }).click();
  await untilSafe(page);
}

export async function comeIn(page: Page, demo: Demo, arrival: Arrival): Promise<void> {
  await enrol(page, demo, arrival);
  await signIn(page, arrival.username);
}

/** In either language: the lock screen speaks as the tablet did before. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: /^(Sblocca|Unlock)$/ }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** The first pull is over and the server has said what it holds. */
export async function untilSafe(page: Page): Promise<void> {
  await page
    .locator('.page')
    .getByText(/Tutto al sicuro|da sistemare/)
    .first()
    .waitFor();
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    document.scrollingElement?.scrollTo(0, 0);
  }, path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Where the first link whose address begins so leads. */
export async function firstLink(page: Page, prefix: string): Promise<string> {
  const links = page.locator(
    `main a[href^="${prefix}"]:not([href$="/new"]):not([href$="/edit"])${prefix.includes('/group/') ? '' : ':not([href*="/group/"])'}`,
  );
  await links.first().waitFor();
  return (await links.first().getAttribute('href')) ?? prefix;
}

export async function speak(page: Page, language: 'Italiano' | 'English'): Promise<void> {
  await goTo(page, '/settings');
  await page.getByText(language, { exact: true }).click();
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language === 'English' ? 'en' : 'it');
}

/** An anonymous contact in the four taps of the street; the chips are the person's own commonest answers. */
export async function saveContact(page: Page, chip: number): Promise<void> {
  await goTo(page, '/contact');
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').nth(chip).click();
  await page.getByRole('button', { name: 'Salva' }).click();
  // Not the line that says so: it may still stand there from the save before.
  await page.waitForFunction(() => location.pathname !== '/contact');
}
