import { expect, test } from 'vitest';
import { byScore, findDoubles } from '../../src/domain/find-doubles.ts';
import type { Fields } from '../../src/domain/json-value.ts';
import type { CalendarDate, Id } from '../../src/domain/primitives.ts';
import { createPeopleIndex } from '../../src/domain/search-people.ts';

const today = '2026-11-23' as CalendarDate;

function pairsOf(fieldsById: Readonly<Record<string, Fields>>): string[] {
  const index = createPeopleIndex();
  const people = Object.entries(fieldsById).map(([id, fields]) => ({ id: id as Id, fields }));
  for (const { id, fields } of people) index.put(id, fields);
  return [...findDoubles(index, people, today).values()].sort(byScore).map(({ one, other }) => `${one} ${other}`);
}

test('two spellings of one name and year are found once, not once from each side', () => {
  const pairs = pairsOf({
    b: { givenName: 'Muhammad', familyName: 'Diallo', birthYear: 1994 },
    a: { givenName: 'Mohamed', familyName: 'Diallo', birthYear: 1994 },
    c: { givenName: 'Fatou', familyName: 'Diallo', birthYear: 1994 },
  });
  expect(pairs).toEqual(['a b']);
});

test('one name with years far apart is two people', () => {
  expect(
    pairsOf({
      a: { givenName: 'Amina', familyName: 'Diallo', birthYear: 1994 },
      b: { givenName: 'Amina', familyName: 'Diallo', birthYear: 1960 },
    }),
  ).toEqual([]);
});

test('the likeliest pair stands first', () => {
  const phone = '3471234567';
  expect(
    pairsOf({
      a: { givenName: 'Amina', familyName: 'Diallo', birthYear: 1994 },
      b: { givenName: 'Aminata', familyName: 'Diallo', phone },
      c: { givenName: 'Amina', familyName: 'Diallo', birthYear: 1994, phone },
    })[0],
  ).toBe('a c');
});
