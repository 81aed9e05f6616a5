import { describe, expect, test } from 'vitest';
import { applyChange } from '../../src/domain/apply-change.ts';
import { CONFLICTS_MAX, type RecordEnvelope } from '../../src/domain/record.ts';
import { diffOf } from '../../src/domain/review-queue.ts';
import {
  anna,
  applied,
  bruno,
  carla,
  changeOf,
  contextOf,
  editOf,
  newId,
  refusalIn,
  reviewOf,
  sampleBeneficiary,
} from './sample-changes.ts';

const outcomeIn = (result: ReturnType<typeof applyChange>) => (result.ok ? result.value.outcome : result.error.type);

/** Amina at version 1; Bruno then changed the nickname to "Mina" at version 2. */
function changedByBruno(): { seen: RecordEnvelope; now: RecordEnvelope } {
  const seen = sampleBeneficiary({ nickname: 'Ami' });
  return { seen, now: applied(seen, editOf(seen, { nickname: ['Ami', 'Mina'] }), bruno, 2) };
}

describe('an edit', () => {
  test('of an unchanged record is accepted, sets its fields and their versions', () => {
    const record = sampleBeneficiary();
    const result = applyChange(
      record,
      editOf(record, { givenName: ['Amina', 'Aminata'], familyName: ['Diallo', null] }),
      contextOf(anna, 2),
    );
    expect(outcomeIn(result)).toBe('accepted');
    expect(result.ok && result.value.record).toMatchObject({
      version: 2,
      fieldVersions: { givenName: 2, familyName: 2 },
      fields: { givenName: 'Aminata' },
    });
    expect(result.ok && result.value.record?.fields).not.toHaveProperty('familyName');
  });

  test('of another field than somebody else changed meanwhile is merged', () => {
    const { seen, now } = changedByBruno();
    const result = applyChange(now, editOf(seen, { note: [null, 'hello'] }), contextOf(anna, 3));
    expect(outcomeIn(result)).toBe('merged');
    expect(result.ok && result.value.record?.fields).toMatchObject({ nickname: 'Mina', note: 'hello' });
  });

  test('is not called merged when somebody only commented meanwhile', () => {
    const seen = sampleBeneficiary();
    const now = applied(seen, changeOf(seen, { type: 'comment', text: 'who is this?' }), carla, 2);
    expect(outcomeIn(applyChange(now, editOf(seen, { note: [null, 'hello'] }), contextOf(anna, 3)))).toBe('accepted');
  });

  test('of the same field to another value is a conflict: the agreed value stays, the other is kept with its author', () => {
    const { seen, now } = changedByBruno();
    const change = editOf(seen, { nickname: ['Ami', 'Amy'], note: [null, 'hello'] });
    const result = applyChange(now, change, contextOf(anna, 3));
    expect(outcomeIn(result)).toBe('conflict');
    expect(result.ok && result.value.record).toMatchObject({
      fields: { nickname: 'Mina', note: 'hello' },
      fieldVersions: { nickname: 2, note: 3 },
      conflicts: [{ id: change.id, field: 'nickname', value: 'Amy', by: { id: anna.id } }],
    });
  });

  test('of the same field to the same value is no conflict', () => {
    const { seen, now } = changedByBruno();
    const result = applyChange(now, editOf(seen, { nickname: ['Ami', 'Mina'] }), contextOf(anna, 3));
    expect(outcomeIn(result)).toBe('merged');
    expect(result.ok && result.value.record).toBeUndefined();
  });

  test('that clears a field somebody else changed is kept as a conflict with null', () => {
    const { seen, now } = changedByBruno();
    expect(applied(now, editOf(seen, { nickname: ['Ami', null] }), anna, 3)).toMatchObject({
      fields: { nickname: 'Mina' },
      conflicts: [{ value: null }],
    });
  });

  test('by the same author replaces what this author had in dispute', () => {
    const { seen, now } = changedByBruno();
    const first = applied(now, editOf(seen, { nickname: ['Ami', 'Amy'] }), anna, 3);
    const second = applied(first, editOf(seen, { nickname: ['Amy', 'Emy'] }), anna, 4);
    expect(second.conflicts.map(({ value }) => value)).toEqual(['Emy']);
    const agreed = applied(second, editOf(seen, { nickname: ['Emy', 'Mina'] }), anna, 5);
    expect(agreed).toMatchObject({ conflicts: [], fields: { nickname: 'Mina' } });
  });

  test('A → B → A from one device ends as A, though all three saw the same version', () => {
    const seen = sampleBeneficiary({ nickname: 'X' });
    const steps = [
      ['X', 'A'],
      ['A', 'B'],
      ['B', 'A'],
    ] as const;
    const [first, second, third] = steps.map(([from, to]) => editOf(seen, { nickname: [from, to] }));
    if (!first || !second || !third) throw new Error('three edits');
    const one = applied(seen, first, anna, 2);
    const two = applied(one, second, anna, 3);
    expect(two.fields).toMatchObject({ nickname: 'B' });
    expect(applied(two, third, anna, 4)).toMatchObject({ fields: { nickname: 'A' }, conflicts: [] });
  });

  test('made on a history that the server does not have any more is decided by the values', () => {
    const { seen, now } = changedByBruno();
    const fromLostVersion = { seenVersion: 90 };
    expect(
      outcomeIn(applyChange(now, editOf(seen, { nickname: ['Ami', 'Amy'] }, fromLostVersion), contextOf(anna, 3))),
    ).toBe('conflict');
    expect(applied(now, editOf(seen, { nickname: ['Mina', 'Amy'] }, fromLostVersion), anna, 3).fields).toMatchObject({
      nickname: 'Amy',
    });
  });

  test('without effect leaves a validated record validated', () => {
    const seen = sampleBeneficiary();
    const validated = applied(seen, reviewOf(seen, 'validate'), carla, 2);
    const result = applyChange(validated, editOf(validated, { givenName: ['Amina', 'Amina'] }), contextOf(anna, 3));
    expect(result).toEqual({ ok: true, value: { outcome: 'accepted', record: undefined } });
  });

  test('sends a returned record back even when all was right', () => {
    const seen = sampleBeneficiary();
    const returned = applied(seen, reviewOf(seen, 'return', { comment: 'is the name right?' }), carla, 2);
    const answered = applied(
      returned,
      editOf(returned, { givenName: ['Amina', 'Amina'] }, { comment: 'it is' }),
      anna,
      3,
    );
    expect(answered).toMatchObject({
      review: { state: 'submitted' },
      comments: [{ text: 'is the name right?' }, { text: 'it is' }],
    });
    expect(applied(returned, editOf(returned, { givenName: ['Amina', 'Amina'] }), anna, 3).review.state).toBe(
      'submitted',
    );
  });

  test('of a validated record remembers the values of the last decision until the next', () => {
    const seen = sampleBeneficiary({ nickname: 'Ami' });
    const validated = applied(seen, reviewOf(seen, 'validate'), carla, 2);
    const once = applied(validated, editOf(validated, { nickname: ['Ami', 'Mina'], note: [null, 'hello'] }), anna, 3);
    const twice = applied(once, editOf(once, { nickname: ['Mina', 'Emy'] }), anna, 4);
    expect(twice.review).toMatchObject({ state: 'submitted', before: { nickname: 'Ami', note: null } });
    expect(diffOf(twice)).toEqual([
      { field: 'nickname', from: 'Ami', to: 'Emy' },
      { field: 'note', from: null, to: 'hello' },
    ]);
    const back = applied(twice, editOf(twice, { nickname: ['Emy', 'Ami'] }), anna, 5);
    expect(diffOf(back).map(({ field }) => field)).toEqual(['note']);
    expect(applied(back, reviewOf(back, 'validate'), carla, 6).review.before).toBeUndefined();
  });

  test.each([
    [
      'a restricted field of a colleague',
      { restrictedNote: [null, 'x'] },
      { type: 'NotPermitted', field: 'restrictedNote' },
    ],
    [
      'an unknown field',
      { shoeSize: [null, 42] },
      { type: 'FieldsRefused', problems: [{ field: 'shoeSize', rule: 'FieldUnknown' }] },
    ],
    [
      'a name every object has',
      { constructor: [null, 'x'] },
      { type: 'FieldsRefused', problems: [{ field: 'constructor', rule: 'FieldUnknown' }] },
    ],
    [
      'a value of another shape',
      { givenName: ['Amina', 5] },
      { type: 'FieldsRefused', problems: [{ field: 'givenName', rule: 'ValueInvalid' }] },
    ],
  ] as const)('of %s is refused', (_, fields, refusal) => {
    const record = sampleBeneficiary();
    expect(refusalIn(applyChange(record, editOf(record, fields), contextOf(bruno, 2)))).toEqual(refusal);
  });

  test('in dispute is refused when its value could never be chosen', () => {
    const { seen, now } = changedByBruno();
    expect(refusalIn(applyChange(now, editOf(seen, { nickname: ['Ami', ''] }), contextOf(anna, 3)))).toEqual({
      type: 'FieldsRefused',
      problems: [{ field: 'nickname', rule: 'TextEmpty' }],
    });
  });

  test('is refused when a record holds too many values in dispute', () => {
    const { seen, now } = changedByBruno();
    const by = { id: carla.id, name: carla.name };
    const conflicts = Array.from({ length: CONFLICTS_MAX }, () => ({
      id: newId(),
      field: 'nickname',
      value: 'x',
      by,
      at: now.updatedAt,
    }));
    const full: RecordEnvelope = { ...now, conflicts: conflicts as RecordEnvelope['conflicts'] };
    expect(refusalIn(applyChange(full, editOf(seen, { nickname: ['Ami', 'Amy'] }), contextOf(anna, 3)))).toEqual({
      type: 'TooMany',
      what: 'conflicts',
    });
  });
});

describe('settling a dispute', () => {
  function disputed() {
    const { seen, now } = changedByBruno();
    const record = applied(now, editOf(seen, { nickname: ['Ami', 'Amy'] }), anna, 3);
    const conflictIds = record.conflicts.map(({ id }) => id);
    const resolve = (more: object = {}) =>
      changeOf(record, { type: 'resolve', field: 'nickname', from: 'Mina', to: 'Amy', conflictIds, ...more });
    return { record, resolve };
  }

  test.each([
    ['its author', anna],
    ['a coordinator', carla],
  ])('is for %s', (_, actor) => {
    const { record, resolve } = disputed();
    expect(applied(record, resolve(), actor, 4)).toMatchObject({
      fields: { nickname: 'Amy' },
      conflicts: [],
      fieldVersions: { nickname: 4 },
    });
  });

  test('may keep the agreed value', () => {
    const { record, resolve } = disputed();
    expect(applied(record, resolve({ to: 'Mina' }), anna, 4)).toMatchObject({
      fields: { nickname: 'Mina' },
      conflicts: [],
    });
  });

  test('is not for somebody who has no part in it', () => {
    const { record, resolve } = disputed();
    const stranger = { ...bruno, id: carla.id };
    expect(refusalIn(applyChange(record, resolve(), contextOf(stranger, 4)))).toEqual({
      type: 'NotPermitted',
      field: 'nickname',
    });
  });

  test.each([
    [
      'of a conflict that is gone',
      { conflictIds: ['01900000-0000-7000-8000-ffffffffffff'] },
      { type: 'ConflictUnknown' },
    ],
    ['of another field', { field: 'note' }, { type: 'ConflictUnknown' }],
    ['of an agreed value that has changed', { from: 'Ami' }, { type: 'ResolveOutdated' }],
    [
      'to a value that breaks a rule',
      { to: '' },
      { type: 'FieldsRefused', problems: [{ field: 'nickname', rule: 'TextEmpty' }] },
    ],
  ])('%s is refused', (_, more, refusal) => {
    const { record, resolve } = disputed();
    expect(refusalIn(applyChange(record, resolve(more), contextOf(carla, 4)))).toEqual(refusal);
  });
});
