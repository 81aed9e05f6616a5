import type { Page } from 'playwright-core';
import { createEvent, writeShifts } from '../../journeys/pages/events.ts';
import { button, field, folded, toldOf } from '../../journeys/pages/screen.ts';
import type { Demo } from '../start-demo.ts';
import { ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, goTo, speak } from '../walk.ts';
import { takeTour } from './tour.ts';

/** The presences of an event in their moments: nobody yet, a name that finds nobody or somebody alike, a shift that takes another name. */
export async function takeEvents(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Piazza', username: 'marta' });
  await createEvent(page, 'Puliamo la piazza', 'Pulizia', 'Piazza Tola');
  const event = new URL(page.url()).pathname;
  await takeTour(studio, page, 'events', [
    { name: 'new', path: event },
    { name: 'desk-nobody', path: `${event}/presences` },
    { name: 'copy-nobody', path: `${event}/copy` },
  ]);
  await goTo(page, event);
  await writeShifts(page, ['Mattina', 'Pomeriggio']);
  await goTo(page, `${event}/presences`);
  await countInFirstShift(page);
  await takeTour(studio, page, 'events', [
    { name: 'with-shifts', path: event },
    { name: 'desk-alike', path: `${event}/presences`, prepare: (desk) => typeName(desk, 'input[type=search]') },
    { name: 'desk-group', path: `${event}/presences`, prepare: (desk) => typeName(desk, 'input[type=search]', '+12') },
    {
      name: 'desk-no-group',
      path: `${event}/presences`,
      prepare: (desk) => typeName(desk, 'input[type=search]', '+1200'),
    },
    { name: 'copy-alike', path: `${event}/copy`, prepare: (desk) => typeName(desk, 'form input') },
  ]);
  await takeRenamedShift(studio, page, event);
  await takeCancelled(studio, page, event);
}

async function countInFirstShift(page: Page): Promise<void> {
  const plusOne = button(page, '+1 persona sconosciuta');
  await plusOne.click();
  await plusOne.click();
  await toldOf(page, /presente|sconosciut/);
}

const typeName = (page: Page, input: string, name = 'Amin'): Promise<void> => page.locator(input).first().fill(name);

async function takeRenamedShift(studio: Studio, page: Page, event: string): Promise<void> {
  await goTo(page, `${event}/edit`);
  await folded(page, 'Altri dati').click();
  await field(page, 'Nome del turno 1').fill('Mattino');
  await page.getByText(/presenze sono segnate nel turno/).waitFor();
  await studio.take(page, 'events-renamed-shift', [...ONE_EACH, { size: 'phone', isWhole: true }]);
  await speak(page, 'English');
  await goTo(page, `${event}/edit`);
  await folded(page, 'More details').click();
  await field(page, 'Name of shift 1').fill('Early morning');
  await studio.take(page, 'events-renamed-shift-en', [...ONE_EACH, { size: 'phone', isWhole: true }]);
}

async function takeCancelled(studio: Studio, page: Page, event: string): Promise<void> {
  await speak(page, 'Italiano');
  await goTo(page, event);
  await goTo(page, `${event}/edit`);
  await button(page, 'Ricomincia').click();
  await folded(page, 'Altri dati').click();
  await page.getByText('Annullato', { exact: true }).click();
  await button(page, 'Salva').click();
  await page.getByText('Questo evento è annullato').waitFor();
  await takeTour(studio, page, 'events', [{ name: 'cancelled', path: event }]);
}
