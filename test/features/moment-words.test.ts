import { expect, test } from 'vitest';
import { inOneLine, monthToText, readBack } from '../../src/features/moment-words.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';

test('a month in a column never breaks before its year', async () => {
  const words = await loadTranslator('it');
  expect(monthToText(words, '2026-11')).toBe('novembre 2026');
  expect(inOneLine(monthToText(words, '2026-11'))).toBe('novembre\u00a02026');
});

test('a date is read back with its year when that is not this one', async () => {
  const words = await loadTranslator('it');
  expect(readBack(words, '2026-11-01', '2026-11-27')).toBe('domenica 1 novembre');
  expect(readBack(words, '2027-11-01', '2026-11-27')).toBe('lunedì 1 novembre 2027');
});
