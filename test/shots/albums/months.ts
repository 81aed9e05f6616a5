import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import type { Studio } from '../studio.ts';
import { comeIn, firstLink, goTo } from '../walk.ts';
import { takeTour } from './tour.ts';

/** A placement from within: its months and what was paid. */
export async function takeMonths(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 4', username: 'marta' });
  const placement = await firstAt(page, /^Accomp/);
  const left = await firstAt(page, /^Uscita/);
  const waits = await firstAt(page, /^Ricerca/);
  await goTo(page, placement);
  const month = await firstLink(page, '/housing/month/');
  await goTo(page, `${placement}/money`);
  const contribution = await firstLink(page, '/housing/contribution/');
  await takeTour(studio, page, 'months', [
    { name: 'placement', path: placement },
    { name: 'month', path: month },
    { name: 'month-new', path: `${placement}/month`, prepare: openAll },
    { name: 'placement-left', path: left },
    { name: 'placement-waits', path: waits },
    { name: 'placement-step', path: `${waits}/edit?step=ACCO` },
    { name: 'now', path: `${waits}/now` },
    { name: 'follow-up-new', path: `${left}/follow-up` },
    { name: 'placement-money', path: `${placement}/money` },
    { name: 'contribution-new', path: `${placement}/contribution` },
    { name: 'contribution', path: contribution },
    { name: 'money', path: '/money' },
    { name: 'agenda', path: '/agenda' },
  ]);
}

async function firstAt(page: Page, stage: RegExp): Promise<string> {
  await goTo(page, '/housing');
  await page.getByRole('button', { name: stage }).click();
  return firstLink(page, '/housing/');
}

async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click();
}
