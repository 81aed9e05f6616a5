import { expect, test } from 'vitest';
import { cardAtDoor, enrol, lock, signIn, signInAsAnother, tryPassword, unlock } from './pages/entrance.ts';
import { arrived, button, field, link, pillSays, sees, turnTo } from './pages/screen.ts';
import { fillPerson, logContact, openPerson, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const { marta, dario } = PEOPLE;
const office = useOffice();

test('two people on one tablet: the second sees nothing of the first, whose queue survives the day', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  let page = await tablet.open();
  await enrol(page, office().code, 'Unità mobile 2');
  await signIn(page, dario);
  await lock(page);
  await signInAsAnother(page, marta);

  const place = await step('the first writes without network and starts what she does not finish', async () => {
    // What the server does not know yet goes up only once its person is back.
    await pillSays(page, 'Tutto al sicuro');
    await tablet.line.cut();
    await registerPerson(page, { givenName: 'Blessing', familyName: 'Osagie' });
    await logContact(page, 'Mediazione culturale');
    await fillPerson(page, { givenName: 'Precious', familyName: 'Idahosa' });
    await openPerson(page, 'blessing', 'Blessing O.');
    await pillSays(page, 'Senza rete · 2 salvati qui');
    const { pathname } = new URL(page.url());
    await lock(page);
    await cardAtDoor(page, marta.name).getByText('2 da inviare').waitFor();
    return pathname;
  });

  await step('the second has an empty desk: no record, no draft, no search of hers', async () => {
    await unlock(page, dario);
    await arrived(page, /Dario/);
    await sees(page, 'Oggi non hai ancora scritto niente');
    await turnTo(page, 'Persone');
    await sees(page, 'Qui non c’è ancora nessuno');
    await turnTo(page, 'Oggi');
    await link(page, 'Nuova persona').click();
    expect(await field(page, 'Nome').inputValue()).toBe('');
    await pillSays(page, /^Senza rete$/);
  });

  await step('her address leads him nowhere', async () => {
    await page.goto(new URL(place, tablet.line.url).href);
    await unlock(page, dario);
    await sees(page, 'Questa scheda non è su questo dispositivo');
    expect(await page.getByText(/Blessing|Osagie/).count()).toBe(0);
  });

  await step('his day goes its way, and what she left goes up although nobody unlocks it', async () => {
    await tablet.line.restore();
    await logContact(page, 'Legale');
    await pillSays(page, 'Tutto al sicuro');
    await lock(page);
    await cardAtDoor(page, dario.name).getByText('tutto inviato').waitFor();
    // A request that was under way when the network went is given up first, as for the pill.
    const isSafe = cardAtDoor(page, marta.name).getByText('2 salvati qui, già al sicuro sul server');
    await isSafe.waitFor({ timeout: 90_000 });
  });

  await step('his password does not open her work', async () => {
    await tryPassword(page, marta, 'password-di-dario');
    await page.getByText('Questa non è la password giusta').waitFor();
  });

  await tablet.close();
  page = await tablet.open();
  await step('in the evening hers is all there and goes up', async () => {
    await unlock(page, marta);
    await pillSays(page, 'Tutto al sicuro');
    await openPerson(page, 'blessing', 'Blessing O.');
    await sees(page, /sul server/);
    await turnTo(page, 'Oggi');
    await link(page, 'Nuova persona').click();
    expect(await field(page, 'Nome').inputValue()).toBe('Precious');
    await button(page, 'Ricomincia').waitFor();
  });
  expect(tablet.faults).toEqual([]);
});
