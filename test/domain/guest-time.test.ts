import { expect, test } from 'vitest';
import { guestEnd, guestStanding, isLettingIn } from '../../src/domain/guest-time.ts';

const event = (fields: Readonly<Record<string, string>>, removed = false) => ({
  removed,
  fields: { date: '2026-11-26', state: 'PLAN', ...fields },
});
const until18 = event({ endTime: '18:00' });

// In November offices are one hour ahead of UTC.
test.each([
  ['before the day', until18, undefined, '2026-11-20T09:00:00.000Z', 'open'],
  ['in the overtime', until18, undefined, '2026-11-26T17:59:00.000Z', 'open'],
  ['after the overtime', until18, undefined, '2026-11-26T18:00:00.000Z', 'grace'],
  ['on the second evening', until18, undefined, '2026-11-28T17:59:00.000Z', 'grace'],
  ['after the grace', until18, undefined, '2026-11-28T18:00:00.000Z', 'over'],
  ['without an end, at night', event({}), undefined, '2026-11-26T23:59:00.000Z', 'open'],
  ['without an end, the day after', event({}), undefined, '2026-11-27T00:00:00.000Z', 'grace'],
  ['ended by hand', until18, '2026-11-26T10:00:00.000Z', '2026-11-26T10:00:00.000Z', 'grace'],
  ['ended by hand two days ago', until18, '2026-11-24T10:00:00.000Z', '2026-11-26T10:00:00.000Z', 'over'],
  ['ended by hand long after its end', until18, '2026-12-24T10:00:00.000Z', '2026-11-29T10:00:00.000Z', 'over'],
  ['cancelled', event({ state: 'CANC' }), undefined, '2026-11-26T10:00:00.000Z', 'over'],
  ['removed', event({}, true), undefined, '2026-11-26T10:00:00.000Z', 'over'],
  ['that is not there', undefined, undefined, '2026-11-26T10:00:00.000Z', 'over'],
] as const)('the code of an event, %s', (_, record, endedAt, now, standing) => {
  expect(guestStanding(record, endedAt, now)).toBe(standing);
});

test('the end is told in the time of the office', () => {
  expect(guestEnd({ date: '2026-12-31' })).toBe('2027-01-01T01:00');
  expect(guestEnd({ date: '2026-11-26', endTime: '23:30' })).toBe('2026-11-27T00:30');
  expect(guestEnd({})).toBeUndefined();
});

test.each([
  [
    'made in time, while the event goes on',
    until18,
    '2026-11-26T09:00:00.000Z',
    undefined,
    '2026-11-26T17:59:00.000Z',
    true,
  ],
  ['made in time, after the event', until18, '2026-11-26T17:59:00.000Z', undefined, '2026-11-26T18:00:00.000Z', false],
  ['made after it, within the hour', until18, '2026-12-01T09:00:00.000Z', undefined, '2026-12-01T09:59:00.000Z', true],
  ['made after it, an hour later', until18, '2026-12-01T09:00:00.000Z', undefined, '2026-12-01T10:00:00.000Z', false],
  [
    'made after it and closed',
    until18,
    '2026-12-01T09:00:00.000Z',
    '2026-12-01T09:05:00.000Z',
    '2026-12-01T09:06:00.000Z',
    false,
  ],
  [
    'of an event that was cancelled',
    event({ state: 'CANC' }),
    '2026-12-01T09:00:00.000Z',
    undefined,
    '2026-12-01T09:01:00.000Z',
    false,
  ],
] as const)('a code %s', (_, record, madeAt, endedAt, now, isIn) => {
  expect(isLettingIn(record, { madeAt, endedAt }, now)).toBe(isIn);
});
