import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import { readShownCode } from '../../journeys/pages/volunteer.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, speak } from '../walk.ts';
import { takeCounting } from './guest-counting.ts';
import { takeDoors, takeDoorTroubles } from './guest-doors.ts';
import { takeEnd, takeForgotten, takeLate, takeTimes, takeTooLate } from './guest-states.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A volunteer's phone, from the code to the end, in its states, and the desk that shows the code. */
export async function takeGuest(studio: Studio, demo: Demo): Promise<void> {
  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'full', label: 'Ufficio eventi', username: 'lucia' });
  const event = await writeEvent(desk);
  const door = await openDoor(studio, desk, event);
  await takeDoors(studio, demo);
  await takeDoorTroubles(studio, door);
  const phone = await comeInside(studio, door);
  await takeCounting(studio, phone);
  await takeEnd(studio, phone);
  await takeTimes(studio, await comeInside(studio, door));
  const other = await comeInside(studio, door);
  await takeForgotten(studio, other);
  await takeMoved(studio, desk);
  const last = await comeInside(studio, door);
  await takeEndedCode(studio, desk, event, last);
  const closed = await studio.browse();
  await closed.goto(door);
  await closed.getByRole('alert').waitFor();
  await studio.take(closed, 'guest-over-code', EVERY_FACE);
  const late = await openLateDoor(desk);
  await takeLate(studio, await comeInside(studio, late, 'heading'));
  await last.goto('about:blank');
  await last.goto(late);
  await last.getByText('Sei già in un altro evento').waitFor();
  await studio.take(last, 'guest-other-event', ONE_EACH);
}

async function comeInside(studio: Studio, door: string, until: 'counter' | 'heading' = 'counter'): Promise<Page> {
  const phone = await studio.browse();
  await phone.goto(door);
  await (until === 'counter' ? phone.getByRole('button', { name: /^\+1/ }) : phone.locator('.guest-end')).waitFor();
  return phone;
}

/** An event that goes on until late at night, whenever the pictures are taken. */
async function writeEvent(desk: Page): Promise<string> {
  await goTo(desk, '/events/new');
  await desk.getByLabel('Titolo').fill('Puliamo la piazza');
  await desk.getByText('Pulizia', { exact: true }).click();
  await desk.getByLabel('Luogo').fill('Piazza Tola');
  await desk.locator('main summary').first().click();
  await desk.getByLabel('Dalle', { exact: true }).fill('09:00');
  await desk.getByLabel('Alle', { exact: true }).fill('23:30');
  await desk.getByRole('button', { name: 'Salva' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Puliamo la piazza' }).waitFor();
  const event = new URL(desk.url()).pathname;
  await desk.getByRole('link', { name: 'Codice per i volontari' }).waitFor();
  return event;
}

/** The code of the event, and how the desk shows it. */
async function openDoor(studio: Studio, desk: Page, event: string): Promise<string> {
  await goTo(desk, `${event}/volunteers`);
  await desk.getByRole('button', { name: 'Crea il codice' }).click();
  await desk.locator('svg.qr').waitFor();
  await studio.take(desk, 'guest-invitation', [...EVERY_FACE, ...TIGHT_FACES]);
  await speak(desk, 'English');
  await goTo(desk, `${event}/volunteers`);
  await desk.locator('svg.qr').waitFor();
  await studio.take(desk, 'guest-invitation-en', ONE_EACH);
  const door = await readShownCode(desk);
  await speak(desk, 'Italiano');
  return door;
}

/** What a phone counted without a network comes when its event was long ago, because the desk wrote another day. */
async function takeMoved(studio: Studio, desk: Page): Promise<void> {
  const event = await writeEvent(desk);
  await goTo(desk, `${event}/volunteers`);
  await desk.getByRole('button', { name: 'Crea il codice' }).click();
  await desk.locator('svg.qr').waitFor();
  const phone = await comeInside(studio, await readShownCode(desk));
  await takeTooLate(studio, phone, async () => {
    await goTo(desk, `${event}/edit`);
    await desk.getByLabel('Data', { exact: true }).fill(new Date(Date.now() - 5 * DAY_MS).toISOString().slice(0, 10));
    const isSent = desk.waitForResponse((answer) => answer.url().includes(`${API_BASE}/push`));
    await desk.getByRole('button', { name: 'Salva' }).click();
    await isSent;
  });
}

/** The desk ends the code; the phone inside hears it. */
async function takeEndedCode(studio: Studio, desk: Page, event: string, phone: Page): Promise<void> {
  await goTo(desk, `${event}/volunteers`);
  await desk.getByRole('button', { name: 'Chiudi il codice' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Chiudi il codice' }).click();
  await desk.getByText('Il codice è chiuso').waitFor();
  await phone.getByText('Il codice è stato chiuso').waitFor({ timeout: 90_000 });
  await studio.take(phone, 'guest-ended', [...EVERY_FACE, ...TIGHT_FACES]);
}

/** After an event a code brings what phones still hold. */
async function openLateDoor(desk: Page): Promise<string> {
  await goTo(desk, '/events');
  await desk.getByRole('button', { name: /^Passati/ }).click();
  await goTo(desk, `${await firstLink(desk, '/events/')}/volunteers`);
  const make = desk.getByRole('button', { name: /codice/ }).first();
  await make.waitFor();
  await make.click();
  await desk.locator('svg.qr').waitFor();
  return readShownCode(desk);
}
