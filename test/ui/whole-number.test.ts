import { expect, test } from 'vitest';
import { parseWholeNumber, steppedNumber } from '../../src/ui/whole-number.ts';

test('a whole number inside the range is read, with spaces around it', () => {
  expect(parseWholeNumber(' 20 ', { min: 1, max: 600 })).toBe(20);
});

test.each(['', '1,5', '1e3', '0x10', 'venti', '601', '0', '12345678901'])(
  '%j is no number of the range 1 to 600',
  (text) => {
    expect(parseWholeNumber(text, { min: 1, max: 600 })).toBeUndefined();
  },
);

test('a step starts at the lower bound and never leaves the range', () => {
  expect(steppedNumber(undefined, 1, { min: 1 })).toBe(1);
  expect(steppedNumber(undefined, -1, {})).toBe(0);
  expect(steppedNumber(1, -1, { min: 1 })).toBe(1);
  expect(steppedNumber(99, 1, { max: 99 })).toBe(99);
  expect(steppedNumber(3, 1, { min: 1, max: 99 })).toBe(4);
});
