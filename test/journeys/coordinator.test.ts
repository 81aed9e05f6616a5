import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PLACES } from '../../src/features/places.ts';
import { registerGhita, rename, sitDown, takeBothNames } from './pages/desk.ts';
import { openRow, queueRow, queueTicks } from './pages/review.ts';
import { arrived, button, field, folded, isThere, link, pillSays, sees, turnTo, turnToPath } from './pages/screen.ts';
import { logContact, openPerson, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { useOffice } from './use-office.ts';

const { marta, chiara } = PEOPLE;
const office = useOffice();

/** Which row is open beside the queue. */
const openRowOf = (page: Page) => page.getByRole('region', { name: 'Coda' }).locator('[aria-current="true"]');

test('the queue goes by keyboard alone, one by one and many at once', async () => {
  const { tablet, page: street } = await sitDown(office(), 'Unità mobile 2', marta);
  for (const [givenName, familyName] of [
    ['Awa', 'Ndiaye'],
    ['Bilal', 'Ahmed'],
    ['Carmen', 'Quispe'],
    ['Dmytro', 'Koval'],
    ['Efua', 'Asante'],
    ['Farid', 'Karimi'],
  ] as const) {
    await registerPerson(street, { givenName, familyName });
  }
  await pillSays(street, 'Tutto al sicuro');
  const { tablet: desk, page } = await sitDown(office(), 'Ufficio', chiara);
  await queueTicks(page).nth(5).waitFor();
  const isOpen = (name: string) => openRowOf(page).filter({ hasText: name }).waitFor();
  await isOpen('Awa N.');

  await step('what is ticked stays so from the first step on', async () => {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await isOpen('Bilal A.');
    await button(page, 'Valida 1 scheda').waitFor();
    await page.locator('h2:focus', { hasText: 'Bilal A.' }).waitFor();
    await page.keyboard.press('k');
    await isOpen('Awa N.');
    await page.keyboard.press('x');
    await button(page, 'Valida 1 scheda').waitFor({ state: 'detached' });
  });
  await step('J and K walk', async () => {
    await page.keyboard.press('j');
    await isOpen('Bilal A.');
    await page.keyboard.press('j');
    await isOpen('Carmen Q.');
    await page.keyboard.press('k');
    await isOpen('Bilal A.');
  });
  await step('V validates and goes on with the next', async () => {
    await page.keyboard.press('v');
    await queueRow(page, 'Persona · Bilal A.').waitFor({ state: 'detached' });
    await isOpen('Carmen Q.');
  });
  await step('R writes a comment, in which V and J are letters', async () => {
    await page.keyboard.press('r');
    const comment = field(page, 'Che cosa va corretto');
    await comment.waitFor();
    await page.keyboard.type('Vedi il giorno di nascita');
    expect(await comment.inputValue()).toBe('Vedi il giorno di nascita');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await queueRow(page, 'Persona · Carmen Q.').waitFor({ state: 'detached' });
    await isOpen('Dmytro K.');
  });
  await step('X ticks several, and one key press validates them', async () => {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await isOpen('Efua A.');
    await page.keyboard.press('x');
    const many = button(page, 'Valida 2 schede');
    await many.focus();
    await page.keyboard.press('Enter');
    await queueRow(page, 'Persona · Efua A.').waitFor({ state: 'detached' });
    expect(await queueTicks(page).count()).toBe(2);
    await pillSays(page, 'Tutto al sicuro');
  });
  await step('on a phone the list stays after what was ticked in it', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await turnToPath(page, PLACES.review);
    await queueTicks(page).first().check();
    await button(page, 'Valida 1 scheda').click();
    await queueRow(page, 'Persona · Awa N.').waitFor({ state: 'detached' });
    await queueRow(page, 'Persona · Farid K.').waitFor();
    expect(new URL(page.url()).pathname).toBe(PLACES.review);
  });
  await step('the worker sees all of it', async () => {
    await link(street, 'Tornato da Chiara').waitFor();
    await sees(street, '«Vedi il giorno di nascita»');
    await turnTo(street, 'Persone');
    await isThere(street.getByText('validato').nth(2));
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});

test('two values for one field: both are shown, one tap settles it for everybody', async () => {
  const { tablet, page: street } = await sitDown(office(), 'Unità mobile 2', marta);
  await registerPerson(street, { givenName: 'Fatou', familyName: 'Sow' });
  await pillSays(street, 'Tutto al sicuro');
  const { tablet: desk, page } = await sitDown(office(), 'Ufficio', chiara);
  await step('a comment is no other record than the one that is looked at; another value is', async () => {
    const changed = page.getByText('La scheda è cambiata mentre la guardavi');
    await openRow(page, /Fatou S\./);
    await openPerson(street, 'fatou', 'Fatou S.');
    await folded(street, 'Scrivi un commento').click();
    await field(street, 'Il tuo commento').fill('Viene domani.');
    await button(street, 'Aggiungi il commento').click();
    await sees(page, 'Viene domani.');
    expect(await changed.count()).toBe(0);
    await rename(street, 'Fatou S.', 'Telefono', '010 111 222');
    await isThere(changed);
  });

  await tablet.line.cut();
  await pillSays(street, 'Senza rete');
  await rename(street, 'Fatou S.', 'Soprannome', 'Fifi');
  await rename(page, 'Fatou S.', 'Soprannome', 'Fafa');
  await pillSays(page, 'Tutto al sicuro');
  await tablet.line.restore();

  await step('nothing is lost: both devices say that a hand is needed', async () => {
    await pillSays(street, '2 da sistemare');
    await pillSays(page, '1 da sistemare');
  });
  await step('the coordinator settles it in one tap', async () => {
    await turnTo(page, 'Da sistemare');
    await link(page, /Fatou S\./).click();
    await sees(page, 'Fafa');
    await sees(page, 'Fifi');
    await button(page, 'Tieni questo: Fifi').click();
    await pillSays(page, 'Tutto al sicuro');
  });
  await step('the tablet follows', async () => {
    await pillSays(street, 'Tutto al sicuro');
    await openPerson(street, 'fatou', 'Fatou S.');
    await sees(street, 'Fifi');
    await turnTo(street, 'Da sistemare');
    await arrived(street, 'Da sistemare');
    expect(await link(street, /Fatou/).count()).toBe(0);
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});

test('2: a change that the server refuses is kept, explained, mended and sent again', async () => {
  const { tablet, page: street } = await sitDown(office(), 'Unità mobile 2', marta);
  await registerGhita(street);
  const { tablet: desk, page } = await sitDown(office(), 'Ufficio', chiara);

  await tablet.line.cut();
  await pillSays(street, 'Senza rete');
  await takeBothNames(street, page);
  await tablet.line.restore();
  await step('the refused change waits with its reason', async () => {
    await pillSays(street, '2 da sistemare');
    await logContact(street, 'Legale');
    await turnTo(street, 'Da sistemare');
    await sees(street, 'Non accettate dal server');
    await street.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await sees(street, 'Non va: «Soprannome»');
    await sees(street, 'Scrivi almeno un nome, un soprannome o un telefono');
  });
  await step('mended, it goes up', async () => {
    await field(street, 'Soprannome').fill('Gigetta');
    await button(street, 'Salva e rimanda').click();
    await pillSays(street, 'Tutto al sicuro');
    await openPerson(page, 'gigetta', '«Gigetta»');
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});
