// Forgotten, changed, closed, opened again: what a coordinator and the person do about an access.

import { expect, test } from 'vitest';
import { sitDown } from './pages/desk.ts';
import { enrol, isInside, lock, tryPassword, unlock } from './pages/entrance.ts';
import { arrived, button, field, isThere, link, pillSays, sees, toldOf } from './pages/screen.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const { dario, chiara } = PEOPLE;
const office = useOffice();
const OWN = 'lanterna-molo-vento';

test('a forgotten password is made anew at the desk, changed by its owner, and the access closed and opened', async () => {
  const { tablet: desk, page } = await sitDown(office(), 'Ufficio', chiara);
  const tablet = await takeTablet(office(), 'Unità mobile 3');
  const street = await tablet.open();
  await enrol(street, office().code, 'Unità mobile 3');

  const made = await step('the desk makes a password of five words, and shows it once', async () => {
    await page.locator('a[href="/settings"]').first().click();
    await link(page, 'Dario Costa').click();
    await arrived(page, 'Dario Costa');
    await button(page, 'Fai una password nuova').click();
    await isThere(page.getByText('La password di prima non vale più'));
    await button(page, 'Sì, fai la password').click();
    const words = (await page.locator('.passphrase').textContent()) ?? '';
    expect(words.split('-')).toHaveLength(5);
    await sees(page, 'Che cosa dire a Dario:');
    await button(page, 'Fatto, l’ho detta').click();
    expect(await page.getByText(words).count()).toBe(0);
    return words;
  });
  await step('with it Dario comes in', async () => {
    await field(street, 'Nome di accesso').fill(dario.username);
    await field(street, 'Password').fill(made);
    await button(street, 'Entra').click();
    await isInside(street);
    await pillSays(street, 'Tutto al sicuro');
  });
  await step('without a network nothing changes, and that is said', async () => {
    await street.locator('a[href="/settings"]').first().click();
    await link(street, 'Cambia password').click();
    await tablet.line.cut();
    await field(street, 'Password di adesso').fill(made);
    await field(street, 'Password nuova').fill(OWN);
    await field(street, 'Password nuova, ancora una volta').fill('lanterna-molo-vanto');
    await button(street, 'Cambia la password').click();
    await sees(street, 'Le due password nuove non sono uguali');
    await field(street, 'Password nuova, ancora una volta').fill(OWN);
    await button(street, 'Cambia la password').click();
    await sees(street, 'Vale ancora la password di prima');
    await tablet.line.restore();
  });
  await step('a wrong old password is said at its field', async () => {
    await field(street, 'Password di adesso').fill('sbagliata');
    await button(street, 'Cambia la password').click();
    await sees(street, 'Questa non è la tua password di adesso.');
  });
  await step('then it changes on the server and on the device', async () => {
    await field(street, 'Password di adesso').fill(made);
    await button(street, 'Cambia la password').click();
    await toldOf(street, 'Password cambiata');
    await lock(street);
    await tablet.line.cut();
    await tryPassword(street, dario, made);
    await isThere(street.getByText('Questa non è la password giusta'));
    await unlock(street, dario, OWN);
    await tablet.line.restore();
    await pillSays(street, 'Tutto al sicuro');
  });
  await step('the desk closes the access, and one tap opens it again', async () => {
    await button(page, 'Chiudi l’accesso').click();
    await isThere(page.getByText('Puoi riaprire l’accesso in ogni momento.'));
    await button(page, 'Sì, chiudi').click();
    await toldOf(page, 'L’accesso di Dario è chiuso');
    await sees(page, /Accesso chiuso oggi/);
    await button(page, 'Annulla').click();
    await toldOf(page, 'Dario può entrare di nuovo');
    await button(page, 'Chiudi l’accesso').waitFor();
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});
