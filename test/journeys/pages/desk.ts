import type { Page } from 'playwright-core';
import type { Colleague, Office } from '../system.ts';
import { type Tablet, takeTablet } from '../tablet.ts';
import { enrol, signIn } from './entrance.ts';
import { arrived, field, link, pillSays, turnTo } from './screen.ts';
import { openPerson, save } from './writing.ts';

/** A device of their own for somebody, signed in and with everything on it. */
export async function sitDown(office: Office, name: string, who: Colleague): Promise<{ tablet: Tablet; page: Page }> {
  const tablet = await takeTablet(office, name);
  const page = await tablet.open();
  await enrol(page, office.code, name);
  await signIn(page, who);
  await pillSays(page, 'Tutto al sicuro');
  return { tablet, page };
}

/** Writes another value into one field of a person's record. */
export async function rename(page: Page, person: string, label: string, value: string): Promise<void> {
  await openPerson(page, person.replaceAll(/[«»]/g, '').split(' ')[0] ?? person, person);
  await link(page, 'Correggi la scheda').click();
  await arrived(page, 'Correggi la scheda');
  await field(page, label).fill(value);
  await save(page);
}

/** Somebody who is known by two names. */
export async function registerGhita(page: Page): Promise<void> {
  await turnTo(page, 'Oggi');
  await link(page, 'Nuova persona').click();
  await field(page, 'Nome').fill('Ghita');
  await field(page, 'Soprannome').fill('Gigi');
  await save(page);
  await pillSays(page, 'Tutto al sicuro');
}

/** Each takes one of the two names away, without the other's eyes: together nobody could tell any more who it is. */
export async function takeBothNames(offline: Page, online: Page): Promise<void> {
  await rename(offline, 'Ghita', 'Soprannome', '');
  await rename(online, 'Ghita', 'Nome', '');
  await pillSays(online, 'Tutto al sicuro');
}
