// What the server refused, seen from the coordinator's desk: read, given back with a word, and corrected without a network.

import { expect, test } from 'vitest';
import { lookAt } from './look-for-barriers.ts';
import { registerGhita, rename, sitDown, takeBothNames } from './pages/desk.ts';
import { arrived, button, field, isThere, link, pill, pillSays, sees, toldOf, turnTo } from './pages/screen.ts';
import { openPerson, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { useOffice } from './use-office.ts';

const { marta, chiara } = PEOPLE;
const office = useOffice();

test('2: a refused change stands on the coordinator’s list too, is given back, and is corrected without a network', async () => {
  const { tablet, page: street } = await sitDown(office(), 'Unità mobile 2', marta);
  await registerGhita(street);
  const { tablet: desk, page } = await sitDown(office(), 'Ufficio', chiara);

  await tablet.line.cut();
  await pillSays(street, 'Senza rete');
  await takeBothNames(street, page);
  await tablet.line.restore();
  await pillSays(street, 'da sistemare');

  await step('it comes to the desk with author, device, reason and the change field by field', async () => {
    await turnTo(page, 'Da sistemare');
    await sees(page, 'Arrivati al server, non accettati');
    await sees(page, /Marta Rinaldi, «Unità mobile 2»/);
    await link(page, /Persona · «Gigi»/).click();
    await arrived(page, 'Il server non l’ha accettata');
    await sees(page, /Scrivi almeno un nome, un soprannome o un telefono/);
    await isThere(page.getByRole('row', { name: /Soprannome.*Gigi.*vuoto/ }));
  });
  await step('given back with a word, it says so on both sides', async () => {
    await button(page, 'Rimanda a Marta').click();
    await button(page, 'Rimanda').click();
    await isThere(page.getByText('Scrivi un commento'));
    await field(page, 'Che cosa va corretto').fill('Serve almeno un nome.');
    await button(page, 'Rimanda').click();
    await toldOf(page, 'Rimandata a Marta');
    await sees(page, 'In mano a qualcuno');
    // The tablet would ask by itself within minutes.
    await pill(street, 'da sistemare').click();
    await button(street, 'Controlla adesso').click();
    await turnTo(street, 'Da sistemare');
    await sees(street, 'Chi coordina scrive: «Serve almeno un nome.»');
    expect(await lookAt(street, 'worker, a refused change that came back')).toEqual([]);
    await link(street, /Gigi/).first().click();
    await sees(street, 'Correggi e rimanda');
  });
  await step('without a network the list is there, with what needs one said', async () => {
    await desk.line.cut();
    await pillSays(page, 'Senza rete');
    await turnTo(page, 'Persone');
    await turnTo(page, 'Da sistemare');
    await sees(page, /Adesso non c’è rete/);
    await link(page, /Persona · «Gigi»/).click();
    await button(page, 'Non serve').click();
    await field(page, 'Perché non serve').fill('Prova');
    await button(page, 'Sì, non serve').click();
    await isThere(page.getByRole('dialog').getByText('Per questo serve la rete'));
    await button(page, 'Annulla').click();
  });
  await step('corrected here it waits, and settles itself when the network is back', async () => {
    await button(page, 'Correggi qui').click();
    expect(await field(page, 'Soprannome').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await lookAt(page, 'coordinator, correcting a refused change')).toEqual([]);
    await field(page, 'Soprannome').fill('Gigetta');
    await button(page, 'Salva').click();
    await toldOf(page, 'Salvato su questo dispositivo');
    await sees(page, 'Corretta qui, parte con la rete');
    await desk.line.restore();
    await sees(page, 'Niente da sistemare');
    await pillSays(page, 'Tutto al sicuro');
  });
  await step(
    'and the tablet is told who corrected it, where its own correction stood, until that was seen',
    async () => {
      await pillSays(street, 'Tutto al sicuro');
      await sees(street, `${chiara.name} l’ha corretta: sulla scheda trovi il valore giusto.`);
      expect(await lookAt(street, 'worker, a refused change that somebody settled')).toEqual([]);
      expect(new URL(street.url()).pathname).toMatch(/^\/attention\/./);
      await button(street, 'Ho visto').click();
      await sees(street, 'Niente da sistemare');
    },
  );
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});

test('what a device brings that was switched off waits for a yes, and one tap takes all of it', async () => {
  const { tablet, page: street } = await sitDown(office(), 'Unità mobile 4', marta);
  const { tablet: desk, page } = await sitDown(office(), 'Ufficio 2', chiara);
  await tablet.line.cut();
  await pillSays(street, 'Senza rete');
  await registerPerson(street, { givenName: 'Nadia', familyName: 'Rahman' });
  await rename(street, 'Nadia R.', 'Soprannome', 'Nana');
  await step('the desk switches the device off', async () => {
    await page.locator('a[href="/settings"]').first().click();
    await button(page, 'Disattiva: Unità mobile 4').click();
    await button(page, 'Sì, disattiva').click();
    await toldOf(page, '«Unità mobile 4» è disattivato');
  });
  await tablet.line.restore();
  await step('what it still had comes to the desk, and is taken at once', async () => {
    await expect
      .poll(
        async () => {
          await turnTo(page, 'Persone');
          await turnTo(page, 'Da sistemare');
          return button(page, 'Accetta tutte e 2').isVisible();
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toBe(true);
    await sees(page, 'Da confermare');
    await button(page, 'Accetta tutte e 2').click();
    await toldOf(page, '2 di 2 accettate');
    await turnTo(page, 'Persone');
    await sees(page, 'Nadia R.');
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});

test('two values for one field stand side by side on both devices, one tap settles them, and the second to choose is told', async () => {
  const { tablet, page: street } = await sitDown(office(), 'Unità mobile 4', marta);
  await registerPerson(street, { givenName: 'Hawa', familyName: 'Jallow', phone: '3471234567' });
  await pillSays(street, 'Tutto al sicuro');
  const { tablet: desk, page } = await sitDown(office(), 'Ufficio 3', chiara);
  await tablet.line.cut();
  await pillSays(street, 'Senza rete');
  await rename(page, 'Hawa J.', 'Telefono', '010 111 222');
  await pillSays(page, 'Tutto al sicuro');
  await rename(street, 'Hawa J.', 'Telefono', '010 333 444');
  await tablet.line.restore();

  for (const [where, who] of [
    [street, 'worker'],
    [page, 'coordinator'],
  ] as const) {
    await pillSays(where, 'da sistemare');
    await turnTo(where, 'Da sistemare');
    await link(where, /Persona · Hawa J\./).click();
    await sees(where, '010 111 222');
    await sees(where, '010 333 444');
    expect(await lookAt(where, `${who}, two values`)).toEqual([]);
  }
  await desk.line.cut();
  await button(street, 'Tieni questo: 010 333 444').click();
  await pillSays(street, 'Tutto al sicuro');
  await step('who chooses second sees both values, and nothing to send again', async () => {
    await button(page, 'Tieni questo: 010 111 222').click();
    await toldOf(page, 'Salvato su questo dispositivo');
    await desk.line.restore();
    await pillSays(page, 'da sistemare');
    await turnTo(page, 'Da sistemare');
    // For a moment the dispute may still stand beside the refused choice.
    await link(page, /Persona · Hawa J\./)
      .first()
      .click();
    await sees(page, 'Qualcuno ha scelto tra i due valori prima di te');
    await sees(page, /Hai scelto tu\s*010 111 222/);
    await sees(page, /Vale adesso\s*.*010 333 444/);
    expect(await button(page, 'Riprova così com’è').count()).toBe(0);
    expect(await lookAt(page, 'a choice that came second')).toEqual([]);
    await button(page, 'Ho capito').click();
    await isThere(page.getByRole('dialog').getByText('010 111 222'));
    await button(page, 'Annulla').click();
  });
  await step('the value that was chosen holds after all: then it is let go without a question', async () => {
    await rename(street, 'Hawa J.', 'Telefono', '010 111 222');
    await pillSays(street, 'Tutto al sicuro');
    await sees(page, 'Vale già il valore che hai scelto tu');
    await button(page, 'Ho capito').click();
    await toldOf(page, 'Resta quello del server');
    await pillSays(page, 'Tutto al sicuro');
  });
  await openPerson(page, 'hawa', 'Hawa J.');
  await sees(page, /222$/);
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});
