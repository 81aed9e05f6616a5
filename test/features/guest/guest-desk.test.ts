import { describe, expect, test } from 'vitest';
import { Id } from '../../../src/domain/primitives.ts';
import { minutesOf, turnToChange } from '../../../src/features/guest/guest-desk.ts';
import { caseRecord } from '../case-record.ts';

const id = Id.parse('01900000-0000-7000-8000-000000000001');
const event = Id.parse('01900000-0000-7000-8000-000000000002');

describe('the hours of a volunteer', () => {
  test.each([
    ['09:00', '11:30', 150],
    ['23:00', '23:01', 1],
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
