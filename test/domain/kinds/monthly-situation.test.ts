import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import type { Fields } from '../../../src/domain/json-value.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import {
  anna,
  applied,
  bruno,
  changeOf,
  contextOf,
  createOf,
  editOf,
  rulesIn,
  sampleBeneficiary,
  volunteer,
} from '../sample-changes.ts';

const amina = sampleBeneficiary();
const placementOf = (fields: Fields) =>
  applied(undefined, createOf('placement', { beneficiary: amina.id, measures: ['COHO'], ...fields }), anna, 1, [amina]);
const placed = placementOf({ stage: 'INSE', entryDate: '2026-09-14' });
const left = placementOf({
  stage: 'USCI',
  entryDate: '2026-09-14',
  exitDate: '2026-10-31',
  exitOutcome: 'AUTO',
  situationAtExit: 'AUTO',
});
const waiting = placementOf({ stage: 'RICE', entryDate: '2026-12-01' });

const month = (placement: RecordEnvelope, more: Fields = {}) =>
  createOf('monthly-situation', { placement: placement.id, month: '2026-10', situation: 'E8_1', ...more });
const rulesOf = (placement: RecordEnvelope, more: Fields = {}, others: readonly RecordEnvelope[] = []) =>
  rulesIn(applyChange(undefined, month(placement, more), contextOf(anna, 9, [placement, ...others])));

describe('a month in a home', () => {
  // TODAY is 2026-11-23.
  test.each<[string, RecordEnvelope, Fields, string[]]>([
    ['of living there', placed, {}, []],
    ['that is not over yet', placed, { month: '2026-11' }, []],
    ['of the entry', placed, { month: '2026-09' }, []],
    ['before the entry', placed, { month: '2026-08' }, ['month: MonthBeforeEntry']],
    ['that has not begun', placed, { month: '2026-12' }, ['month: MonthInFuture']],
    ['of the exit', left, {}, []],
    ['after the exit', left, { month: '2026-11' }, ['month: MonthAfterExit']],
    ['while nobody has moved in', waiting, {}, ['placement: NotMovedIn']],
    ['that no calendar has', placed, { month: '2026-13' }, ['month: MonthInvalid']],
    ['with a meeting to come', placed, { meetingDate: '2026-11-24' }, ['meetingDate: MeetingInFuture']],
    ['with problems', placed, { problems: ['AFFI', 'UTEN'] }, []],
    ['with no problem and one', placed, { problems: ['NESS', 'AFFI'] }, ['problems: NoneAmongOthers']],
  ])('%s', (_, placement, more, rules) => {
    expect(rulesOf(placement, more)).toEqual(rules);
  });

  test('is told once: the second names the first, and a removed one leaves room', () => {
    const first = applied(undefined, month(placed), bruno, 2, [placed]);
    const refused = applyChange(undefined, month(placed), contextOf(anna, 9, [placed, first]));
    expect(refused).toMatchObject({ error: { problems: [{ rule: 'MonthAlreadyWritten', other: first.id }] } });
    expect(rulesOf(placed, { month: '2026-11' }, [first])).toEqual([]);
    const removed = applied(first, changeOf(first, { type: 'remove' }), bruno, 3, [placed]);
    expect(rulesOf(placed, {}, [removed])).toEqual([]);
    const second = applied(undefined, month(placed), anna, 4, [placed]);
    const restore = applyChange(removed, changeOf(removed, { type: 'restore' }), contextOf(bruno, 9, [placed, second]));
    expect(rulesIn(restore)).toEqual(['month: MonthAlreadyWritten']);
  });

  test('that lies outside after the entry was corrected can still be corrected elsewhere', () => {
    const told = applied(undefined, month(placed), anna, 2, [placed]);
    const later = { ...placed, fields: { ...placed.fields, entryDate: '2026-11-01' } };
    const edit = editOf(told, { note: [null, 'Ha pagato'] });
    expect(applyChange(told, edit, contextOf(anna, 9, [later])).ok).toBe(true);
  });

  test('is nothing for a volunteer', () => {
    expect(applyChange(undefined, month(placed), contextOf(volunteer, 1, [placed])).ok).toBe(false);
  });
});
