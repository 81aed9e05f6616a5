import { expect, test } from 'vitest';
import { findOptions } from '../../src/ui/option-search.ts';

const countries = [
  { value: 'CI', label: 'Costa d’Avorio', search: 'Ivory Coast' },
  { value: 'CR', label: 'Costa Rica' },
  { value: 'PE', label: 'Perù' },
  { value: 'SO', label: 'Somalia' },
  { value: 'MK', label: 'Macedonia del Nord' },
];
const found = (text: string) => findOptions(countries, text).map(({ value }) => value);

test('accents, capitals and apostrophes do not matter', () => {
  expect(found('PERU')).toEqual(['PE']);
  expect(found("costa d'av")).toEqual(['CI']);
});

test('a word that starts with the text comes before one that only contains it', () => {
  expect(found('ma')).toEqual(['MK', 'SO']);
});

test('an option is found by its further words', () => {
  expect(found('ivory')).toEqual(['CI']);
});

test('no text offers the list as it is, cut to what one can read', () => {
  expect(found('  ')).toEqual(['CI', 'CR', 'PE', 'SO', 'MK']);
  const many = Array.from({ length: 500 }, (_, index) => ({ value: String(index), label: `Voce ${index}` }));
  expect(findOptions(many, '').length).toBe(60);
});
