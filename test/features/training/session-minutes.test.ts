import { expect, test } from 'vitest';
import { findFewerByClock, minutesByClock, withTime } from '../../../src/features/training/session-minutes.ts';

test.each([
  ['17:00', '19:30', 150],
  ['17:00', '17:00', undefined],
  ['17:00', '16:00', undefined],
  ['17:00', undefined, undefined],
])('from %s to %s are %s minutes', (startTime, endTime, minutes) =>
  expect(minutesByClock({ startTime, ...(endTime !== undefined && { endTime }) })).toBe(minutes),
);

test('minutes that were only proposed follow the times, once both are written and when one is corrected', () => {
  const proposed = { minutes: 120, startTime: '17:00' };
  expect(withTime({ minutes: 120 }, 'startTime', '17:00', true)).toEqual({ startTime: '17:00' });
  expect(withTime(proposed, 'endTime', '20:00', true)).toEqual({ endTime: '20:00', minutes: 180 });
  const followed = { minutes: 180, startTime: '17:00', endTime: '20:00' };
  expect(withTime(followed, 'startTime', '18:30', false)).toEqual({ startTime: '18:30', minutes: 90 });
});

test('minutes that somebody chose stay, also where they are as many as are usually proposed', () => {
  expect(withTime({ minutes: 100, startTime: '17:00' }, 'endTime', '20:00', true)).toEqual({ endTime: '20:00' });
  expect(withTime({ minutes: 120, startTime: '17:00' }, 'endTime', '20:00', false)).toEqual({ endTime: '20:00' });
  expect(withTime({ minutes: 120, startTime: '17:00', endTime: '19:00' }, 'endTime', undefined, true)).toEqual({
    endTime: undefined,
  });
});

test('more minutes than the times have are told; fewer, or without both times, are not', () => {
  const times = { startTime: '17:00', endTime: '19:00' };
  expect(findFewerByClock({ ...times, minutes: 180 })).toBe(120);
  expect(findFewerByClock({ ...times, minutes: 120 })).toBeUndefined();
  expect(findFewerByClock({ startTime: '17:00', minutes: 180 })).toBeUndefined();
});
