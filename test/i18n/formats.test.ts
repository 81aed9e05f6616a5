import { describe, expect, test } from 'vitest';
import { createFormats } from '../../src/i18n/formats.ts';
import { instantToOfficeDate } from '../../src/i18n/office-date.ts';

const italian = createFormats('it');
const english = createFormats('en');

/** Intl separates amounts and units with no-break spaces, which nobody can see in a failing test. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  [undefined, '03/11/2026', '03/11/2026'],
  ['day', '3 novembre', '3 November'],
  ['long', '3 novembre 2026', '3 November 2026'],
  ['month', 'novembre 2026', 'November 2026'],
  ['weekday', 'martedì 3 novembre', 'Tuesday 3 November'],
] as const)('a calendar date in style %s', (style, it, en) => {
  expect(italian.formatDate('2026-11-03', style)).toBe(it);
  expect(english.formatDate('2026-11-03', style).replace(',', '')).toBe(en);
});

test('a date that is no calendar date is a bug of the caller', () => {
  expect(() => italian.formatDate('oggi')).toThrow(RangeError);
});

describe('an instant is told in Italian office time', () => {
  test.each([
    ['2026-11-23T16:42:00.000Z', '17:42'],
    ['2026-07-01T16:42:00.000Z', '18:42'],
    ['2026-11-23T23:05:00.000Z', '00:05'],
  ])('%s is %s', (instant, time) => {
    expect(italian.formatTime(instant)).toBe(time);
    expect(english.formatTime(instant)).toBe(time);
  });

  test('with its date', () => {
    expect(italian.formatDateTime('2026-11-23T23:05:00.000Z')).toBe('24/11/2026, 00:05');
    expect(english.formatDateTime('2026-11-23T23:05:00.000Z')).toBe('24/11/2026, 00:05');
  });

  test.each([
    ['2026-11-23T22:59:59.999Z', '2026-11-23'],
    ['2026-11-23T23:00:00.000Z', '2026-11-24'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
  ])('at %s the office calendar says %s', (instant, date) => {
    expect(instantToOfficeDate(instant)).toBe(date);
  });
});

test.each([
  ['2026-11-23', 'oggi', 'today'],
  ['2026-11-22', 'ieri', 'yesterday'],
  ['2026-11-24', 'domani', 'tomorrow'],
  ['2026-11-18', '18/11', '18/11'],
  ['2026-11-04', '04/11', '04/11'],
  ['2025-11-23', '23/11/25', '23/11/25'],
])('seen from 23 November 2026, %s is %s', (date, it, en) => {
  expect(italian.formatRelativeDay(date, '2026-11-23')).toBe(it);
  expect(english.formatRelativeDay(date, '2026-11-23')).toBe(en);
});

test('yesterday stays yesterday over the night that has 25 hours, and over new year', () => {
  expect(italian.formatRelativeDay('2026-10-25', '2026-10-26')).toBe('ieri');
  expect(italian.formatRelativeDay('2025-12-31', '2026-01-01')).toBe('ieri');
});

test.each([
  [18_000, '180 €', '€180'],
  [123_450, '1.234,50 €', '€1,234.50'],
  [1, '0,01 €', '€0.01'],
  [0, '0 €', '€0'],
])('%i cents', (cents, it, en) => {
  expect(plain(italian.formatMoney(cents))).toBe(it);
  expect(plain(english.formatMoney(cents))).toBe(en);
});

test('numbers and lists follow the language', () => {
  expect(italian.formatNumber(1234)).toBe('1.234');
  expect(english.formatNumber(1234)).toBe('1,234');
  expect(italian.formatList(['wolof', 'francese', 'italiano'])).toBe('wolof, francese e italiano');
  expect(english.formatList(['Wolof', 'French', 'Italian'])).toBe('Wolof, French and Italian');
});
