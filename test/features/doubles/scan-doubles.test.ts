import { expect, test } from 'vitest';
import type { CalendarDate, Id } from '../../../src/domain/primitives.ts';
import { areDifferent, markedPairs } from '../../../src/features/different-people.ts';
import { doublesFound, scanDoubles } from '../../../src/features/doubles/scan-doubles.ts';
import { recordOf, TODAY, vaultOf } from '../vault-of.ts';

const today = TODAY as CalendarDate;
const amina = recordOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo', birthYear: 1994 });
const again = recordOf('beneficiary', { givenName: 'Diallo', familyName: 'Amina', birthYear: 1994 });
const omar = recordOf('beneficiary', { givenName: 'Omar', familyName: 'Ba', birthYear: 1980 });

test('a look in pieces ends, and finds what a look at once finds', () => {
  const vault = vaultOf([amina, again, omar]);
  const left: number[] = [];
  do left.push(scanDoubles(vault, today, () => true));
  while (left.at(-1) !== 0);
  expect(left).toEqual([2, 1, 0]);
  expect(scanDoubles(vault, today, () => false)).toBe(0);
  expect(doublesFound(vault).map(({ one, other }) => new Set([one, other]))).toEqual([new Set([amina.id, again.id])]);
});

test('who was merged away is nobody’s double any more', () => {
  const merged = { ...again, mergedInto: amina.id as Id };
  const vault = vaultOf([amina, merged, omar]);
  scanDoubles(vault, today, () => false);
  expect(doublesFound(vault)).toEqual([]);
});

test('a pair that somebody marked as two people does not come back, whichever of the two is named first', () => {
  const mark = (beneficiary: string, other: string) => recordOf('different-people', { beneficiary, other });
  for (const marks of [[mark(amina.id, again.id)], [mark(again.id, amina.id)]]) {
    const vault = vaultOf([amina, again, omar, ...marks]);
    scanDoubles(vault, today, () => false);
    expect(doublesFound(vault)).toEqual([]);
  }
  const twice = vaultOf([amina, again, mark(amina.id, again.id), mark(again.id, amina.id)]);
  expect(markedPairs(twice).map(({ marks }) => marks.length)).toEqual([2]);
  const removed = vaultOf([amina, again, { ...mark(amina.id, again.id), removed: true }]);
  scanDoubles(removed, today, () => false);
  expect(doublesFound(removed)).toHaveLength(1);
});

test('a mark follows who is left after a merge, and is settled when the two were merged after all', () => {
  const mark = recordOf('different-people', { beneficiary: omar.id, other: again.id });
  const merged = { ...again, mergedInto: amina.id as Id };
  const vault = vaultOf([amina, merged, omar, mark]);
  expect([areDifferent(vault, amina.id, omar.id), areDifferent(vault, omar.id, amina.id)]).toEqual([true, true]);
  const settled = vaultOf([{ ...omar, mergedInto: again.id as Id }, again, mark]);
  expect(markedPairs(settled)).toEqual([]);
});
