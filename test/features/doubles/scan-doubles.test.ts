import { expect, test } from 'vitest';
import type { CalendarDate, Id } from '../../../src/domain/primitives.ts';
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
