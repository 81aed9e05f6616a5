import { findDuplicates } from '../../../src/domain/find-duplicates.ts';
import type { Fields } from '../../../src/domain/json-value.ts';
import { createPeopleIndex, type PeopleIndex } from '../../../src/domain/search-people.ts';

let people: readonly Fields[] = [];
let index: PeopleIndex = createPeopleIndex();
let plainNames: readonly string[] = [];

/** Before the others, on the same page: everybody into the index. */
export async function loadPeople({ count }: { count: number }): Promise<void> {
  const all: Fields[] = await (await fetch('/search-people.json')).json();
  people = all.slice(0, count);
  index = createPeopleIndex();
  for (const [nth, fields] of people.entries()) index.put(String(nth), fields);
  plainNames = people.map(({ givenName, familyName }) => `${givenName} ${familyName ?? ''}`.toLowerCase());
}

/** Milliseconds of each keystroke while names are typed letter by letter, every other one with a letter missing. */
export const search = ({ queries }: { queries: number }): number[] =>
  keystrokes(queries).map((typed) => timed(() => index.search(typed)));

/** The floor: names that contain what was typed, without typo, script or order. */
export const searchPlainly = ({ queries }: { queries: number }): number[] =>
  keystrokes(queries).map((typed) => timed(() => plainNames.filter((name) => name.includes(typed)).slice(0, 50)));

/** Milliseconds of each check of somebody who is nearly somebody already registered. */
export const checkDuplicates = ({ queries }: { queries: number }): number[] =>
  chosen(queries).map(({ givenName, familyName, ...more }) => {
    const typed = { ...more, givenName: misspell(String(givenName)), ...(familyName !== undefined && { familyName }) };
    return timed(() => findDuplicates(index, typed, '2026-01-15'));
  });

function keystrokes(queries: number): string[] {
  return chosen(queries).flatMap(({ givenName, familyName }, nth) => {
    const name = `${givenName} ${familyName ?? ''}`.trim().toLowerCase();
    const typed = nth % 2 === 0 ? name : misspell(name);
    return [...typed].map((_, at) => typed.slice(0, at + 1));
  });
}

/** Spread over everybody, the same in every run. */
const chosen = (queries: number): Fields[] =>
  Array.from({ length: queries }, (_, nth) => people[Math.floor((nth * people.length) / queries)] ?? {});

const misspell = (name: string): string => name.slice(0, 3) + name.slice(4);

function timed(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}
