import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, firstLink, goTo } from '../walk.ts';
import { takeTour } from './tour.ts';

/** More placements than it takes to find one of a household. */
const LOOKED_AT_MAX = 40;

/** Who lives as one: the household, who comes and goes, a service and a placement for all of them, and how it is decided on. */
export async function takeHouseholds(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 5', username: 'marta' });
  const household = await findHousehold(page);
  const id = household.split('/').at(-1);
  await goTo(page, household);
  const member = await firstLink(page, '/households/member/');
  await goTo(page, member);
  const person = await firstLink(page, '/people/');
  const areHouseholds = (on: Page) => on.getByRole('button', { name: /^(Nuclei|Households)/ }).click();
  await takeTour(studio, page, 'households', [
    { name: 'list', path: '/people', prepare: areHouseholds },
    { name: 'household', path: household },
    { name: 'person', path: person },
    { name: 'add', path: `${household}/add` },
    { name: 'split', path: `${household}/split` },
    { name: 'split-contact', path: `${household}/split`, prepare: (on) => on.getByRole('checkbox').first().check() },
    { name: 'join', path: `${household}/join` },
    { name: 'edit', path: `${household}/edit` },
    { name: 'member', path: member },
    { name: 'leave', path: `${member}/edit?leave=today` },
    { name: 'service', path: `/service/group?household=${id}` },
    { name: 'placement', path: `/housing/new?household=${id}` },
  ]);
  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'full', label: 'Ufficio nuclei', username: 'lucia' });
  await goTo(desk, household);
  await goTo(desk, `/service/group?household=${id}`);
  await desk.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').first().click();
  await desk.getByRole('button', { name: /^Salva per/ }).click();
  await desk.waitForFunction((path) => location.pathname === path, household);
  // A group is called by its first service.
  const group = await firstLink(desk, '/service/group/');
  await goTo(desk, group);
  await studio.take(desk, 'households-group', ONE_EACH);
  await goTo(desk, `${group}/edit`);
  await studio.take(desk, 'households-group-correct', ONE_EACH);
  const twice = await findPlacedTwice(desk);
  await goTo(desk, twice);
  await takeTour(studio, desk, 'households', [
    { name: 'review', path: group.replace('/service/group/', '/review/') },
    { name: 'placed-twice', path: twice },
    { name: 'placed-twice-household', path: await firstLink(desk, '/households/') },
  ]);
}

/** Somebody of a household who is in another placement at the same time. */
async function findPlacedTwice(page: Page): Promise<string> {
  await goTo(page, '/attention');
  const group = page.locator('main .card').filter({ hasText: 'In due inserimenti insieme' });
  return (await group.getByRole('link').first().getAttribute('href')) ?? '';
}

/** By a placement that is for one. */
async function findHousehold(page: Page): Promise<string> {
  await goTo(page, '/housing');
  const links = await page
    .locator('main a[href^="/housing/0"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const place of links.slice(0, LOOKED_AT_MAX)) {
    await goTo(page, place);
    const household = page.locator('main a[href^="/households/"]').first();
    if (await household.isVisible()) return (await household.getAttribute('href')) ?? '';
  }
  throw new Error('no placement of a household in the demonstration');
}
