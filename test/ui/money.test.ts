import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyCentsToText, parseMoneyCents } from '../../src/ui/money.ts';

test.each([
  ['180', 18_000],
  ['180,00', 18_000],
  ['180,5', 18_050],
  ['180.05', 18_005],
  ['0,99', 99],
  ['1.234', 123_400],
  ['1.234,50', 123_450],
  ['1,234.50', 123_450],
  [' 1 234,50 € ', 123_450],
])('the sum %j is %i cents', (text, cents) => {
  expect(parseMoneyCents(text)).toBe(cents);
});

test.each(['', 'abc', '-5', '1,2,3', '12,345,6', '1.23.45', '180,005,', '5e3', '10000000000'])(
  'the text %j is no sum',
  (text) => {
    expect(parseMoneyCents(text)).toBeUndefined();
  },
);

test('a sum shown in Italian or English reads back as the same cents', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('it', 'en', 'de-CH'), (cents, locale) => {
      expect(parseMoneyCents(moneyCentsToText(cents, locale))).toBe(cents);
    }),
  );
});
