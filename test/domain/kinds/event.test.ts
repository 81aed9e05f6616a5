import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { PROJECT_CODES } from '../../../src/domain/project-codes.ts';
import { findVisibleRecord } from '../../../src/domain/visible-record.ts';
import {
  anna,
  applied,
  carla,
  changeOf,
  contextOf,
  createOf,
  editOf,
  rulesIn,
  TODAY,
  volunteer,
} from '../sample-changes.ts';

const base = { title: 'Puliamo la piazza', type: 'PULI', date: TODAY, state: 'PLAN', ...PROJECT_CODES };
const rulesOf = (more: Readonly<Record<string, unknown>>) =>
  rulesIn(applyChange(undefined, createOf('event', { ...base, ...more }), contextOf(anna, 1)));

describe('an event', () => {
  test.each([
    ['as it is', {}, []],
    ['planned ahead', { date: '2027-05-01' }, []],
    ['cancelled ahead', { date: '2027-05-01', state: 'CANC' }, []],
    ['held tomorrow', { date: '2026-11-24', state: 'HELD' }, ['state: HeldInFuture']],
    ['before the project', { date: '2023-12-31' }, ['date: EventDateBeforeProject']],
    ['ending before it starts', { startTime: '15:00', endTime: '14:00' }, ['endTime: EndBeforeStart']],
    ['of no duration', { startTime: '15:00', endTime: '15:00' }, ['endTime: EndBeforeStart']],
    ['with two shifts of one name', { shifts: [{ label: 'Mattina' }, { label: ' mattina' }] }, ['shifts: ShiftTwice']],
    [
      'with a shift that runs backwards',
      { shifts: [{ label: 'Sera', from: '20:00', to: '18:00' }] },
      ['shifts: ShiftEndBeforeStart'],
    ],
    ['with a code of another kind', { cup: 'F81', prog: '99a' }, ['cup: CupInvalid', 'prog: ProgInvalid']],
    [
      'with more shifts than a day has',
      { shifts: Array.from({ length: 13 }, (_, i) => ({ label: `${i}` })) },
      ['shifts: ValueTooBig'],
    ],
    ['of an unknown type', { type: 'NEVER' }, ['type: CodeUnknown']],
  ])('%s', (_, more, rules) => {
    expect(rulesOf(more)).toEqual(rules);
  });

  test('is read by a volunteer, without what was said about it, and not changed', () => {
    const event = applied(undefined, createOf('event', base), anna, 1);
    const discussed = applied(event, changeOf(event, { type: 'comment', text: 'Amina porta i guanti' }), carla, 2);
    const seen = findVisibleRecord(discussed, volunteer);
    expect(seen).toMatchObject({ fields: base, comments: [] });
    expect(findVisibleRecord(discussed, anna)?.comments).toHaveLength(1);
    const tried = applyChange(event, editOf(event, { title: ['Puliamo la piazza', 'Altro'] }), contextOf(volunteer, 3));
    expect(tried.ok).toBe(false);
  });
});
