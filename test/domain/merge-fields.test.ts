import { describe, expect, test } from 'vitest';
import type { Fields } from '../../src/domain/json-value.ts';
import { Beneficiary, beneficiaryKind } from '../../src/domain/kinds/beneficiary.ts';
import { type MergeSide, mergeEdits, mergeRows } from '../../src/domain/merge-fields.ts';

const FIELDS = Object.keys(beneficiaryKind.classes);
const edits = (kept: Fields, other: Fields, chosen: Readonly<Record<string, MergeSide>> = {}) => {
  const rows = mergeRows(FIELDS, { kept, other });
  const changed = mergeEdits(rows, chosen, { kept, other });
  return Object.fromEntries(Object.entries(changed).map(([field, { to }]) => [field, to]));
};

describe('of two records that become one', () => {
  test('what is equal is not asked', () => {
    expect(mergeRows(FIELDS, { kept: { givenName: 'Amina' }, other: { givenName: 'Amina' } })).toEqual([]);
  });

  test.each([
    ['only the other one knows is taken', { givenName: 'A' }, { givenName: 'A', phone: '333' }, {}, { phone: '333' }],
    ['only the kept one knows stays', { givenName: 'A', phone: '333' }, { givenName: 'A' }, {}, {}],
    ['both know stays as it is', { givenName: 'Amina' }, { givenName: 'Aminata' }, {}, {}],
    [
      'was chosen from the other',
      { givenName: 'Amina' },
      { givenName: 'Aminata' },
      { givenName: 'other' },
      { givenName: 'Aminata' },
    ],
    ['the other one leaves empty can be emptied', { phone: '1' }, {}, { phone: 'other' }, { phone: null }],
    [
      'is a list is put together',
      { languages: ['wol', 'fra'] },
      { languages: ['fra', 'eng'] },
      {},
      { languages: ['wol', 'fra', 'eng'] },
    ],
    ['is a note can be put together', { note: 'Uno' }, { note: 'Due' }, { note: 'both' }, { note: 'Uno\nDue' }],
  ] satisfies [string, Fields, Fields, Record<string, MergeSide>, Fields][])(
    'what %s',
    (_, kept, other, chosen, to) => {
      expect(edits(kept, other, chosen)).toEqual(to);
    },
  );

  test('the birth is chosen as a whole, so that year and bracket never contradict', () => {
    const kept = { givenName: 'A', ageBracket: 'U18' };
    const other = { givenName: 'A', birthYear: 1990 };
    expect(mergeRows(FIELDS, { kept, other }).map(({ name }) => name)).toEqual(['birthDate']);
    expect(edits(kept, other, { birthDate: 'other' })).toEqual({ birthYear: 1990, ageBracket: null });
    expect(Beneficiary.safeParse({ givenName: 'A', birthYear: 1990 }).success).toBe(true);
  });

  test('two notes that are too long together are not offered together', () => {
    const [row] = mergeRows(FIELDS, { kept: { note: 'a'.repeat(2_000) }, other: { note: 'b'.repeat(2_000) } });
    expect(row?.sides).toEqual(['kept', 'other']);
  });
});
