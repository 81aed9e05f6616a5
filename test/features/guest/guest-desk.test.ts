import { describe, expect, test } from 'vitest';
import { Id } from '../../../src/domain/primitives.ts';
import { findShiftAt } from '../../../src/features/event-records.ts';
import {
  findLastUnknown,
  hasCard,
  lookToChange,
  minutesOf,
  turnToChange,
} from '../../../src/features/guest/guest-desk.ts';
import { caseRecord } from '../case-record.ts';

const id = Id.parse('01900000-0000-7000-8000-000000000001');
const event = Id.parse('01900000-0000-7000-8000-000000000002');

describe('the hours of a volunteer', () => {
  test.each([
    ['09:00', '11:30', 150],
    ['23:00', '23:01', 1],
    ['22:00', '01:00', 180],
    ['21:00', '09:00', 720],
    ['21:00', '09:01', undefined],
    ['11:30', '09:00', undefined],
    ['09:00', '09:00', undefined],
    ['09:00', undefined, undefined],
    [undefined, undefined, 'none'],
  ])('from %s to %s are %s minutes', (from, to, minutes) => {
    expect(minutesOf({ from, to, note: '' })).toBe(minutes);
  });

  test('are a presence of their own, in the role of a volunteer and of nobody by name', () => {
    expect(turnToChange(undefined, id, event, { minutes: 150, note: 'guanti' })).toMatchObject({
      type: 'create',
      recordId: id,
      fields: { event, attendee: 'UNKN', role: 'VOLU', minutes: 150, note: 'guanti' },
    });
    expect(turnToChange(undefined, id, event, {})).toBeUndefined();
  });

  test('are mended field by field, and saving the same twice writes nothing', () => {
    const own = caseRecord('attendance', id, { event, role: 'VOLU', attendee: 'UNKN', minutes: 150 });
    expect(turnToChange(own, id, event, { minutes: 150 })).toBeUndefined();
    expect(turnToChange(own, id, event, { minutes: 180, note: 'guanti' })).toMatchObject({
      type: 'edit',
      fields: { minutes: { from: 150, to: 180 }, note: { from: null, to: 'guanti' } },
    });
  });
});

describe('the shift that a phone counts in', () => {
  const morning = { label: 'Mattina', from: '09:00', to: '12:00' };
  const evening = { label: 'Sera', from: '18:00', to: '21:00' };
  // In November offices are one hour ahead of UTC.
  test.each([
    ['before the first', [morning, evening], '2026-11-26T07:30:00.000Z', 'Mattina'],
    ['in the second', [morning, evening], '2026-11-26T17:00:00.000Z', 'Sera'],
    ['in the second, written first', [evening, morning], '2026-11-26T08:30:00.000Z', 'Mattina'],
    ['between two', [morning, evening], '2026-11-26T13:00:00.000Z', 'Sera'],
    ['after midnight', [morning, evening], '2026-11-26T23:30:00.000Z', 'Sera'],
    ['without times', [{ label: 'A' }, { label: 'B' }], '2026-11-26T13:00:00.000Z', 'A'],
    ['of an event without shifts', [], '2026-11-26T13:00:00.000Z', undefined],
  ])('%s', (_, shifts, now, label) => {
    expect(findShiftAt({ date: '2026-11-26', shifts }, now)?.label).toBe(label);
  });
});

describe('two taps about whoever was counted last', () => {
  const unknown = caseRecord('attendance', id, { event, role: 'PART', attendee: 'UNKN', gender: 'F' });

  test('say what is seen, and the same tap takes it back', () => {
    expect(lookToChange(unknown, { field: 'ageBracket', value: 'U18' })).toMatchObject({
      type: 'edit',
      recordId: id,
      fields: { ageBracket: { from: null, to: 'U18' } },
    });
    expect(lookToChange(unknown, { field: 'gender', value: 'M' })).toMatchObject({
      fields: { gender: { from: 'F', to: 'M' } },
    });
    expect(lookToChange(unknown, { field: 'gender', value: 'F' })).toMatchObject({
      fields: { gender: { from: 'F', to: null } },
    });
  });

  test('are for people without a card: who carries one says it elsewhere', () => {
    const carrier = caseRecord('attendance', id, { event, role: 'PART', card: 'TC-0123456789ABCDEFGHJK' });
    expect(findLastUnknown([unknown, carrier])).toBe(unknown);
    expect(findLastUnknown([carrier, unknown])).toBeUndefined();
    expect(findLastUnknown([])).toBeUndefined();
  });
});

test('a card is counted once a shift, and in each shift again', () => {
  const card = 'TC-0123456789ABCDEFGHJK';
  const counted = [caseRecord('attendance', id, { event, role: 'PART', card, shift: 'Mattina' })];
  expect(hasCard(counted, card, 'Mattina')).toBe(true);
  expect(hasCard(counted, card, 'Sera')).toBe(false);
  expect(hasCard(counted, card, undefined)).toBe(false);
  expect(hasCard(counted, 'TC-ZZZZZZZZZZZZZZZZZZZZ', 'Mattina')).toBe(false);
});
