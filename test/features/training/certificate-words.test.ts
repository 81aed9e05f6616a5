import { describe, expect, test } from 'vitest';
import {
  attendedToText,
  certifiedHoursToText,
  comingSessionsToText,
  courseDatesToText,
} from '../../../src/features/training/certificate-words.ts';
import { loadTranslator } from '../../../src/i18n/load-translator.ts';
import { TODAY } from '../vault-of.ts';

const words = await loadTranslator('it');

test('nobody attends more hours of a course than it has: what is more than planned is said so', () => {
  const whole = { minutes: 720, courseMinutes: 720 };
  expect(certifiedHoursToText(words, whole)).toBe('per 12 h su 12 h.');
  expect(attendedToText(words, whole)).toBe('Ha frequentato 12 h di 12 h.');
  const more = { minutes: 1140, courseMinutes: 720 };
  expect(certifiedHoursToText(words, more)).toBe('per 19 h, più delle 12 h previste.');
  expect(attendedToText(words, more)).toBe('Ha frequentato 19 h, più delle 12 h previste.');
});

describe('the dates of a course', () => {
  test.each([
    ['2026-11-30', [], 'dal 3 novembre 2026 al 30 novembre 2026'],
    [undefined, ['2026-11-20', '2026-12-08', '2026-11-10'], 'dal 3 novembre 2026 all’8 dicembre 2026'],
    [undefined, [], 'il 3 novembre 2026'],
    ['2026-11-03', ['2026-11-03'], 'il 3 novembre 2026'],
  ])('until %s, with meetings on %j: %s', (endDate, dates, text) => {
    const course = { startDate: '2026-11-03', ...(endDate !== undefined && { endDate }) };
    const sessions = dates.map((date) => ({ date }));
    expect(courseDatesToText(words, course, sessions)).toBe(text);
  });
});

test('before a certificate is issued, the meetings still to come are told', () => {
  const on = (...dates: string[]) =>
    comingSessionsToText(
      words,
      dates.map((date) => ({ date })),
      TODAY,
    );
  expect(on('2026-11-10', TODAY)).toBeUndefined();
  expect(on('2026-11-10', '2026-11-30')).toBe('Il corso ha ancora 1 incontro, il 30\u00a0novembre\u00a02026.');
  expect(on('2026-12-08', '2026-11-30')).toBe('Il corso ha ancora 2 incontri, l’ultimo l’8\u00a0dicembre\u00a02026.');
});
