import { expect, test } from 'vitest';
import { findHouseholds, householdsOf } from '../../../src/features/people/find-households.ts';
import { recordOf, TODAY, vaultOf } from '../vault-of.ts';

const amina = recordOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo' });
const ousmane = recordOf('beneficiary', { givenName: 'Ousmane', familyName: 'Camara' });
const family = recordOf('household', { name: 'Famiglia Diallo', area: 'Centro storico' });
const couple = recordOf('household', { area: 'Sampierdarena' });
const left = recordOf('household', {});
const belonging = (household: string, beneficiary: string, fromDate: string, toDate?: string) =>
  recordOf('household-member', { household, beneficiary, fromDate, ...(toDate && { toDate }) });

const vault = vaultOf([
  amina,
  ousmane,
  family,
  couple,
  left,
  belonging(family.id, amina.id, '2026-01-01'),
  belonging(family.id, ousmane.id, '2026-01-01', '2026-06-01'),
  belonging(couple.id, ousmane.id, '2026-06-01'),
  belonging(left.id, amina.id, '2025-01-01', '2026-01-01'),
]);
const found = (text: string) => findHouseholds(vault, text, TODAY).map(({ record }) => record.id);

test('a household is found by who is in it, also with a typo and in another script', () => {
  expect(found('amima')).toEqual([family.id, left.id]);
  expect(found('أمينة')).toContain(family.id);
});

test('whoever left a household that others live in is not found there any more', () => {
  expect(found('ousmane')).toEqual([couple.id]);
});

test('it is found by its name and by the part of the city, each word of it', () => {
  expect(found('centro')).toEqual([family.id]);
  expect(found('diallo centro')).toEqual([family.id]);
  expect(found('diallo sampierdarena')).toEqual([]);
  expect(found('?')).toEqual([]);
});

test('one that nobody is in any more stands last', () => {
  expect(householdsOf(vault, TODAY).at(-1)?.record.id).toBe(left.id);
  expect(householdsOf(vault, TODAY)).toHaveLength(3);
});
