import type { Page } from 'playwright-core';
import { type Colleague, PASSWORD } from '../system.ts';
import { arrived, button, field, link } from './screen.ts';

/** The doors: joining with a code, signing in, unlocking, locking. */
export async function enrol(page: Page, code: string, deviceName: string): Promise<void> {
  await arrived(page, 'Collega questo dispositivo');
  await field(page, 'Codice').fill(code);
  await field(page, 'Nome del dispositivo').fill(deviceName);
  await button(page, 'Collega').click();
  await arrived(page, 'Entra');
}

export async function signIn(page: Page, who: Colleague): Promise<void> {
  await arrived(page, 'Entra');
  await field(page, 'Nome di accesso').fill(who.username);
  await field(page, 'Password').fill(PASSWORD);
  await button(page, 'Entra').click();
  await isInside(page);
}

/** Somebody who has no vault here yet. */
export async function signInAsAnother(page: Page, who: Colleague): Promise<void> {
  await chooseAtDoor(page, 'Altra persona');
  await button(page, 'Entra').click();
  await signIn(page, who);
}

export async function unlock(page: Page, who: Colleague, password = PASSWORD): Promise<void> {
  await tryPassword(page, who, password);
  await isInside(page);
}

export async function tryPassword(page: Page, who: Colleague, password: string): Promise<void> {
  await chooseAtDoor(page, who.name);
  await field(page, 'Password').fill(password);
  await button(page, 'Sblocca').click();
}

/** What stands on a person's card before anybody unlocks: "Marta Rinaldi 3 da inviare". */
export const cardAtDoor = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Chi sei?' }).locator('label').filter({ hasText: name });

async function chooseAtDoor(page: Page, name: string): Promise<void> {
  await arrived(page, 'Chi sei?');
  await cardAtDoor(page, name).click();
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pagine' }).locator('a[href="/settings"]').click();
  await button(page, 'Blocca adesso').click();
  await arrived(page, 'Chi sei?');
}

export const isInside = (page: Page): Promise<void> =>
  link(page, /^Oggi$|^Da validare/)
    .first()
    .waitFor();
