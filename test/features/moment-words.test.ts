import { expect, test } from 'vitest';
import { inOneLine, monthToText } from '../../src/features/moment-words.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';

test('a month in a column never breaks before its year', async () => {
  const words = await loadTranslator('it');
  expect(monthToText(words, '2026-11')).toBe('novembre 2026');
  expect(inOneLine(monthToText(words, '2026-11'))).toBe('novembre\u00a02026');
});
