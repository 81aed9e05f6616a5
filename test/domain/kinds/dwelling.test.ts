import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { monthlyRentFor } from '../../../src/domain/kinds/dwelling.ts';
import { anna, applied, carla, contextOf, createOf, editOf, rulesIn } from '../sample-changes.ts';

const landlord = applied(undefined, createOf('landlord', { name: 'Anna Ferrando', type: 'PRIV' }), anna, 1);
const base = { name: 'Casa del porto', type: 'POST', landlord: landlord.id, places: 4 };
const rulesOf = (more: Readonly<Record<string, unknown>>) =>
  rulesIn(applyChange(undefined, createOf('dwelling', { ...base, ...more }), contextOf(anna, 2, [landlord])));

describe('a dwelling', () => {
  test.each([
    ['with a name, a kind and places', {}, []],
    ['without places', { places: 0 }, ['places: ValueTooSmall']],
    ['with half a place', { places: 1.5 }, ['places: ValueInvalid']],
    ['for half a cent', { rentCents: 100.5 }, ['rentCents: ValueInvalid']],
    ['with a feature of nobody', { features: ['POOL'] }, ['features: CodeUnknown']],
    [
      'that ends on the day it begins',
      { freeFromDate: '2026-12-01', freeUntilDate: '2026-12-01' },
      ['freeUntilDate: FreeUntilBeforeFrom'],
    ],
    ['that is there for one night', { freeFromDate: '2026-12-01', freeUntilDate: '2026-12-02' }, []],
    ['closed before it began', { freeFromDate: '2026-12-01', closedDate: '2026-11-01' }, []],
  ])('%s', (_, more, rules) => {
    expect(rulesOf(more)).toEqual(rules);
  });

  test('is of a landlord that is there, or of nobody', () => {
    const orphan = createOf('dwelling', { ...base, landlord: '019ab000-0000-7000-8000-00000000dead' });
    expect(applyChange(undefined, orphan, contextOf(anna, 2))).toMatchObject({ error: { type: 'SubjectUnknown' } });
    const { landlord: _, ...own } = base;
    expect(applyChange(undefined, createOf('dwelling', own), contextOf(anna, 2)).ok).toBe(true);
  });
});

test.each([
  ['the whole home costs the same for one and for three', 'INTE', 60_000, 3, 60_000],
  ['a place costs for each', 'POST', 15_000, 3, 45_000],
  ['a room of a shared home, too', 'STAN', 20_000, 2, 40_000],
  ['nobody knows', 'STAN', undefined, 2, undefined],
] as const)('rent: %s', (_, type, rentCents, people, monthly) => {
  expect(monthlyRentFor({ type, rentCents }, people)).toBe(monthly);
});

test('the restricted note of a landlord is for its author and the coordinators', () => {
  const noted = applied(
    undefined,
    createOf('landlord', { name: 'X', type: 'SOCI', restrictedNote: 'arretrati' }),
    carla,
    1,
  );
  const edit = editOf(noted, { restrictedNote: ['arretrati', 'niente'] });
  expect(applyChange(noted, edit, contextOf(anna, 2))).toMatchObject({ error: { type: 'NotPermitted' } });
  expect(applyChange(noted, edit, contextOf(carla, 2)).ok).toBe(true);
});
