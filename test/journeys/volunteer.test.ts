// A coordinator shows a code; a volunteer's phone scans it, counts without a network, and never learns who anybody is.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filmOf } from '../browser/film-of-code.ts';
import { lookAt } from './look-for-barriers.ts';
import { enrol, signIn } from './pages/entrance.ts';
import { copySheet, createEvent, figureSays, writeShifts } from './pages/events.ts';
import { arrived, button, chip, field, isThere, link, pillSays, sees, toldOf, turnTo } from './pages/screen.ts';
import { countSays, readCardTwice, readShownCode, stateSays, tapPlus, writeTurn } from './pages/volunteer.ts';
import { openPerson, registerPerson, save } from './pages/writing.ts';
import { scanProfile } from './scan-profile.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

const person = { givenName: 'Zulaykhatou', familyName: 'Qwabenadze' };
const note = 'mancavano i guanti verdi';
/** As one writes a day into a field: 19/11/2026. */
const LAST_WEEK = new Date(Date.now() - 7 * 86_400_000).toLocaleDateString('it-IT', { timeZone: 'Europe/Rome' });

test('a volunteer counts at one event without account, network or names; the code ends, and nothing stays on the phone', async () => {
  const desk = await takeTablet(office(), 'desk');
  const coordinator = await desk.open();
  const { card, code } = await step('a keeper of the event has a person with a card, and shows the code', async () => {
    await enrol(coordinator, office().code, 'Ufficio');
    await signIn(coordinator, PEOPLE.marta);
    await registerPerson(coordinator, person);
    await openPerson(coordinator, person.familyName, 'Zulaykhatou Q.');
    await button(coordinator, 'Fai una tessera').click();
    await arrived(coordinator, 'Tessera');
    const onCard = await readShownCode(coordinator);
    await createEvent(coordinator, 'Puliamo la piazza', 'Pulizia', 'Piazza Tola');
    await writeShifts(coordinator, ['Mattina', 'Sera', '']);
    await arrived(coordinator, 'Puliamo la piazza');
    await pillSays(coordinator, 'Tutto al sicuro');
    await link(coordinator, 'Codice per i volontari').click();
    await button(coordinator, 'Crea il codice').click();
    return { card: onCard, code: new URL(await readShownCode(coordinator)) };
  });
  expect(code.pathname, 'the code is in no address that a server sees').toBe('/door');

  const film = join(await mkdtemp(join(tmpdir(), 'film-')), 'code.y4m');
  onTestFinished(() => rm(dirname(film), { recursive: true, force: true }));
  const phone = await takeTablet(office(), 'phone', { viewport: { width: 390, height: 844 }, film });
  let volunteer = await phone.open(`/door#c_d969.${'x'.repeat(43)}`);
  await step('a wrong code is not tried again: the right one is scanned', async () => {
    await volunteer.getByRole('alert').getByText('Questo codice non va bene').waitFor();
    expect(await button(volunteer, 'Riprova').count()).toBe(0);
    await writeFile(film, filmOf(code.href));
    await button(volunteer, 'Inquadra il codice').click();
  });
  await step('the phone is inside, in Arabic from the right and in Italian', async () => {
    await countSays(volunteer, 0);
    expect(new URL(volunteer.url()).hash).toBe('');
    await button(volunteer, 'العربية').click();
    await button(volunteer, '+1 أضف شخصًا').waitFor();
    expect(await volunteer.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    expect(await lookAt(volunteer, 'a volunteer’s phone, in Arabic')).toEqual([]);
    await button(volunteer, 'Italiano').click();
  });
  await step('it counts without a network, takes one back, reads a card once, and writes its hours', async () => {
    await isThere(volunteer.getByRole('radio', { name: 'Mattina', checked: true }));
    await chip(volunteer, 'Turno', 'Sera').click();
    await phone.line.cut();
    await tapPlus(volunteer, 3);
    await countSays(volunteer, 3);
    await button(volunteer, 'Donna').click();
    await button(volunteer, 'Togli l’ultima').click();
    await countSays(volunteer, 2);
    await button(volunteer, 'Donna').click();
    await button(volunteer, '18–60 anni').click();
    await isThere(volunteer.getByRole('button', { name: 'Donna', pressed: true }));
    await writeFile(film, filmOf(card));
    await readCardTwice(volunteer, card, 3);
    await countSays(volunteer, 3);
    await writeTurn(volunteer, '09:00', '11:30', note);
    await stateSays(volunteer, 'Senza rete. Salvato qui');
    expect(await button(volunteer, 'Ho finito').isDisabled()).toBe(true);
  });
  await step('closed and opened without a network by the app’s name alone, all of it is there', async () => {
    await phone.close();
    expect(await scanProfile(phone.profile, [...Object.values(person), note])).toEqual([]);
    volunteer = await phone.open('/');
    await countSays(volunteer, 3);
    await isThere(volunteer.getByRole('radio', { name: 'Sera', checked: true }));
    await readCardTwice(volunteer, card, 3);
    expect(await volunteer.getByLabel('Alle', { exact: true }).inputValue()).toBe('11:30');
    await phone.line.restore();
    await stateSays(volunteer, 'Tutto inviato');
  });
  await step('the coordinator sees the person counted once, beside those nobody knows', async () => {
    await turnTo(coordinator, 'Eventi');
    await link(coordinator, /Puliamo la piazza/)
      .first()
      .click();
    await figureSays(coordinator, 'Persone registrate', '1');
    await figureSays(coordinator, 'Presenze', '4');
    await figureSays(coordinator, 'Ore', '2,5 h');
    await link(coordinator, /Zulaykhatou Q\./)
      .first()
      .waitFor();
  });
  await step('the paper brings the hours of who came by card, and the sheet to sign has the name', async () => {
    await link(coordinator, 'Trascrivi un foglio').click();
    await arrived(coordinator, 'Trascrivi un foglio');
    await chip(coordinator, 'Turno', 'Sera').click();
    await copySheet(coordinator, [['zulay', '3']]);
    await toldOf(coordinator, /Zulaykhatou Q\. era già qui: ore scritte, 3 h/);
    await coordinator.keyboard.type('zulay');
    await coordinator.keyboard.press('Enter');
    await coordinator.keyboard.type('4');
    await coordinator.keyboard.press('Enter');
    await toldOf(coordinator, /Zulaykhatou Q\. è già qui, con 3 h/);
    expect(await coordinator.getByLabel(/^Riga \d+: nome$/).inputValue()).toBe('zulay');
    await coordinator.keyboard.press('Delete');
    await button(coordinator, 'Fine').click();
    await arrived(coordinator, 'Puliamo la piazza');
    await figureSays(coordinator, 'Presenze', '4');
    await figureSays(coordinator, 'Ore', '5,5 h');
    await link(coordinator, 'Foglio presenze').click();
    await chip(coordinator, 'Che foglio', 'Con i nomi di chi è già segnato').click();
    await coordinator.getByRole('cell', { name: 'Zulaykhatou Qwabenadze' }).waitFor();
    await coordinator.goBack();
    await arrived(coordinator, 'Puliamo la piazza');
  });
  await step('the coordinator closes the code', async () => {
    await link(coordinator, 'Codice per i volontari').click();
    await sees(coordinator, '1 telefono è entrato.');
    await button(coordinator, 'Chiudi il codice').click();
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Chiudi il codice' }).click();
    await sees(coordinator, 'Il codice è chiuso');
  });
  await step('the phone inside hears it: no +1, no hours, and in words why', async () => {
    await sees(volunteer, 'Il codice è stato chiuso. Grazie!');
    expect(await button(volunteer, '+1 Aggiungi una persona').count()).toBe(0);
    expect(await volunteer.getByLabel('Alle', { exact: true }).count()).toBe(0);
    expect(await lookAt(volunteer, 'a volunteer’s phone whose code was closed')).toEqual([]);
  });
  await step('another phone is refused in words; the first one leaves with nothing on it', async () => {
    const late = await phone.context().newPage();
    await button(volunteer, 'Ho finito').click();
    await button(volunteer, 'Sì, ho finito').click();
    await arrived(volunteer, 'Grazie!');
    await late.goto(new URL(`/door${code.hash}`, phone.line.url).href);
    await late.getByRole('alert').getByText('Questo codice è chiuso').waitFor();
    await phone.close();
    expect(await scanProfile(phone.profile, [...Object.values(person), note])).toEqual([]);
  });
  expect([...desk.faults, ...phone.faults]).toEqual([]);
});

test('a late code lets a phone bring what it holds, and tells one that holds nothing that the event is over', async () => {
  const desk = await takeTablet(office(), 'late-desk');
  const coordinator = await desk.open();
  const code = await step('a keeper of an event of last week makes a code for an hour', async () => {
    await enrol(coordinator, office().code, 'Ufficio');
    await signIn(coordinator, PEOPLE.marta);
    await turnTo(coordinator, 'Eventi');
    await link(coordinator, 'Nuovo evento').first().click();
    await field(coordinator, 'Titolo').fill('Orto di tutti');
    await field(coordinator, 'Data').fill(LAST_WEEK);
    await chip(coordinator, 'Che cosa fate?', 'Pulizia').click();
    await save(coordinator);
    await arrived(coordinator, 'Orto di tutti');
    await pillSays(coordinator, 'Tutto al sicuro');
    await link(coordinator, 'Un telefono non riesce a inviare?').click();
    await button(coordinator, 'Crea un codice per un’ora').click();
    return new URL(await readShownCode(coordinator));
  });
  const phone = await takeTablet(office(), 'late-phone', { viewport: { width: 390, height: 844 } });
  const volunteer = await phone.open(`/door${code.hash}`);
  await sees(volunteer, 'L’evento è finito. Grazie!');
  expect(await lookAt(volunteer, 'a volunteer’s phone that came after the event')).toEqual([]);
  await button(volunteer, 'Ho finito').click();
  await button(volunteer, 'Sì, ho finito').click();
  await arrived(volunteer, 'Grazie!');
  expect([...desk.faults, ...phone.faults]).toEqual([]);
});
