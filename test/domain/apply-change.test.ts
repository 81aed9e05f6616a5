import { describe, expect, test } from 'vitest';
import { applyChange } from '../../src/domain/apply-change.ts';
import { COMMENTS_MAX, type RecordEnvelope } from '../../src/domain/record.ts';
import {
  actorOf,
  anna,
  applied,
  bruno,
  carla,
  changeOf,
  contextOf,
  createOf,
  editOf,
  monitor,
  newId,
  refusalIn,
  reviewOf,
  sampleBeneficiary,
  volunteer,
} from './sample-changes.ts';

describe('a review', () => {
  test('is outdated when somebody else changed the record after the reviewer saw it', () => {
    const seen = sampleBeneficiary();
    const now = applied(seen, editOf(seen, { note: [null, 'hello'] }), anna, 2);
    expect(refusalIn(applyChange(now, reviewOf(seen, 'validate'), contextOf(carla, 3)))).toEqual({
      type: 'ReviewOutdated',
    });
    expect(applied(now, reviewOf(now, 'validate'), carla, 3).review.state).toBe('validated');
  });

  test("is not outdated by the reviewer's own edits and comments", () => {
    const seen = sampleBeneficiary();
    const edited = applied(seen, editOf(seen, { note: [null, 'hello'] }), carla, 2);
    const commented = applied(edited, changeOf(seen, { type: 'comment', text: 'mended' }), carla, 3);
    expect(applied(commented, reviewOf(seen, 'validate'), carla, 4).review.state).toBe('validated');
  });

  test("is outdated when somebody else came between the reviewer's look and own edit", () => {
    const seen = sampleBeneficiary();
    const edited = applied(seen, editOf(seen, { note: [null, 'hello'] }), bruno, 2);
    const mended = applied(edited, editOf(seen, { nickname: [null, 'Ami'] }), carla, 3);
    expect(refusalIn(applyChange(mended, reviewOf(seen, 'validate'), contextOf(carla, 4)))).toEqual({
      type: 'ReviewOutdated',
    });
  });

  test('of a version the server does not have any more is outdated', () => {
    const record = sampleBeneficiary();
    expect(
      refusalIn(applyChange(record, reviewOf(record, 'validate', { seenVersion: 90 }), contextOf(carla, 2))),
    ).toEqual({ type: 'ReviewOutdated' });
  });

  test('that returns a record says what is to be mended', () => {
    const record = sampleBeneficiary();
    expect(refusalIn(applyChange(record, reviewOf(record, 'return'), contextOf(carla, 2)))).toEqual({
      type: 'CommentMissing',
    });
    const returned = applied(record, reviewOf(record, 'return', { comment: 'which year?' }), carla, 2);
    expect(returned).toMatchObject({
      review: { state: 'returned', by: { id: carla.id } },
      comments: [{ text: 'which year?', by: { id: carla.id } }],
    });
  });
});

describe('a change', () => {
  const record = sampleBeneficiary();
  test.each([
    [
      'of a kind nobody knows',
      undefined,
      changeOf({ id: record.id, kind: 'spaceship' }, { type: 'create', fields: {} }),
      anna,
      { type: 'KindUnknown' },
    ],
    [
      'that creates what exists',
      record,
      createOf('beneficiary', { nickname: 'O' }, record.id),
      anna,
      { type: 'RecordExists' },
    ],
    ['by a volunteer', record, editOf(record, { note: [null, 'x'] }), volunteer, { type: 'NotPermitted' }],
    ['by a monitor', undefined, createOf('beneficiary', { nickname: 'O' }), monitor, { type: 'NotPermitted' }],
    [
      'of a record that is not there',
      undefined,
      editOf(record, { note: [null, 'x'] }),
      anna,
      { type: 'RecordUnknown' },
    ],
    [
      'of a record of another kind',
      record,
      changeOf({ id: record.id, kind: 'service' }, { type: 'comment', text: 'x' }),
      anna,
      { type: 'RecordUnknown' },
    ],
    [
      'of a record of another municipality',
      record,
      editOf(record, { note: [null, 'x'] }),
      actorOf('coordinator', 'Far Away', 'c_l219'),
      { type: 'RecordUnknown' },
    ],
    [
      'of a removed record',
      { ...record, removed: true },
      editOf(record, { note: [null, 'x'] }),
      anna,
      { type: 'RecordRemoved' },
    ],
    [
      'of a record that was merged away',
      { ...record, mergedInto: newId() as RecordEnvelope['id'] },
      editOf(record, { note: [null, 'x'] }),
      anna,
      expect.objectContaining({ type: 'RecordMerged' }),
    ],
  ])('%s is refused', (_, before, change, actor, refusal) => {
    expect(refusalIn(applyChange(before, change, contextOf(actor, 2)))).toEqual(refusal);
  });

  test('handed to the wrong record is a bug', () => {
    expect(() => applyChange(sampleBeneficiary(), editOf(record, { note: [null, 'x'] }), contextOf(anna, 2))).toThrow(
      'own record',
    );
  });

  test('of one comment too many is refused', () => {
    const comment = {
      id: newId(),
      by: { id: anna.id, name: 'x' },
      at: record.createdAt,
      text: 'x',
    } as RecordEnvelope['comments'][number];
    const full = { ...record, comments: Array.from({ length: COMMENTS_MAX }, () => comment) };
    const change = changeOf(record, { type: 'comment', text: 'one more' });
    expect(refusalIn(applyChange(full, change, contextOf(anna, 2)))).toEqual({ type: 'TooMany', what: 'comments' });
  });

  test('that discards a refused one leaves every record as it is, also where there is none', () => {
    const discard = changeOf(
      { id: newId() as RecordEnvelope['id'], kind: 'beneficiary' },
      { type: 'discard', discarded: newId() },
    );
    expect(applyChange(undefined, discard, contextOf(anna, 2))).toEqual({
      ok: true,
      value: { outcome: 'accepted', record: undefined },
    });
  });

  test('that discloses a restricted field is for who may read it, and changes nothing', () => {
    const disclose = changeOf(record, { type: 'disclose', fields: ['residenceStatus'] });
    expect(applyChange(record, disclose, contextOf(carla, 2))).toEqual({
      ok: true,
      value: { outcome: 'accepted', record: undefined },
    });
    expect(refusalIn(applyChange(record, disclose, contextOf(bruno, 2)))).toEqual({
      type: 'NotPermitted',
      field: 'residenceStatus',
    });
  });
});

describe('merging two records of one person', () => {
  const [one, other] = [sampleBeneficiary(), sampleBeneficiary()];
  const merge = changeOf(one, { type: 'merge', into: other.id });

  test('points the one at the other, and can be taken back', () => {
    const merged = applied(one, merge, carla, 3, [other]);
    expect(merged.mergedInto).toBe(other.id);
    expect(applied(merged, changeOf(one, { type: 'unmerge' }), carla, 4)).not.toHaveProperty('mergedInto');
  });

  test.each([
    ['itself', changeOf(one, { type: 'merge', into: one.id }), [one], { type: 'RecordUnknown' }],
    ['a record that is not there', merge, [], { type: 'RecordUnknown' }],
    ['a removed record', merge, [{ ...other, removed: true }], { type: 'RecordUnknown' }],
    ['a record of another kind', merge, [{ ...other, kind: 'service' }], { type: 'RecordUnknown' }],
    [
      'a record merged into this one',
      merge,
      [{ ...other, mergedInto: one.id }],
      { type: 'RecordMerged', into: one.id },
    ],
  ])('into %s is refused', (_, change, related, refusal) => {
    expect(refusalIn(applyChange(one, change, contextOf(carla, 3, related)))).toEqual(refusal);
  });
});
