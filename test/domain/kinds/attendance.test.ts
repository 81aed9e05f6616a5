import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { findVisibleRecord } from '../../../src/domain/visible-record.ts';
import {
  anna,
  applied,
  bruno,
  carla,
  changeOf,
  contextOf,
  createOf,
  editOf,
  newId,
  refusalIn,
  reviewOf,
  rulesIn,
  TODAY,
  volunteer,
} from '../sample-changes.ts';

const eventOf = (more: Readonly<Record<string, unknown>> = {}): RecordEnvelope =>
  applied(
    undefined,
    createOf('event', {
      title: 'Orto',
      type: 'VERD',
      date: TODAY,
      state: 'PLAN',
      shifts: [{ label: 'Mattina' }],
      ...more,
    }),
    anna,
    1,
  );
const event = eventOf();
const amina = newId();
const CARD = 'TC-0123456789ABCDEFGHJK';
const came = (fields: Readonly<Record<string, unknown>>, related: readonly RecordEnvelope[] = [event]) =>
  applyChange(
    undefined,
    createOf('attendance', { event: event.id, role: 'PART', ...fields }),
    contextOf(bruno, 5, related),
  );
const presence = (fields: Readonly<Record<string, unknown>>): RecordEnvelope =>
  applied(undefined, createOf('attendance', { event: event.id, role: 'PART', ...fields }), anna, 2, [event]);

describe('a presence', () => {
  test.each([
    ['of a registered person', { beneficiary: amina }, []],
    ['of somebody unknown', { attendee: 'UNKN', nickname: 'Kofi', gender: 'M', ageBracket: 'U18' }, []],
    ['of twelve residents', { attendee: 'RESI', count: 12 }, []],
    ['of nobody', {}, ['beneficiary: AttendeeMissing']],
    ['of two at once', { beneficiary: amina, attendee: 'UNKN' }, ['beneficiary: AttendeeTwice']],
    ['of one person three times', { beneficiary: amina, count: 3 }, ['count: CountOfKnownPerson']],
    ['of whoever carries a card', { card: CARD }, []],
    ['of a card that is none', { card: 'TC-amina' }, ['card: ValueInvalid']],
    ['of a card and somebody unknown', { card: CARD, attendee: 'UNKN' }, ['beneficiary: AttendeeTwice']],
    ['of a card and a person', { card: CARD, beneficiary: amina }, ['beneficiary: AttendeeTwice']],
    ['of a card, twice', { card: CARD, count: 2 }, ['count: CountOfKnownPerson']],
    ['of a group with one nickname', { attendee: 'UNKN', nickname: 'Kofi', count: 3 }, ['count: CountOfNickname']],
    ['for no time at all', { beneficiary: amina, minutes: 0 }, []],
    ['for a whole day', { beneficiary: amina, minutes: 1440 }, []],
    ['for longer than a day', { beneficiary: amina, minutes: 1441 }, ['minutes: ValueTooBig']],
    ['in a shift there is', { beneficiary: amina, shift: 'Mattina' }, []],
    ['in a shift there is not', { beneficiary: amina, shift: 'Notte' }, ['shift: ShiftUnknown']],
  ])('%s', (_, fields, rules) => {
    expect(rulesIn(came(fields))).toEqual(rules);
  });

  test.each([
    ['cancelled', { state: 'CANC' }, ['event: EventCancelled']],
    ['of tomorrow', { date: '2026-11-24' }, ['event: EventNotYet']],
  ])('at an event %s is refused', (_, more, rules) => {
    const other = { ...eventOf(more), id: event.id };
    expect(rulesIn(came({ attendee: 'UNKN' }, [other]))).toEqual(rules);
  });

  test('at a locked event is refused, and one that is there cannot be changed', () => {
    const validated = applied(event, reviewOf(event, 'validate'), carla, 3);
    const locked = applied(validated, reviewOf(validated, 'lock'), carla, 4);
    expect(rulesIn(came({ attendee: 'UNKN' }, [locked]))).toEqual(['event: EventLocked']);
    const there = presence({ beneficiary: amina });
    const edit = editOf(there, { minutes: [null, 60] });
    expect(rulesIn(applyChange(there, edit, contextOf(anna, 5, [locked])))).toEqual(['event: EventLocked']);
  });

  test('at an event that is not here is refused', () => {
    expect(refusalIn(came({ beneficiary: amina }, []))).toEqual({ type: 'SubjectUnknown', field: 'event' });
  });

  test('is no volunteer’s to see', () => {
    expect(findVisibleRecord(presence({ beneficiary: amina }), volunteer)).toBeUndefined();
  });
});

describe('the second presence of one person', () => {
  const first = presence({ beneficiary: amina });

  test('at the same event and shift is refused, and names the first', () => {
    expect(refusalIn(came({ beneficiary: amina, minutes: 60 }, [event, first]))).toEqual({
      type: 'FieldsRefused',
      problems: [{ field: 'beneficiary', rule: 'AlreadyPresent', other: first.id }],
    });
  });

  test.each([
    ['in another shift', { beneficiary: amina, shift: 'Mattina' }, [event, first]],
    ['of somebody else', { beneficiary: newId() }, [event, first]],
    ['after the first was removed', { beneficiary: amina }, [event, { ...first, removed: true }]],
    ['of people without a record', { attendee: 'UNKN' }, [event, presence({ attendee: 'UNKN' })]],
  ])('%s is taken', (_, fields, related) => {
    expect(rulesIn(came(fields, related))).toEqual([]);
  });

  test('is refused when the removed one comes back, or moves to that shift', () => {
    const removed = applied(first, changeOf(first, { type: 'remove' }), anna, 3, [event]);
    const second = { ...presence({ beneficiary: amina }), id: newId() } as RecordEnvelope;
    const restore = applyChange(removed, changeOf(removed, { type: 'restore' }), contextOf(anna, 4, [event, second]));
    expect(rulesIn(restore)).toEqual(['beneficiary: AlreadyPresent']);
    const morning = presence({ beneficiary: amina, shift: 'Mattina' });
    const move = applyChange(
      morning,
      editOf(morning, { shift: ['Mattina', null] }),
      contextOf(anna, 4, [event, first]),
    );
    expect(rulesIn(move)).toEqual(['beneficiary: AlreadyPresent']);
  });

  test('never stands in the way of hours for the one that is there', () => {
    const edit = applyChange(
      first,
      editOf(first, { minutes: [null, 90] }),
      contextOf(bruno, 4, [event, { ...first, id: newId() } as RecordEnvelope]),
    );
    expect(edit.ok).toBe(true);
  });
});
