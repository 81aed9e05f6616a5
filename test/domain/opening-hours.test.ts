import { describe, expect, test } from 'vitest';
import { findClosingTime, type OpenSpan } from '../../src/domain/opening-hours.ts';

const MONDAY = 1;
const TUESDAY = 2;
const SUNDAY = 7;
const until = (hours: readonly OpenSpan[], day: number, time: string) => findClosingTime(hours, { day, time });

describe('an office that is open on Monday from 9 to 13 and from 14 to 17', () => {
  const hours = [
    { day: MONDAY, from: '09:00', to: '13:00' },
    { day: MONDAY, from: '14:00', to: '17:00' },
  ];
  test.each([
    ['08:59', undefined],
    ['09:00', '13:00'],
    ['12:59', '13:00'],
    ['13:00', undefined],
    ['14:00', '17:00'],
    ['16:59', '17:00'],
    ['17:00', undefined],
    ['00:00', undefined],
    ['23:59', undefined],
  ])('at %s closes at %s', (time, expected) => {
    expect(until(hours, MONDAY, time)).toBe(expected);
  });

  test('is closed on every other day', () => {
    for (const day of [2, 3, 4, 5, 6, 7]) expect(until(hours, day, '10:00')).toBeUndefined();
  });
});

describe('a shelter that is open from 20 to 8', () => {
  const sunday = [{ day: SUNDAY, from: '20:00', to: '08:00' }];
  test.each([
    ['on Sunday at noon', SUNDAY, '12:00', undefined],
    ['on Sunday morning, before its own evening', SUNDAY, '07:59', undefined],
    ['on Sunday evening', SUNDAY, '20:00', '08:00'],
    ['at midnight, when the week begins anew', MONDAY, '00:00', '08:00'],
    ['on Monday morning', MONDAY, '07:59', '08:00'],
    ['on Monday at eight', MONDAY, '08:00', undefined],
    ['on Tuesday morning', TUESDAY, '07:00', undefined],
  ])('%s', (_, day, time, expected) => {
    expect(until(sunday, day, time)).toBe(expected);
  });
});

test('the same time twice is the whole day, until that time on the next', () => {
  const hours = [{ day: MONDAY, from: '00:00', to: '00:00' }];
  expect([until(hours, MONDAY, '00:00'), until(hours, MONDAY, '23:59'), until(hours, TUESDAY, '00:00')]).toEqual([
    '00:00',
    '00:00',
    undefined,
  ]);
});

test('of spans that overlap the one that lasts longest counts, also into the night', () => {
  const hours = [
    { day: MONDAY, from: '09:00', to: '18:00' },
    { day: MONDAY, from: '17:00', to: '02:00' },
    { day: MONDAY, from: '09:00', to: '12:00' },
  ];
  expect([until(hours, MONDAY, '10:00'), until(hours, MONDAY, '17:30'), until(hours, TUESDAY, '01:59')]).toEqual([
    '18:00',
    '02:00',
    '02:00',
  ]);
});
