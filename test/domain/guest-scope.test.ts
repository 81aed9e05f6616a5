import { describe, expect, test } from 'vitest';
import { Actor } from '../../src/domain/actor.ts';
import { applyChange } from '../../src/domain/apply-change.ts';
import type { Change } from '../../src/domain/change.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { findVisibleRecord } from '../../src/domain/visible-record.ts';
import {
  anna,
  applied,
  carla,
  changeOf,
  contextOf,
  createOf,
  editOf,
  newId,
  sampleBeneficiary,
  TODAY,
} from './sample-changes.ts';

const eventOf = (title: string) =>
  applied(undefined, createOf('event', { title, type: 'VERD', date: TODAY, state: 'PLAN' }), anna, 1);
const orto = eventOf('Orto');
const festa = eventOf('Festa');
const guestAt = (event?: string): Actor =>
  Actor.parse({ id: newId(), name: 'Orto · 1', role: 'guest', municipality: 'c_d969', ...(event && { event }) });
const guest = guestAt(orto.id);

const CARD = 'TC-0123456789ABCDEFGHJK';
const cameTo = (event: RecordEnvelope, fields: Readonly<Record<string, unknown>> = { attendee: 'UNKN' }) =>
  createOf('attendance', { event: event.id, role: 'PART', ...fields });
const decide = (record: RecordEnvelope | undefined, change: Change, actor = guest) => {
  const result = applyChange(record, change, contextOf(actor, 9, [orto, festa]));
  return result.ok ? result.value.outcome : result.error;
};
const NO = { type: 'NotPermitted' };
const counted = (fields?: Readonly<Record<string, unknown>>, actor = guest) =>
  applied(undefined, cameTo(orto, fields), actor, 2, [orto]);

describe('a guest at one event', () => {
  test('counts there, by one tap or by a card, mends it and takes it back', () => {
    expect(decide(undefined, cameTo(orto))).toBe('accepted');
    expect(decide(undefined, cameTo(orto, { card: CARD }))).toBe('accepted');
    const own = counted({ attendee: 'UNKN', role: 'VOLU' });
    expect(decide(own, editOf(own, { minutes: [null, 90], note: [null, 'Pioveva'] }))).toBe('accepted');
    expect(decide(own, changeOf(own, { type: 'remove' }))).toBe('accepted');
  });

  test('never says who somebody is', () => {
    expect(decide(undefined, cameTo(orto, { beneficiary: newId() }))).toEqual({ ...NO, field: 'beneficiary' });
    expect(decide(undefined, cameTo(orto, { attendee: 'UNKN', nickname: 'Kofi' }))).toEqual({
      ...NO,
      field: 'nickname',
    });
  });

  test('counts at no other event, and moves nothing there', () => {
    expect(decide(undefined, cameTo(festa))).toEqual(NO);
    const own = counted();
    expect(decide(own, editOf(own, { event: [orto.id, festa.id] }))).toEqual(NO);
  });

  test('touches neither the event, nor what others counted, nor a person', () => {
    expect(decide(orto, editOf(orto, { title: ['Orto', 'Mio'] }))).toMatchObject(NO);
    const others = counted({ attendee: 'UNKN' }, guestAt(orto.id));
    expect(decide(others, editOf(others, { minutes: [null, 5] }))).toMatchObject(NO);
    expect(decide(others, changeOf(others, { type: 'remove' }))).toEqual(NO);
    const person = sampleBeneficiary();
    expect(decide(person, changeOf(person, { type: 'comment', text: 'chi è?' }))).toEqual(NO);
    expect(decide(undefined, createOf('beneficiary', { nickname: 'Kofi' }))).toEqual(NO);
  });

  test('writes nothing more once its time is over', () => {
    expect(decide(undefined, cameTo(orto), guestAt())).toEqual(NO);
  });

  test('sees its event and its own counts, and of nothing else that it is there', () => {
    expect(findVisibleRecord(orto, guest)?.fields).toMatchObject({ title: 'Orto' });
    expect(findVisibleRecord(festa, guest)).toBeUndefined();
    expect(findVisibleRecord(sampleBeneficiary(), guest)).toBeUndefined();
    expect(findVisibleRecord(counted({ attendee: 'UNKN' }, guestAt(orto.id)), guest)).toBeUndefined();
    expect(findVisibleRecord(orto, guestAt())).toBeUndefined();
    const own = counted({ card: CARD });
    expect(findVisibleRecord(own, guest)?.fields).toMatchObject({ card: CARD });
  });

  test('is told neither whose card it was nor what was said about it', () => {
    const own = counted({ card: CARD });
    const person = newId();
    const named = applied(own, editOf(own, { card: [CARD, null], beneficiary: [null, person] }), carla, 3, [orto]);
    const talked = applied(named, changeOf(named, { type: 'comment', text: 'È Amina' }), carla, 4, [orto]);
    const seen = JSON.stringify(findVisibleRecord(talked, guest));
    expect(seen).not.toContain(person);
    expect(seen).not.toContain('Amina');
  });
});
