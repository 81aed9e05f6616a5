import { expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import type { Fields } from '../../../src/domain/json-value.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { anna, applied, bruno, contextOf, createOf, rulesIn, sampleBeneficiary } from '../sample-changes.ts';

const amina = sampleBeneficiary();
const placementOf = (fields: Fields) =>
  applied(undefined, createOf('placement', { beneficiary: amina.id, measures: ['COHO'], ...fields }), anna, 1, [amina]);
const left = placementOf({
  stage: 'USCI',
  entryDate: '2026-03-01',
  exitDate: '2026-08-20',
  exitOutcome: 'AUTO',
  situationAtExit: 'AUTO',
});
const there = placementOf({ stage: 'ACCO', entryDate: '2026-03-01' });
const followUp = (placement: RecordEnvelope, more: Fields = {}) =>
  createOf('exit-follow-up', { placement: placement.id, after: 'M3', date: '2026-11-20', situation: 'AUTO', ...more });
const rulesOf = (placement: RecordEnvelope, more: Fields = {}, others: readonly RecordEnvelope[] = []) =>
  rulesIn(applyChange(undefined, followUp(placement, more), contextOf(anna, 9, [placement, ...others])));

// TODAY is 2026-11-23.
test.each<[string, RecordEnvelope, Fields, string[]]>([
  ['after the exit', left, {}, []],
  ['of somebody who was not found', left, { situation: 'DOES_NOT_KNOW', metHow: 'NESS' }, []],
  ['before the exit', left, { date: '2026-08-19' }, ['date: FollowUpBeforeExit']],
  ['tomorrow', left, { date: '2026-11-24' }, ['date: FollowUpInFuture']],
  ['of somebody who lives there', there, {}, ['placement: FollowUpNeedsExit']],
])('a follow-up %s', (_, placement, more, rules) => {
  expect(rulesOf(placement, more)).toEqual(rules);
});

test('each of the two is written once', () => {
  const first = applied(undefined, followUp(left), bruno, 2, [left]);
  expect(rulesOf(left, {}, [first])).toEqual(['after: FollowUpAlreadyWritten']);
  expect(rulesOf(left, { after: 'M6' }, [first])).toEqual([]);
});

test('a stage is not reached on a day to come', () => {
  const step = (date: string) => createOf('stage-step', { placement: left.id, stage: 'USCI', date });
  expect(rulesIn(applyChange(undefined, step('2026-11-24'), contextOf(anna, 9, [left])))).toEqual([
    'date: StepInFuture',
  ]);
  expect(applyChange(undefined, step('2026-11-23'), contextOf(anna, 9, [left])).ok).toBe(true);
});
