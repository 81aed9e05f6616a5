import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countEvents } from '../../src/domain/event-figures.ts';
import type { Id } from '../../src/domain/primitives.ts';

type Counted = Parameters<typeof countEvents>[0][number];
const recordOf = (kind: string, id: string, fields: Counted['fields'], more: Partial<Counted> = {}): Counted => ({
  id: id as Id,
  kind,
  removed: false,
  fields,
  ...more,
});
const event = (id: string, state = 'HELD') => recordOf('event', id, { state });
const came = (id: string, fields: Counted['fields'], more?: Partial<Counted>) =>
  recordOf('attendance', id, { event: 'e', role: 'PART', ...fields }, more);

describe('figures of events', () => {
  test('unique persons beside attendances; who has no record apart', () => {
    const figures = countEvents([
      event('e'),
      event('f'),
      came('1', { beneficiary: 'amina', minutes: 60 }),
      came('2', { beneficiary: 'amina', event: 'f', minutes: 30 }),
      came('3', { beneficiary: 'ousmane' }),
      came('4', { attendee: 'UNKN', count: 4, minutes: 120 }),
      came('5', { attendee: 'RESI' }),
    ]);
    expect(figures).toEqual({
      events: 2,
      uniqueParticipants: 2,
      attendances: 8,
      minutes: 570,
      unknownParticipants: 5,
      residents: 1,
    });
  });

  test('two presences of one person at one event and shift count once, with the longer hours', () => {
    const double = [
      event('e'),
      came('1', { beneficiary: 'a', minutes: 60 }),
      came('2', { beneficiary: 'a', minutes: 90 }),
    ];
    expect(countEvents(double)).toMatchObject({ uniqueParticipants: 1, attendances: 1, minutes: 90 });
    const shifts = [
      event('e'),
      came('1', { beneficiary: 'a', shift: 'x' }),
      came('2', { beneficiary: 'a', shift: 'y' }),
    ];
    expect(countEvents(shifts)).toMatchObject({ uniqueParticipants: 1, attendances: 2 });
  });

  test('two records of one person count once after their merge', () => {
    const records = [event('e'), came('1', { beneficiary: 'a' }), came('2', { beneficiary: 'twin' })];
    const figures = countEvents(records, (id) => (id === 'twin' ? 'a' : id));
    expect(figures).toMatchObject({ uniqueParticipants: 1, attendances: 1 });
  });

  test('a person scanned by card on two phones and written by name is one, and a card from elsewhere another', () => {
    const figures = countEvents([
      event('e'),
      came('1', { card: 'TC-A', minutes: 30 }),
      came('2', { card: 'TC-A', minutes: 60 }),
      came('3', { card: 'TC-LOST' }),
      came('4', { beneficiary: 'amina' }),
      came('5', { card: 'TC-ELSEWHERE' }),
      recordOf('card', 'c1', { beneficiary: 'amina', code: 'TC-A' }),
      recordOf('card', 'c2', { beneficiary: 'amina', code: 'TC-LOST', state: 'LOST' }),
    ]);
    expect(figures).toMatchObject({ uniqueParticipants: 2, attendances: 2, minutes: 60, unknownParticipants: 0 });
  });

  test('cancelled events, and what was removed or merged, count nowhere', () => {
    const figures = countEvents([
      event('e', 'CANC'),
      event('f'),
      came('1', { beneficiary: 'a' }),
      came('2', { beneficiary: 'a', event: 'f' }, { removed: true }),
      came('3', { beneficiary: 'a', event: 'unknown' }),
    ]);
    expect(figures).toMatchObject({ events: 1, uniqueParticipants: 0, attendances: 0 });
  });

  test('the order of arrival changes no figure', () => {
    const fields = fc.record(
      {
        event: fc.constantFrom('e', 'f', 'gone'),
        beneficiary: fc.constantFrom('a', 'b', 'c'),
        card: fc.constantFrom('TC-A', 'TC-B'),
        shift: fc.constantFrom('x', 'y'),
        minutes: fc.nat(1440),
      },
      { requiredKeys: ['event'] },
    );
    const presence = fc
      .tuple(fc.uuid(), fields, fc.integer({ min: 1, max: 5 }), fc.boolean())
      .map(([id, values, count, removed]) =>
        recordOf('attendance', id, values.beneficiary === undefined ? { ...values, attendee: 'UNKN', count } : values, {
          removed,
        }),
      );
    const arrivals = fc
      .array(presence, { maxLength: 30 })
      .map((presences) => [event('e'), event('f', 'PLAN'), ...presences])
      .chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })));
    fc.assert(
      fc.property(arrivals, ([records, shuffled]) => {
        const figures = countEvents(records);
        expect(countEvents(shuffled)).toEqual(figures);
        expect(countEvents([...records, ...records]).uniqueParticipants).toBe(figures.uniqueParticipants);
      }),
    );
  });
});
