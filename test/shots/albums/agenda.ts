import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, speak } from '../walk.ts';
import { takeTour } from './tour.ts';

const PHONES: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, { size: 'phone', isWhole: true }];
const CHOSEN: Face = { size: 'phone', isWhole: true };

/** What is due, as a list and as months; reminders; appointments that went well, were missed or called off; money and its ceilings. */
export async function takeAgenda(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Sportello agenda', username: 'marta' });
  await takeReminders(studio, page);
  await goTo(page, '/agenda');
  await page.getByRole('button', { name: 'Di tutti' }).click();
  await studio.take(page, 'agenda-all', PHONES);
  await takeCalendar(studio, page);
  await takeAppointments(studio, page);
  await takeMoney(studio, demo);
  const empty = await studio.browse();
  await comeIn(empty, demo, { city: 'empty', label: 'Sportello vuoto', username: 'marta' });
  await goTo(empty, '/agenda');
  await studio.take(empty, 'agenda-none', EVERY_FACE);
  await empty.getByRole('button', { name: 'Calendario', exact: true }).click();
  await studio.take(empty, 'agenda-calendar-none', ONE_EACH);
}

/** Whether this browser shows reminders is the person's word to the browser; the page says each of the three. */
async function takeReminders(studio: Studio, page: Page): Promise<void> {
  for (const permission of ['default', 'granted', 'denied'] as const) {
    await page.evaluate((word) => {
      Object.defineProperty(Notification, 'permission', { value: word, configurable: true });
    }, permission);
    await goTo(page, '/today');
    await goTo(page, '/agenda');
    await studio.take(page, `agenda-reminders-${permission}`, [{ size: 'tablet' }, CHOSEN]);
  }
}

async function takeCalendar(studio: Studio, page: Page): Promise<void> {
  const next = () => page.getByRole('button', { name: /^Mese (dopo|successivo|seguente)|Next month/ });
  await page.getByRole('button', { name: 'Calendario', exact: true }).click();
  await studio.take(page, 'agenda-calendar', PHONES);
  await next().click();
  await studio.take(page, 'agenda-calendar-next', ONE_EACH);
  await next().click();
  await next().click();
  await studio.take(page, 'agenda-calendar-far', ONE_EACH);
  await speak(page, 'English');
  await goTo(page, '/agenda');
  await studio.take(page, 'agenda-calendar-en', [...ONE_EACH, CHOSEN]);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await studio.take(page, 'agenda-all-en', [{ size: 'tablet' }, CHOSEN]);
  await speak(page, 'Italiano');
}

/** An appointment that is due, and how it went: held, missed, called off. */
async function takeAppointments(studio: Studio, page: Page): Promise<void> {
  await goTo(page, '/agenda');
  const appointment = await firstLink(page, '/agenda/0');
  await goTo(page, '/agenda/new');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByRole('alert').or(page.locator('[aria-invalid]')).first().waitFor();
  await studio.take(page, 'agenda-new-refused', ONE_EACH);
  await takeTour(studio, page, 'agenda', [
    { name: 'appointment', path: appointment },
    { name: 'appointment-edit', path: `${appointment}/edit` },
  ]);
  for (const [name, button] of [
    ['held', 'Fatto'],
    ['missed', 'Non è venut'],
    ['cancelled', 'Annullato'],
  ] as const) {
    await goTo(page, '/agenda');
    await goTo(page, await firstLink(page, '/agenda/0'));
    const choice = page.getByRole('button', { name: new RegExp(button) });
    if ((await choice.count()) === 0) {
      studio.complain(`no appointment to be ${name} was found`);
      continue;
    }
    await choice.first().click();
    await page.locator('.toast').waitFor();
    await studio.take(page, `agenda-appointment-${name}`, [{ size: 'tablet' }, CHOSEN]);
  }
}

/** The coordinator's money: a month, ceilings, and a city without either. */
async function takeMoney(studio: Studio, demo: Demo): Promise<void> {
  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'full', label: 'Ufficio soldi', username: 'lucia' });
  await goTo(desk, '/money');
  const ceiling = await firstLink(desk, '/money/ceilings/0');
  await takeTour(studio, desk, 'agenda-money', [
    { name: 'city', path: '/money' },
    { name: 'ceiling', path: ceiling },
    { name: 'ceiling-new', path: '/money/ceilings/new' },
    { name: 'ceiling-edit', path: `${ceiling}/edit` },
  ]);
  await goTo(desk, '/money');
  await desk.getByRole('combobox').first().selectOption({ index: 1 });
  await studio.take(desk, 'agenda-money-month', [{ size: 'tablet' }, CHOSEN]);
  await goTo(desk, '/money/ceilings/new');
  await desk.getByRole('button', { name: 'Salva' }).click();
  await studio.take(desk, 'agenda-money-ceiling-refused', ONE_EACH);
  const empty = await studio.browse();
  await comeIn(empty, demo, { city: 'empty', label: 'Ufficio vuoto', username: 'lucia' });
  await goTo(empty, '/money');
  await studio.take(empty, 'agenda-money-none', EVERY_FACE);
}
