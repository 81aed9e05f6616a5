import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, lastOfMonth, mondayOf, monthOf } from '../../src/domain/calendar.ts';

describe('months later', () => {
  test.each([
    ['2026-11-25', 3, '2027-02-25'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %i', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

test.each([
  ['2026-02-03', '2026-02-28'],
  ['2028-02-03', '2028-02-29'],
  ['2026-12-31', '2026-12-31'],
])('the month of %s ends on %s', (day, last) => {
  expect(lastOfMonth(day)).toBe(last);
});

test('a week begins on a Monday, at most six days before', () => {
  const someDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));
  fc.assert(
    fc.property(someDay, (day) => {
      const monday = mondayOf(day);
      expect(new Date(`${monday}T12:00:00Z`).getUTCDay()).toBe(1);
      expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(monday, day)).toBeLessThanOrEqual(6);
      expect(monthOf(addMonths(day, 1))).toBe(monthOf(addDays(lastOfMonth(day), 1)));
    }),
  );
});
