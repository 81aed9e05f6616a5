import type { Page } from 'playwright-core';
import { createEvent } from '../../journeys/pages/events.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, goTo } from '../walk.ts';

const BY_PERSON = {
  marta: [
    '/today',
    '/people',
    '/housing',
    '/mine',
    '/attention',
    '/service/new',
    '/contact',
    '/housing/new',
    '/safety',
  ],
  lucia: [
    '/review',
    '/people',
    '/attention',
    '/people/doubles',
    '/dwellings',
    '/landlords',
    '/money',
    '/events',
    '/agenda',
    '/offices',
    '/training',
    '/practices',
  ],
} as const;

/** A city that begins: every screen says what to do first. */
export async function takeEmpty(studio: Studio, demo: Demo): Promise<void> {
  for (const [username, paths] of Object.entries(BY_PERSON)) {
    const page = await studio.browse();
    await comeIn(page, demo, { city: 'empty', label: 'Sportello 1', username });
    for (const path of paths) {
      await goTo(page, path);
      await studio.take(page, `empty-${username}${path.replaceAll('/', '-')}`, ONE_EACH);
    }
    if (username === 'lucia') await takeEmptyFilter(studio, page);
  }
}

/** There is an event, but none of those that are asked for. */
async function takeEmptyFilter(studio: Studio, page: Page): Promise<void> {
  await createEvent(page, 'Cena di quartiere', 'Supporto sociale', 'Giardini di Brignole');
  await goTo(page, '/events');
  await page.getByRole('button', { name: /^Passati/ }).click();
  await studio.take(page, 'empty-events-filter', EVERY_FACE);
}
