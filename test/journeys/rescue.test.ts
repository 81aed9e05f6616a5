// A device that no network reaches: its work leaves as a file, and somebody else carries it in.

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sitDown } from './pages/desk.ts';
import { button, pill, pillSays, sees, turnTo } from './pages/screen.ts';
import { logContact, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { useOffice } from './use-office.ts';

const { marta, dario } = PEOPLE;
const office = useOffice();

test('a rescue file is saved without a network, carried in by a colleague, and applied once however often it comes', async () => {
  const { tablet, page: street } = await sitDown(office(), 'Unità mobile 2', marta);
  const { tablet: other, page: colleague } = await sitDown(office(), 'Unità mobile 3', dario);
  await tablet.line.cut();
  await pillSays(street, 'Senza rete');
  await registerPerson(street, { givenName: 'Samira', familyName: 'Haddad' });
  await logContact(street, 'Legale');
  await pillSays(street, '2 salvati qui');

  const text = await step('the file holds what waits, and nothing that can be read', async () => {
    await pill(street, 'Senza rete').click();
    const saving = street.waitForEvent('download');
    await button(street, 'Salva il file').click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^taccuino-emergenza-\d{8}-\d{4}\.txt$/);
    await sees(street, 'File salvato');
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved).not.toMatch(/Samira|Haddad|LEGA/);
    return saved;
  });
  const carryIn = (name: string, content: string) =>
    colleague.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await step('a colleague carries it in, twice', async () => {
    await pill(colleague, 'Tutto al sicuro').click();
    await carryIn('foto.txt', 'non è niente');
    await sees(colleague, 'Questo non è un file di emergenza di Taccuino');
    await carryIn('file.txt', text);
    await sees(colleague, '2 presi');
    await carryIn('file.txt', text);
    await sees(colleague, '2 presi');
  });
  await step('when the network is back it is all proved, and there once', async () => {
    await tablet.line.restore();
    await pillSays(street, 'Tutto al sicuro');
    await turnTo(colleague, 'Persone');
    await sees(colleague, 'Samira H.');
    expect(await colleague.getByRole('main').getByRole('link', { name: 'Samira H.' }).count()).toBe(1);
  });
  expect([...tablet.faults, ...other.faults]).toEqual([]);
});
