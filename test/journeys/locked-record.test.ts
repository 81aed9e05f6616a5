import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { Id, MunicipalityId } from '../../src/domain/primitives.ts';
import { createDemoClient } from '../../src/server/demo/demo-client.ts';
import { deriveRoot } from '../../src/server/derive-root.ts';
import { enrol, signIn } from './pages/entrance.ts';
import { validate } from './pages/review.ts';
import { arrived, button, field, isThere, link, pillSays, sees, turnTo } from './pages/screen.ts';
import { openPerson, registerPerson, save } from './pages/writing.ts';
import { step } from './step.ts';
import { MUNICIPALITY, type Office, PASSWORD, PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const { marta, chiara } = PEOPLE;
const office = useOffice();

test('a record locked during an offline edit: the edit is kept with its reason and its words, and goes up once the record is open again', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  const street = await tablet.open();
  await enrol(street, office().code, 'Unità mobile 2');
  await signIn(street, marta);
  await registerPerson(street, { givenName: 'Nadia', familyName: 'Haddad' });
  await pillSays(street, 'Tutto al sicuro');
  const desk = await takeTablet(office(), 'desk');
  const page = await desk.open();
  await enrol(page, office().code, 'Ufficio');
  await signIn(page, chiara);
  await validate(page, 'Persona · Nadia H.');
  await pillSays(page, 'Tutto al sicuro');
  await openPerson(page, 'nadia', 'Nadia H.');
  const recordId = new URL(page.url()).pathname.split('/').at(-1) as Id;

  await tablet.line.cut();
  await pillSays(street, 'Senza rete');
  await step('the worker writes a number, without network', async () => {
    await openPerson(street, 'nadia', 'Nadia H.');
    await link(street, 'Correggi la scheda').click();
    await arrived(street, 'Correggi la scheda');
    await field(street, 'Telefono').fill('010 998 877');
    await save(street);
  });
  const decide = await step('meanwhile the period is closed, and the record with it', () =>
    closeRecord(office(), recordId),
  );
  await tablet.line.restore();

  await step('the edit waits, with the reason and with what was written', async () => {
    await pillSays(street, '1 da sistemare');
    await openItem(street);
    await sees(street, 'Chiedi a chi coordina di riaprirla');
    await sees(street, '010 998 877');
    expect(await button(street, 'Salva e rimanda').count()).toBe(0);
  });
  await step('the record itself shows what the server has, and that it is closed', async () => {
    await openPerson(page, 'nadia', 'Nadia H.');
    await isThere(page.getByText('chiuso'));
    expect(await page.getByText('010 998 877').count()).toBe(0);
  });
  await step('tried again while it is closed, it stays and loses nothing', async () => {
    await button(street, 'Riprova così com’è').click();
    await isThere(street.getByRole('status').getByText('Chiedi a chi coordina di riaprirla'));
    await sees(street, '010 998 877');
    await pillSays(street, '1 da sistemare');
  });
  await step('reopened by the coordinator, the same edit goes up', async () => {
    await decide('reopen');
    await openPerson(street, 'nadia', 'Nadia H.');
    await isThere(link(street, 'Correggi la scheda'));
    await openItem(street);
    await button(street, 'Riprova così com’è').click();
    await pillSays(street, 'Tutto al sicuro');
    await openPerson(page, '010 998 877', 'Nadia H.');
  });
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});

async function openItem(page: Page): Promise<void> {
  await turnTo(page, 'Da sistemare');
  await sees(page, 'Non accettate dal server');
  await link(page, /Nadia H\./).click();
}

type Decide = (verb: 'lock' | 'reopen') => Promise<void>;

/** The coordinator's third device: no screen closes a period yet, the server already knows how. */
async function closeRecord(open: Office, recordId: Id): Promise<Decide> {
  const municipality = MUNICIPALITY as MunicipalityId;
  const client = await createDemoClient({
    url: open.url,
    municipality,
    code: open.code,
    username: chiara.username,
    password: PASSWORD,
    stream: v7(),
    deriveRoot,
  });
  // A comment says at which version the record stands, which a decision has to know.
  const common = { recordId, kind: 'beneficiary', at: new Date().toISOString() };
  const decide: Decide = async (verb) => {
    const said = await client.push([{ ...common, type: 'comment', id: v7() as Id, text: 'Periodo chiuso.' }]);
    const seenVersion = said.get(recordId) ?? expect.fail('the comment has no version');
    await client.push([{ ...common, type: 'review', id: v7() as Id, seenVersion, verb }]);
  };
  await decide('lock');
  return decide;
}
