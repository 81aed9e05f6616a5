import { describe, expect, test } from 'vitest';
import { birthText, maskPhone } from '../../../src/features/people/person-words.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';

const words = createTranslator('it', it);

describe('a telephone number on a shared screen', () => {
  test('shows its beginning and end only', () => {
    expect(maskPhone('+39 333 4567218')).toBe('393 ··· ·218');
    expect(maskPhone('3334567218')).toBe('333 ··· ·218');
  });

  test('never shows more than two digits of a short one', () => {
    expect(maskPhone('112233')).toBe('··· 33');
  });
});

describe('birth in words', () => {
  test.each([
    [{ birthDate: '1994-12-01' }, '1 dicembre 1994 · 31 anni'],
    [{ birthYear: 1994 }, '1994 (anno)'],
    [{ ageBracket: 'U18' }, 'Meno di 18 anni'],
    [{}, undefined],
  ] as const)('%o', (fields, text) => {
    expect(birthText(words, fields, '2026-11-23')).toBe(text);
  });
});
