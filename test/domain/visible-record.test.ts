import { describe, expect, test } from 'vitest';
import { ROLES } from '../../src/domain/actor.ts';
import { findVisibleRecord } from '../../src/domain/visible-record.ts';
import {
  ACTORS,
  actorOf,
  anna,
  applied,
  bruno,
  carla,
  changeOf,
  editOf,
  reviewOf,
  sampleBeneficiary,
} from './sample-changes.ts';

/** A record that holds the planted words in every place where a value can stand. */
function plantedRecord() {
  const created = sampleBeneficiary({ restrictedNote: 'SECRET one', residenceStatus: 'CS18', note: 'PERSONAL one' });
  const validated = applied(created, reviewOf(created, 'validate'), carla, 2);
  const fields = {
    restrictedNote: ['SECRET one', 'SECRET two'],
    residenceStatus: ['CS18', 'CS22'],
    note: ['PERSONAL one', 'PERSONAL two'],
  } as const;
  const edited = applied(validated, editOf(validated, fields), anna, 3);
  const late = { restrictedNote: ['SECRET one', 'SECRET three'], note: ['PERSONAL one', 'PERSONAL three'] } as const;
  return applied(edited, editOf(edited, late, { seenVersion: 2 }), carla, 4);
}

const RESTRICTED = /SECRET|CS18|CS22|restrictedNote|residenceStatus/;

describe('what a role sees of a record', () => {
  test('the sample stands in fields, old values and conflicts', () => {
    const { fields, review, conflicts } = plantedRecord();
    expect(JSON.stringify(fields)).toMatch(/SECRET two/);
    expect(JSON.stringify(review.before)).toMatch(/SECRET one/);
    expect(JSON.stringify(conflicts)).toMatch(/SECRET three/);
  });

  test('the author and the coordinator see all of it', () => {
    const record = plantedRecord();
    expect(findVisibleRecord(record, anna)).toEqual(record);
    expect(findVisibleRecord(record, carla)).toEqual(record);
  });

  test('another worker sees the rest, and no trace of a restricted field', () => {
    const seen = findVisibleRecord(plantedRecord(), bruno);
    expect(seen?.fields).toMatchObject({ givenName: 'Amina', note: 'PERSONAL two' });
    expect(seen?.review.before).toEqual({ note: 'PERSONAL one' });
    expect(seen?.conflicts.map(({ field }) => field)).toEqual(['note']);
    expect(JSON.stringify(seen)).not.toMatch(RESTRICTED);
  });

  test.each(ROLES.filter((role) => !['outreach', 'coordinator'].includes(role)))('%s sees nothing', (role) => {
    expect(findVisibleRecord(plantedRecord(), ACTORS[role])).toBeUndefined();
  });

  test.each(ROLES)('%s of another municipality sees nothing', (role) => {
    expect(findVisibleRecord(plantedRecord(), actorOf(role, 'Far Away', 'c_l219'))).toBeUndefined();
  });

  test('a removed record tells another worker that it is gone and nothing else', () => {
    const record = plantedRecord();
    const commented = applied(record, changeOf(record, { type: 'comment', text: 'PERSONAL four' }), anna, 5);
    const removed = applied(commented, changeOf(record, { type: 'remove' }), carla, 6);
    const seen = findVisibleRecord(removed, bruno);
    expect(seen).toMatchObject({ id: record.id, removed: true, version: 6, fields: {}, conflicts: [], comments: [] });
    expect(JSON.stringify(seen)).not.toMatch(/SECRET|PERSONAL|Amina/);
    expect(findVisibleRecord(removed, carla)).toEqual(removed);
  });
});
