import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Studio } from '../studio.ts';
import { comeIn, firstLink, goTo } from '../walk.ts';
import { takeTour } from './tour.ts';

/** Who somebody is: an anonymous contact that gets a name, two records of one person, and what was merged already. */
export async function takePeople(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Ufficio persone', username: 'lucia' });
  await goTo(page, '/contact');
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').first().click();
  const place = page.getByText('Unità mobile', { exact: true });
  if (await place.isVisible()) await place.click();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.waitForFunction(() => location.pathname !== '/contact');
  await goTo(page, '/mine');
  const contact = await firstLink(page, '/service/');

  await goTo(page, '/people/doubles');
  await page
    .getByRole('link', { name: /^Confronta/ })
    .first()
    .waitFor();
  await page.getByText('Cerco i doppioni').waitFor({ state: 'detached' });
  const compare =
    (await page
      .getByRole('link', { name: /^Confronta/ })
      .first()
      .getAttribute('href')) ?? '';
  const person = compare.split('/merge')[0] ?? '';
  await takeTour(studio, page, 'people', [
    { name: 'contact', path: contact },
    { name: 'contact-link', path: `${contact}/link` },
    { name: 'doubles', path: '/people/doubles' },
    { name: 'merge', path: compare },
    { name: 'merge-who', path: `${person}/merge` },
    { name: 'contact-named', path: `${contact}/link`, prepare: registerCirce },
  ]);
  await takeWriting(studio, page, person);
  await takeCards(studio, page, person);
  await goTo(page, compare);
  await page.getByRole('button', { name: 'Unisci le due schede' }).click();
  await page.getByText('Schede unite a questa').waitFor();
  const survivor = new URL(page.url()).pathname;
  await takeTour(studio, page, 'people', [{ name: 'merged', path: survivor }]);
  await goTo(page, survivor);
  await goTo(page, await firstLink(page, '/people/0'));
  await studio.take(page, 'people-merged-away', EVERY_FACE);
}

/** While one types: that this may be somebody who is here already, and that a citizen of the EU is no third-country national. */
async function takeWriting(studio: Studio, page: Page, person: string): Promise<void> {
  await goTo(page, `${person}/edit`);
  const names = page.locator('main input');
  const known = [await names.nth(0).inputValue(), await names.nth(1).inputValue()] as const;
  await takeTour(studio, page, 'people', [
    { name: 'maybe-twice', path: '/people/new', prepare: (form) => typeTurned(form, known) },
    { name: 'eu', path: '/people/new', prepare: chooseFrance },
  ]);
}

/** Whom the contact was with is registered from there. */
async function registerCirce(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Nuova persona|New person)$/ }).click();
  await page.locator('main input').first().fill('Circe');
  await page.getByRole('button', { name: /^(Salva|Save)$/ }).click();
  await page.getByRole('button', { name: /^(Collega a|Link to) Circe$/ }).waitFor();
}

/** The two names turned round. */
async function typeTurned(page: Page, [given, family]: readonly [string, string]): Promise<void> {
  await page.locator('main input').nth(0).fill(family);
  await page.locator('main input').nth(1).fill(given);
  await page
    .getByText(/^(Forse questa persona c’è già|This person may be here already)/)
    .first()
    .waitFor();
}

async function chooseFrance(page: Page): Promise<void> {
  // The draft of the other language still has it.
  if (await page.getByText(/dell’Unione europea|of the European Union/).isVisible()) return;
  const country = page.getByRole('combobox', { name: /^(Cittadinanza|Citizenship)/ });
  await country.fill('Fran');
  await page.getByRole('option').first().click();
}

/** A card made for somebody, as it is printed and looked for, then lost. */
async function takeCards(studio: Studio, page: Page, person: string): Promise<void> {
  await goTo(page, person);
  await page.getByRole('button', { name: 'Fai una tessera' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tessera' }).waitFor();
  const card = new URL(page.url()).pathname;
  const code = (await page.locator('.card-paper-code').textContent()) ?? '';
  await page.emulateMedia({ media: 'print' });
  await studio.take(page, 'people-card-print', [{ size: 'tablet' }]);
  await page.emulateMedia({ media: 'screen' });
  await takeTour(studio, page, 'people', [
    { name: 'card', path: card },
    { name: 'card-find', path: '/cards/find' },
    { name: 'person', path: person },
    { name: 'list', path: '/people' },
  ]);
  await goTo(page, card);
  await page.getByRole('button', { name: 'È persa: fanne una nuova' }).click();
  await page.waitForFunction((old) => location.pathname !== old, card);
  await goTo(page, card);
  await studio.take(page, 'people-card-lost', EVERY_FACE);
  await goTo(page, '/cards/find');
  await page.getByRole('textbox', { name: 'Codice' }).fill(code);
  await page.getByRole('button', { name: 'Cerca', exact: true }).click();
  await page.getByText('Questa tessera è stata data per persa').waitFor();
  await studio.take(page, 'people-card-find-lost', EVERY_FACE);
}
