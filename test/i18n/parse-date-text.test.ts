import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDateText } from '../../src/i18n/parse-date-text.ts';

const TODAY = '2026-11-23';

describe('a date typed as people write it', () => {
  test.each([
    ['oggi', '2026-11-23'],
    [' Oggi ', '2026-11-23'],
    ['ieri', '2026-11-22'],
    ['domani', '2026-11-24'],
    ['today', '2026-11-23'],
    ['Yesterday', '2026-11-22'],
    ['3/11', '2026-11-03'],
    ['03/11', '2026-11-03'],
    ['3.11', '2026-11-03'],
    ['3-11', '2026-11-03'],
    ['23/11', '2026-11-23'],
    ['24/11', '2025-11-24'],
    ['31/12', '2025-12-31'],
    ['29/2', '2024-02-29'],
    ['3/11/25', '2025-11-03'],
    ['3/11/26', '2026-11-03'],
    ['25/12/26', '2026-12-25'],
    ['3/11/27', '1927-11-03'],
    ['3/11/85', '1985-11-03'],
    ['3/11/2025', '2025-11-03'],
    ['03.11.2025', '2025-11-03'],
    ['3 / 11 / 2025', '2025-11-03'],
    ['2025-11-03', '2025-11-03'],
    ['2025-1-3', '2025-01-03'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(parseDateText(text, TODAY)).toBe(expected);
  });
});

describe('a date that looks ahead', () => {
  test.each([
    ['3/11', '2027-11-03'],
    ['23/11', '2026-11-23'],
    ['24/11', '2026-11-24'],
    ['29/2', '2028-02-29'],
    ['3/11/27', '2027-11-03'],
    ['ieri', '2026-11-22'],
  ])('%s is %s', (text, expected) => {
    expect(parseDateText(text, TODAY, { future: true })).toBe(expected);
  });
});

describe('what is no date is refused', () => {
  test.each([
    '',
    '30/2',
    '30/2/2025',
    '29/2/2025',
    '2025-02-30',
    '31/4',
    '0/11',
    '3/0',
    '3/13',
    '32/1',
    '3',
    '3/11/',
    '3/11/5',
    '3/11/025',
    '3/11.2025',
    '11/2025',
    'domenica',
    '2025/11/03',
    '3/11/20255',
    '٣/١١',
  ])('%j', (text) => {
    expect(parseDateText(text, TODAY)).toBeUndefined();
  });
});

test('any real date reads back from its ISO and its Italian form', () => {
  const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-');
      expect(parseDateText(iso, TODAY)).toBe(iso);
      expect(parseDateText(`${day}/${month}/${year}`, TODAY)).toBe(iso);
    }),
  );
});

test('a day and month without a year is never after today, and never before it when looking ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
      const past = parseDateText(`${day}/${month}`, TODAY);
      const future = parseDateText(`${day}/${month}`, TODAY, { future: true });
      if (past !== undefined) expect(past <= TODAY).toBe(true);
      if (future !== undefined) expect(future >= TODAY).toBe(true);
      expect(past === undefined).toBe(future === undefined);
    }),
  );
});

describe('a date that may lie on either side', () => {
  test.each([
    ['1/11', '2026-11-01'],
    ['23/11', '2026-11-23'],
    ['1/2', '2027-02-01'],
    ['1/6', '2026-06-01'],
    ['29/2', '2028-02-29'],
    ['1/11/27', '2027-11-01'],
  ])('%s is %s', (text, expected) => {
    expect(parseDateText(text, TODAY, { nearest: true })).toBe(expected);
  });
});
