import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/json-value.ts';
import type { Id } from '../../../src/domain/primitives.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import { eventsOfPerson, figuresOf, mayTakePresences, personOfPresence } from '../../../src/features/event-records.ts';
import { eventsIn } from '../../../src/features/events/event-rows.ts';
import {
  answerToLine,
  changeBack,
  comerToChange,
  findGroup,
  findMinutes,
  hoursToChanges,
  isGroupUnreadable,
  isPresent,
  namedPresences,
  presencesOf,
} from '../../../src/features/events/presence-desk.ts';
import { doublePresences, hasOtherHours } from '../../../src/features/settle-presence.ts';
import { caseRecord } from '../../features/case-record.ts';
import { heldIn, lucia, outboxItemOf, recordOf, TODAY, vaultOf } from '../vault-of.ts';

const event = recordOf('event', { title: 'Orto', type: 'VERD', date: TODAY, state: 'PLAN' });
const amina = recordOf('beneficiary', { nickname: 'Amina' });
const came = recordOf('attendance', { event: event.id, role: 'PART', beneficiary: amina.id, minutes: 60 });
const vault = vaultOf([event, amina, came]);

const CARD = 'TC-0123456789ABCDEFGHJK';
const DOOR = { event: event.id, shift: undefined, role: 'PART' } as const;

describe('at the door', () => {
  test.each([
    ['+12', 12],
    ['+ 3', 3],
    ['+0', undefined],
    ['+501', undefined],
    ['12', undefined],
    ['amina', undefined],
  ])('"%s" is a group of %s', (text, group) => expect(findGroup(text)).toBe(group));

  test.each([
    ['+501', true],
    ['+0', true],
    ['+ dodici', true],
    ['+', false],
    ['+12', false],
    ['amina', false],
  ])('a group written "%s" cannot be read: %s', (text, isUnreadable) =>
    expect(isGroupUnreadable(text)).toBe(isUnreadable),
  );

  test('a tap is one record of its own, with the shift and role that are set', () => {
    const id = amina.id as Id;
    const door = { event: event.id, shift: 'Mattina', role: 'VOLU' } as const;
    expect(comerToChange(id, door, { attendee: 'RESI', count: 1 })).toEqual({
      type: 'create',
      kind: 'attendance',
      recordId: id,
      fields: { event: event.id, role: 'VOLU', shift: 'Mattina', attendee: 'RESI' },
    });
  });

  test.each([
    ['2', 120],
    ['2,5', 150],
    ['2.25 h', 135],
    ['2:30', 150],
    ['0', 0],
    ['24', 1440],
    [' ', 'none'],
    ['25', undefined],
    ['2:75', undefined],
    ['due', undefined],
  ])('"%s" hours are %s minutes', (text, minutes) => expect(findMinutes(text)).toBe(minutes));

  test('a line of paper brings hours, and a name without a record as a nickname', () => {
    const comer = { attendee: 'UNKN', count: 1, nickname: 'Kofi', minutes: 150 } as const;
    expect(comerToChange(amina.id as Id, DOOR, comer)).toMatchObject({
      fields: { event: event.id, role: 'PART', attendee: 'UNKN', nickname: 'Kofi', minutes: 150 },
    });
  });

  test('who is here in this shift is known', () => {
    const presences = [heldIn(vault, came)];
    expect(isPresent(presences, amina.id, undefined, ({ beneficiary }) => beneficiary)).toBe(true);
    expect(isPresent(presences, amina.id, 'Mattina', ({ beneficiary }) => beneficiary)).toBe(false);
  });

  test.each([
    [[], 90, { is: 'toWrite', minutes: 90 }],
    [[], undefined, { is: 'known' }],
    [[60], 60, { is: 'known' }],
    [[60], undefined, { is: 'known' }],
    [[60], 90, { is: 'different', there: 60 }],
    [[60, 90], 90, { is: 'known' }],
  ])('somebody here with %j minutes, and %s on paper', (there, minutes, answer) => {
    const here = [{}, ...there.map((one) => ({ minutes: one }))].map((fields, at) =>
      caseRecord('attendance', `${at}`, { event: event.id, ...fields }),
    );
    expect(answerToLine(here, minutes)).toEqual(answer);
  });

  test('hours of somebody counted by card are taken back without the presence', () => {
    const scanned = caseRecord('attendance', 'a', { event: event.id, card: CARD });
    const [written] = hoursToChanges([scanned], 90);
    if (written === undefined) throw new Error('somebody without hours gets them');
    expect(changeBack(outboxItemOf(written).change, 7)).toEqual({
      type: 'edit',
      recordId: 'a',
      kind: 'attendance',
      seenVersion: 7,
      fields: { minutes: { from: 90, to: null } },
    });
    const create = comerToChange(amina.id as Id, DOOR, { attendee: 'RESI', count: 1 });
    expect(changeBack(outboxItemOf(create).change, 7)).toMatchObject({ type: 'remove', recordId: amina.id });
  });

  test('the sheet to sign has the holders of cards too, each once a shift', () => {
    const card = recordOf('card', { beneficiary: amina.id, code: CARD, state: 'ACTV' });
    const at = (fields: Fields) => recordOf('attendance', { event: event.id, role: 'PART', ...fields });
    const scanned = at({ card: CARD });
    const later = at({ card: CARD, shift: 'Sera' });
    const others = [at({ attendee: 'UNKN', count: 4 }), at({ card: `${CARD.slice(0, -1)}Z` })];
    const door = vaultOf([event, amina, card, came, scanned, later, ...others]);
    const all = [scanned, came, later, ...others].map((one) => heldIn(door, one));
    expect(namedPresences(all, personOfPresence(door)).map(({ record }) => record.id)).toEqual([came.id, later.id]);
    expect(presencesOf(all, amina.id, undefined, personOfPresence(door))).toHaveLength(2);
  });

  test('hours for everybody touch only those without hours', () => {
    const bare = caseRecord('attendance', 'b', { event: event.id });
    expect(hoursToChanges([heldIn(vault, came), bare], 90)).toMatchObject([
      { recordId: 'b', fields: { minutes: { from: null, to: 90 } } },
    ]);
  });

  test.each([
    ['today', {}, true],
    ['tomorrow', { date: '2026-11-24' }, false],
    ['cancelled', { state: 'CANC' }, false],
  ])('presences are written at an event %s: %s', (_, more, may) => {
    const other = recordOf('event', { ...event.fields, ...more });
    const those = vaultOf([other]);
    expect(mayTakePresences(those, heldIn(those, other), TODAY)).toBe(may);
  });
});

test('the list begins with today, then what comes soonest, then what was last', () => {
  const on = (date: string) => caseRecord('event', date, { date });
  const days = ['2026-11-20', '2026-12-24', TODAY, '2026-11-01', '2026-11-30'].map(on);
  const shown = (filter: Parameters<typeof eventsIn>[0]) =>
    eventsIn(filter, days, TODAY).map(({ record }) => record.id);
  expect(shown('all')).toEqual([TODAY, '2026-11-30', '2026-12-24', '2026-11-20', '2026-11-01']);
  expect(shown('coming')).toEqual(['2026-11-30', '2026-12-24']);
});

test('a person’s events follow a merge, each event once', () => {
  const twin = { ...recordOf('beneficiary', { nickname: 'Mina' }), mergedInto: amina.id };
  const other = recordOf('attendance', { event: event.id, role: 'PART', beneficiary: twin.id, minutes: 90 });
  const merged = vaultOf([event, amina, twin, came, other]);
  expect(eventsOfPerson(merged, amina.id)).toMatchObject([{ event: { record: { id: event.id } }, minutes: 90 }]);
  expect(figuresOf(merged, heldIn(merged, event))).toMatchObject({ uniqueParticipants: 1, attendances: 1 });
});

describe('a presence that another phone had written', () => {
  const refusal = (other: string): Refusal => ({
    type: 'FieldsRefused',
    problems: [{ field: 'beneficiary', rule: 'AlreadyPresent', other }],
  });
  const createOf = (minutes?: number) =>
    ({
      type: 'create',
      kind: 'attendance',
      recordId: lucia.id,
      fields: { event: event.id, role: 'PART', beneficiary: amina.id, ...(minutes !== undefined && { minutes }) },
    }) as const;

  test.each([
    [90, true],
    [60, false],
    [undefined, false],
  ])('with %s minutes beside 60 offers its hours: %s', (minutes, offers) => {
    const double = vaultOf([event, amina, came], { outbox: [outboxItemOf(createOf(minutes), refusal(came.id))] });
    const found = doublePresences(double, event.id);
    expect(found).toHaveLength(1);
    expect(found.map(hasOtherHours)).toEqual([offers]);
    expect(doublePresences(double, amina.id)).toEqual([]);
  });

  test('any other refusal is mended where all refusals are', () => {
    const other = outboxItemOf(createOf(), { type: 'NotPermitted' });
    expect(doublePresences(vaultOf([event], { outbox: [other] }))).toEqual([]);
  });
});
