import { expect, test } from 'vitest';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { dwellingRows, isIn, monthsOfAll, totalsOf } from '../../../src/features/dwellings/dwelling-rows.ts';
import { recordOf, TODAY, vaultOf } from '../vault-of.ts';

const dwelling = (name: string, places: number, more: RecordEnvelope['fields'] = {}) =>
  recordOf('dwelling', { name, type: 'POST', places, ...more });
const livingIn = (home: RecordEnvelope, people: number, more: RecordEnvelope['fields'] = {}) =>
  recordOf('placement', {
    stage: 'INSE',
    entryDate: '2026-10-01',
    dwellingId: home.id,
    householdSize: people,
    ...more,
  });

const port = dwelling('Porto', 4);
const hill = dwelling('Collina', 2);
const gone = dwelling('Vecchia', 3, { closedDate: '2026-01-01' });
const left = dwelling('Restano in due', 3, { closedDate: '2026-11-01' });
const vault = vaultOf([
  port,
  hill,
  gone,
  left,
  livingIn(port, 3),
  livingIn(port, 1, { exitDate: '2026-11-01', stage: 'USCI' }),
  livingIn(hill, 2),
  livingIn(left, 2),
]);
const rows = dwellingRows(vault, TODAY);
const named = (filter: Parameters<typeof isIn>[0]) =>
  rows.filter((row) => isIn(filter, row)).map(({ held }) => held.record.fields.name);

test('places free and taken today, by name; who left takes none', () => {
  expect(rows.map(({ held, today }) => [held.record.fields.name, today.taken, today.free])).toEqual([
    ['Collina', 2, 0],
    ['Porto', 3, 1],
    ['Restano in due', 2, 0],
    ['Vecchia', 0, 0],
  ]);
  expect(totalsOf(rows)).toEqual({ places: 6, taken: 7, free: 1 });
});

test('a closed dwelling stands apart, unless somebody still lives there', () => {
  expect(named('all')).toEqual(['Collina', 'Porto', 'Restano in due']);
  expect(named('withPlaces')).toEqual(['Porto']);
  expect(named('closed')).toEqual(['Restano in due', 'Vecchia']);
});

test('the months of the city are those of its dwellings together', () => {
  // Porto has 4 places and 3 taken, after a night with 4 on 31 October; Collina is full; the closed ones have none.
  expect(monthsOfAll(vault, TODAY)[0]).toEqual({
    month: '2026-11',
    freeThroughout: 1,
    placeNights: 30 * (4 + 2),
    takenNights: 30 * (3 + 2 + 2),
  });
});

test('where nobody wrote how many they are, the household is counted as it is today', () => {
  const household = recordOf('household', {});
  const member = (fromDate: string, more: RecordEnvelope['fields'] = {}) =>
    recordOf('household-member', { household: household.id, beneficiary: recordOf('x', {}).id, fromDate, ...more });
  const home = dwelling('Collina', 5);
  const family = recordOf('placement', {
    stage: 'INSE',
    entryDate: '2026-10-01',
    dwellingId: home.id,
    householdId: household.id,
  });
  const members = [member('2026-01-01'), member('2026-11-01'), member('2026-01-01', { toDate: TODAY })];
  const [row] = dwellingRows(vaultOf([home, family, household, ...members]), TODAY);
  expect(row?.today.taken).toBe(2);
});
