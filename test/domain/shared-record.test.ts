import { describe, expect, test } from 'vitest';
import { ROLES } from '../../src/domain/actor.ts';
import { applyChange } from '../../src/domain/apply-change.ts';
import { KINDS } from '../../src/domain/kinds.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { findSharedRecord, findShelfStep, recordToCard, SHARED_KINDS } from '../../src/domain/shared-record.ts';
import {
  actorOf,
  anna,
  applied,
  carla,
  changeOf,
  contextOf,
  createOf,
  editOf,
  refusalIn,
  reviewOf,
  sampleBeneficiary,
} from './sample-changes.ts';

const card = { title: 'Orto', problem: 'Solitudine', done: 'Un orto insieme', office: 'Servizi sociali' };
const written = applied(undefined, createOf('practice', card), anna, 1);
const published = applied(written, reviewOf(written, 'validate'), carla, 2);
const shelved = recordToCard(published, 'publish');
const torino = actorOf('outreach', 'Tina Torino', 'c_l219');

/** Law 7, across cities. */
describe('what another city sees', () => {
  test('is the card that a coordinator validated, without names, conversation and disputes', () => {
    const talked = applied(published, changeOf(published, { type: 'comment', text: 'INTERNAL' }), anna, 3);
    expect(findShelfStep(talked)).toBe('publish');
    const seen = findSharedRecord(recordToCard(talked, 'publish'), torino);
    expect(seen?.fields).toEqual(card);
    expect(seen).toMatchObject({
      id: written.id,
      comments: [],
      conflicts: [],
      createdBy: { name: 'Genova' },
      updatedBy: { name: 'Genova' },
    });
    expect(JSON.stringify(seen)).not.toMatch(/Anna|Carla|INTERNAL/);
  });

  test('is bare even where the shelf held more', () => {
    const talked = applied(published, changeOf(published, { type: 'comment', text: 'INTERNAL' }), anna, 3);
    expect(JSON.stringify(findSharedRecord(talked, torino))).not.toMatch(/Anna|Carla|INTERNAL/);
    expect(JSON.stringify(findSharedRecord({ ...talked, removed: true }, torino))).not.toMatch(/Anna|INTERNAL|Orto/);
  });

  test('is nothing before a coordinator decided, and nothing of its own by this way', () => {
    expect(findShelfStep(written)).toBe('keep');
    expect(findSharedRecord(shelved, carla)).toBeUndefined();
  });

  test('goes away with all that it said when the record is returned, reopened, removed or merged, and not before', () => {
    const edited = applied(published, editOf(published, { done: [card.done, 'SECRET'] }), anna, 3);
    const returned = applied(published, reviewOf(published, 'return', { comment: 'no' }), carla, 3);
    const reopened = applied(published, reviewOf(published, 'reopen'), carla, 3);
    const removed = applied(published, changeOf(published, { type: 'remove' }), carla, 3);
    const merged: RecordEnvelope = { ...published, mergedInto: written.id };
    const steps = new Map<RecordEnvelope, string>([
      [published, 'publish'],
      [edited, 'keep'],
      [applied(edited, changeOf(edited, { type: 'comment', text: 'x' }), anna, 4), 'keep'],
      [applied(returned, editOf(returned, { done: [card.done, 'better'] }), anna, 4), 'keep'],
      [applied(edited, reviewOf(edited, 'return', { comment: 'no' }), carla, 4), 'withdraw'],
      [applied(edited, reviewOf(edited, 'validate'), carla, 4), 'publish'],
      [returned, 'withdraw'],
      [reopened, 'withdraw'],
      [removed, 'withdraw'],
      [merged, 'withdraw'],
    ]);
    for (const [record, step] of steps) expect(findShelfStep(record)).toBe(step);
    const gone = recordToCard(edited, 'withdraw');
    expect(findSharedRecord(gone, torino)).toMatchObject({ removed: true, fields: {}, fieldVersions: {} });
    expect(JSON.stringify(gone)).not.toMatch(/SECRET|Orto|Anna/);
  });

  test.each(ROLES)('as %s is what that role reads at home', (role) => {
    const mayRead = role === 'outreach' || role === 'coordinator';
    expect(findSharedRecord(shelved, actorOf(role, 'x', 'c_l219')) !== undefined).toBe(mayRead);
  });

  test.each([...KINDS.keys()].filter((kind) => !SHARED_KINDS.includes(kind)))('is never a %s', (kind) => {
    const record = { ...shelved, kind, fields: { ...sampleBeneficiary().fields } };
    expect(findShelfStep({ ...published, kind })).toBeUndefined();
    for (const role of ROLES) expect(findSharedRecord(record, actorOf(role, 'x', 'c_l219'))).toBeUndefined();
  });

  test('is what has no personal and no restricted field: nothing else is shared', () => {
    expect([...SHARED_KINDS].sort()).toEqual(['practice', 'practice-file', 'practice-reply']);
    for (const kind of SHARED_KINDS) {
      expect(new Set(Object.values(KINDS.get(kind)?.classes ?? {}))).toEqual(new Set(['open']));
      expect(KINDS.get(kind)?.isReviewed).toBe(true);
    }
  });

  test('cannot be written from there, by no verb', () => {
    const seen = findSharedRecord(shelved, torino) ?? published;
    const boss = actorOf('coordinator', 'Teo Torino', 'c_l219');
    for (const change of [
      editOf(seen, { title: ['Orto', 'Mine'] }),
      changeOf(seen, { type: 'comment', text: 'x' }),
      changeOf(seen, { type: 'remove' }),
      reviewOf(seen, 'return', { comment: 'x' }),
    ]) {
      expect(refusalIn(applyChange(seen, change, contextOf(boss, 9, [])))).toEqual({ type: 'RecordUnknown' });
    }
  });
});
