import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, firstLink, goTo, saveContact } from '../walk.ts';
import { takeTour } from './tour.ts';

/** A group in one save, mediation and referral, and the directory of offices, for who reads it and for who keeps it. */
export async function takeServices(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Sportello 1', username: 'marta' });
  await saveContact(page, 0);
  await saveGroup(page);
  await studio.take(page, 'services-group-saved', EVERY_FACE);
  const group = await firstLink(page, '/service/group/');
  await goTo(page, '/offices');
  const office = await firstLink(page, '/offices/');
  await takeTour(studio, page, 'services', [
    { name: 'register', path: '/register' },
    { name: 'who', path: '/service/new' },
    { name: 'group-new', path: '/service/group' },
    { name: 'group', path: group },
    { name: 'offices', path: '/offices' },
    { name: 'office', path: office },
    { name: 'more', path: '/more' },
  ]);
  await takeQuestions(studio, page);
  await goTo(page, '/offices');
  await page.getByRole('searchbox').fill('scuola');
  await studio.take(page, 'services-offices-search', ONE_EACH);
  await page.getByRole('searchbox').fill('xyzq');
  await studio.take(page, 'services-offices-not-found', ONE_EACH);

  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'full', label: 'Ufficio 1', username: 'lucia' });
  await goTo(desk, '/offices');
  const kept = await firstLink(desk, '/offices/');
  await takeTour(studio, desk, 'services', [
    { name: 'office-new', path: '/offices/new' },
    { name: 'office-edit', path: `${kept}/edit` },
    { name: 'office-kept', path: kept },
  ]);
  const empty = await studio.browse();
  await comeIn(empty, demo, { city: 'empty', label: 'Ufficio 2', username: 'lucia' });
  await goTo(empty, '/offices');
  await studio.take(empty, 'services-offices-empty', EVERY_FACE);
  await goTo(empty, '/service/group');
  await studio.take(empty, 'services-group-empty', ONE_EACH);
}

async function saveGroup(page: Page): Promise<void> {
  await goTo(page, '/service/group');
  const people = page.locator('.row-tick input');
  for (const nth of [0, 1, 2, 3, 4, 5]) await people.nth(nth).click();
  for (const _ of [0, 1]) await page.getByRole('button', { name: 'Una persona in più' }).click();
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').first().click();
  await page.getByRole('button', { name: 'Salva per 8 persone' }).click();
  await page.waitForFunction(() => location.pathname !== '/service/group');
}

/** What a mediation and a referral ask, and where one is. */
async function takeQuestions(studio: Studio, page: Page): Promise<void> {
  await goTo(page, '/contact');
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).getByText('Altro…').click();
  for (const what of ['Mediazione culturale', 'Invio'])
    await page.getByRole('group', { name: 'Che cosa avete fatto?' }).getByText(what, { exact: true }).click();
  await page.getByRole('button', { name: 'Cambia: Quando e dove' }).click();
  await page.getByRole('button', { name: 'Aggiungi la posizione' }).click();
  await studio.take(page, 'services-questions', [...EVERY_FACE, { size: 'phone', isWhole: true }]);
}
