import type { Page } from 'playwright-core';
import { PLACES } from '../../../src/features/places.ts';
import type { Demo } from '../start-demo.ts';
import { type Face, MEASURED_FACES, type Studio } from '../studio.ts';
import { comeIn, goTo, speak, unlock } from '../walk.ts';

const PICTURED: readonly Face[] = [
  { size: 'tablet' },
  { size: 'upright' },
  { size: 'phone', isWhole: true },
  { size: 'phone', theme: 'dark', isWhole: true },
];
const IN_ENGLISH: readonly Face[] = [{ size: 'tablet' }, { size: 'phone', isWhole: true }];
/** Pages of one address that are looked through for the addresses that only they link to. */
const LOOKED_THROUGH_MAX = 4;
/** Whoever leaves it has locked the tablet: nobody's answers lead to anybody's records. */
const LOCKS_BEHIND = PLACES.feedbackRound(':id');
/** A change that the server did not take is made, and pictured, in the album of care. */
const ELSEWHERE = PLACES.arrived(':id');
/** Longer than a save takes on a machine that is busy. */
const SAVED_MS = 1_500;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/**
 * A page of every address that the app has, found as a person finds it: by following links. An address that no link leads to is
 * said at the end, so that no screen can be left out.
 */
export async function takeEverywhere(studio: Studio, demo: Demo): Promise<void> {
  const seen = new Map<string, string>();
  for (const username of ['lucia', 'marta']) {
    const page = await studio.browse();
    await comeIn(page, demo, { city: 'full', label: `Dappertutto ${username}`, username });
    const found = new Map(await explore(page));
    if (username === 'lucia') for (const [pattern, path] of await makeMore(page, found)) found.set(pattern, path);
    const news = [...found].filter(([pattern]) => !seen.has(pattern));
    for (const [pattern, path] of news) seen.set(pattern, path);
    await takeAll(studio, page, new Map(news));
  }
  for (const pattern of patterns()) {
    if (!seen.has(pattern) && pattern !== ELSEWHERE) studio.complain(`no page of ${pattern} was found`);
  }
}

async function takeAll(studio: Studio, page: Page, found: ReadonlyMap<string, string>): Promise<void> {
  for (const [pattern, path] of found) {
    await goTo(page, path);
    await studio.take(page, nameOf(pattern), [...PICTURED, ...MEASURED_FACES]);
    if (pattern === LOCKS_BEHIND) await comeBack(page);
  }
  await speak(page, 'English');
  for (const [pattern, path] of found) {
    await goTo(page, path);
    await studio.take(page, `${nameOf(pattern)}-en`, [...IN_ENGLISH, ...MEASURED_FACES]);
    if (pattern === LOCKS_BEHIND) await comeBack(page);
  }
  await speak(page, 'Italiano');
}

async function comeBack(page: Page): Promise<void> {
  await page.goto(new URL('/', page.url()).href);
  await unlock(page);
}

/** One path for each pattern that links lead to. */
async function explore(page: Page): Promise<ReadonlyMap<string, string>> {
  const all = patterns();
  const found = new Map<string, string>(all.filter((pattern) => !pattern.includes(':')).map((path) => [path, path]));
  const waiting = [...found.values()];
  const looked = new Map<string, number>();
  const visited = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path, all);
    const times = looked.get(pattern) ?? 0;
    if (visited.has(path) || times >= LOOKED_THROUGH_MAX || pattern === LOCKS_BEHIND) continue;
    visited.add(path);
    looked.set(pattern, times + 1);
    await goTo(page, path);
    // Somewhere else than asked: not for this person.
    if (new URL(page.url()).pathname !== path) {
      if (found.get(pattern) === path) found.delete(pattern);
      continue;
    }
    const links = await page
      .locator('main a[href^="/"]')
      .evaluateAll((ones) => ones.map((one) => one.getAttribute('href') ?? ''));
    for (const link of links) {
      const to = link.split('?')[0] ?? '';
      const name = patternOf(to, all);
      if (name === '') continue;
      if (!found.has(name)) found.set(name, to);
      waiting.push(to);
    }
  }
  // What a button opens, of a record that a link leads to.
  for (const pattern of all) {
    const of = found.get(pattern.slice(0, pattern.lastIndexOf('/')));
    if (!found.has(pattern) && of !== undefined) found.set(pattern, of + pattern.slice(pattern.lastIndexOf('/')));
  }
  return found;
}

/** What the demonstration has none of, made as a person makes it. What does not come about is said at the end, with the rest. */
async function makeMore(page: Page, found: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  const at = (place: (id: string) => string) => found.get(place(':id')) ?? PLACES.more;
  const press = (name: string) => page.getByRole('button', { name }).first().click();
  const keepLink = async (pattern: string) => {
    const link = page.locator(`main a[href^="${pattern.replace(':id', '0')}"]`).first();
    await link.waitFor();
    made.set(pattern, (await link.getAttribute('href')) ?? '');
  };
  const keepNewest = async (pattern: string) => {
    await goTo(page, PLACES.mine);
    await keepLink(pattern);
  };
  const acts: readonly (() => Promise<void>)[] = [
    async () => {
      await goTo(page, PLACES.settings);
      await keepLink(PLACES.account(':id'));
    },
    async () => {
      await goTo(page, at(PLACES.person));
      await press('Fai una tessera');
      await page.getByRole('heading', { level: 1, name: 'Tessera' }).waitFor();
      made.set(PLACES.card(':id'), new URL(page.url()).pathname);
    },
    async () => {
      await goTo(page, at(PLACES.enrolment));
      await press('Rilascia l’attestato');
      await page.waitForTimeout(SAVED_MS);
      await keepNewest(PLACES.certificate(':id'));
    },
    async () => {
      await goTo(page, PLACES.housing);
      await press('Uscita');
      const left = page.locator('main a[href^="/housing/0"]').first();
      await goTo(page, `${await left.getAttribute('href')}/follow-up`);
      await page.getByText('Verifica a 3 mesi').click();
      await page.getByRole('combobox').first().selectOption({ index: 1 });
      await press('Salva');
      await page.waitForTimeout(SAVED_MS);
      // Whoever left first may have been asked already, as the days go by.
      const told = page.getByRole('link', { name: 'Apri la verifica che c’è già' });
      if (await told.isVisible()) made.set(PLACES.followUp(':id'), (await told.getAttribute('href')) ?? '');
      else await keepNewest(PLACES.followUp(':id'));
      made.set(PLACES.editFollowUp(':id'), `${made.get(PLACES.followUp(':id'))}/edit`);
    },
    async () => {
      await goTo(page, `${at(PLACES.course)}/feedback`);
      await page.locator('.scale').first().getByText('5').click();
      await press('Salva e passa al prossimo');
      await page.waitForTimeout(SAVED_MS);
      await keepNewest(PLACES.feedback(':id'));
    },
    async () => {
      await goTo(page, PLACES.doubles);
      await press('Sono due persone');
      await page.waitForTimeout(SAVED_MS);
      await keepNewest(PLACES.differentPeople(':id'));
    },
  ];
  for (const act of acts) await act().catch(() => undefined);
  return made;
}

/** The addresses of the app, with `:id` where an id stands. */
function patterns(): readonly string[] {
  const ofPlaces = Object.values(PLACES).map((place) => (typeof place === 'string' ? place : place(':id', ':id')));
  return [...new Set(ofPlaces.map((place) => place.split('?')[0] ?? ''))];
}

const patternOf = (path: string, all: readonly string[]): string =>
  all.find((pattern) => pattern === path.replaceAll(ID, ':id')) ?? '';

const nameOf = (pattern: string): string => `everywhere${pattern.replaceAll('/', '-').replaceAll(':', '')}`;
