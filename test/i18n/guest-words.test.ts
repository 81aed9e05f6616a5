import { describe, expect, test } from 'vitest';
import { NOTICE_LANGUAGES } from '../../src/domain/lists/notice.ts';
import { messages as italian } from '../../src/i18n/guest/ita.ts';
import { guestLanguageFor, loadGuestWords } from '../../src/i18n/load-guest.ts';

const namesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const KEYS = Object.keys(italian) as (keyof typeof italian)[];

/** A script that the language is written in; Latin for the rest. */
const SCRIPTS: Partial<Record<(typeof NOTICE_LANGUAGES)[number], RegExp>> = {
  ara: /\p{Script=Arabic}/u,
  urd: /\p{Script=Arabic}/u,
  ben: /\p{Script=Bengali}/u,
  ukr: /\p{Script=Cyrillic}/u,
};

describe.each(NOTICE_LANGUAGES)('a volunteer’s phone in %s', (language) => {
  test('says every sentence with the values that the Italian one has, in its own letters', async () => {
    const { messages } = await import(`../../src/i18n/guest/${language}.ts`);
    for (const key of KEYS) {
      expect([key, namesIn(messages[key])]).toEqual([key, namesIn(italian[key])]);
      expect(messages[key], key).toMatch(SCRIPTS[language] ?? /\p{Script=Latin}/u);
    }
  });

  test('writes numbers and days with the digits on the signs around', async () => {
    const { t, formatDay } = await loadGuestWords(language);
    expect(t('added', { n: 12 })).toContain('12');
    expect(formatDay('2026-11-28')).toContain('28');
  });
});

test('English on a volunteer’s phone is British, as in the rest of the app', async () => {
  expect((await loadGuestWords('eng')).formatDay('2026-11-28')).toBe('Saturday 28 November');
});

test('Arabic and Urdu are read from the right, the others from the left', async () => {
  const sides = await Promise.all(NOTICE_LANGUAGES.map(async (language) => (await loadGuestWords(language)).dir));
  expect(NOTICE_LANGUAGES.filter((_, index) => sides[index] === 'rtl')).toEqual(['ara', 'urd']);
});

test.each([
  [['ar-EG', 'it'], 'ara'],
  [['wo', 'fr-SN'], 'fra'],
  [['UK'], 'ukr'],
  [['zh-CN'], 'ita'],
  [[], 'ita'],
])('a phone that speaks %j starts in %s', (languages, expected) => expect(guestLanguageFor(languages)).toBe(expected));
