import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { STAGES } from '../../../src/domain/lists/stages.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import {
  anna,
  applied,
  carla,
  changeOf,
  contextOf,
  createOf,
  editOf,
  rulesIn,
  sampleBeneficiary,
} from '../sample-changes.ts';

const amina = sampleBeneficiary();
const referred = { beneficiary: amina.id, measures: ['ATMP'], stage: 'SEGN', referralDate: '2026-01-10' };
const placed = { ...referred, stage: 'INSE', agreementDate: '2026-02-10', entryDate: '2026-03-10' };
const exit = { exitDate: '2026-06-10', exitOutcome: 'AUTO', situationAtExit: 'AUTO' };
const exited = { ...placed, stage: 'USCI', ...exit };
const apply = (fields: Record<string, unknown>, others: RecordEnvelope[] = []) =>
  applyChange(undefined, createOf('placement', fields), contextOf(anna, 2, [amina, ...others]));
const existing = (fields: Record<string, unknown>) =>
  applied(undefined, createOf('placement', fields), anna, 2, [amina]);

describe('a placement', () => {
  test.each([
    ['just referred', referred, []],
    ['placed', placed, []],
    ['exited', exited, []],
    ['followed up', { ...exited, stage: 'FUP' }, []],
    ['without measures', { ...referred, measures: [] }, ['measures: ListEmpty']],
    ['agreed before the referral', { ...placed, agreementDate: '2026-01-09' }, ['agreementDate: DateBeforeReferral']],
    ['agreed on the day of the referral', { ...placed, agreementDate: '2026-01-10' }, []],
    ['entered before the agreement', { ...placed, entryDate: '2026-02-09' }, ['entryDate: DateBeforeAgreement']],
    [
      'entered before the referral',
      { ...placed, agreementDate: undefined, entryDate: '2026-01-09' },
      ['entryDate: DateBeforeReferral'],
    ],
    [
      'to be left before the entry',
      { ...placed, expectedExitDate: '2026-03-09' },
      ['expectedExitDate: ExitBeforeEntry'],
    ],
    [
      'to be left before the agreement',
      { ...referred, agreementDate: '2026-02-10', expectedExitDate: '2026-02-09' },
      ['expectedExitDate: DateBeforeAgreement'],
    ],
    ['left before the entry', { ...exited, exitDate: '2026-03-09' }, ['exitDate: ExitBeforeEntry']],
    ['left on the day of entry', { ...exited, exitDate: '2026-03-10' }, []],
    ['left earlier than expected', { ...exited, expectedExitDate: '2026-12-31' }, []],
    ['referred tomorrow', { ...referred, referralDate: '2026-11-24' }, ['referralDate: ReferralDateInFuture']],
    ['agreed tomorrow', { ...referred, agreementDate: '2026-11-24' }, ['agreementDate: AgreementDateInFuture']],
    ['planned to be entered tomorrow', { ...referred, entryDate: '2026-11-24' }, []],
    ['said to be entered tomorrow', { ...placed, entryDate: '2026-11-24' }, ['entryDate: EntryDateInFuture']],
    ['left tomorrow', { ...exited, exitDate: '2026-11-24' }, ['exitDate: ExitDateInFuture']],
    ['placed without entry date', { ...placed, entryDate: undefined }, ['entryDate: StageNeedsEntryDate']],
    [
      'supported without entry date',
      { ...placed, stage: 'ACCO', entryDate: undefined },
      ['entryDate: StageNeedsEntryDate'],
    ],
    [
      'exited without anything about it',
      { ...placed, stage: 'USCI' },
      [
        'exitDate: StageNeedsExitDate',
        'exitOutcome: StageNeedsExitOutcome',
        'situationAtExit: StageNeedsSituationAtExit',
      ],
    ],
    [
      'placed with an exit',
      { ...placed, ...exit },
      ['exitDate: ExitNeedsExitStage', 'exitOutcome: ExitNeedsExitStage', 'situationAtExit: ExitNeedsExitStage'],
    ],
    ['of negative rent', { ...placed, rentCents: -1 }, ['rentCents: ValueTooSmall']],
    ['of half a cent', { ...placed, contributionCents: 0.5 }, ['contributionCents: ValueInvalid']],
    ['of nobody', { ...placed, householdSize: 0 }, ['householdSize: ValueTooSmall']],
  ])('%s', (_, fields, problems) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    expect(rulesIn(apply(given))).toEqual(problems);
  });
});

describe('stages', () => {
  const datesFor = (stage: string) => (['USCI', 'FUP'].includes(stage) ? exited : placed);
  const moves = STAGES.flatMap((from) => STAGES.map((to) => [from, to] as const));

  test.each(moves)('from %s to %s: freely one step on, otherwise with a reason', (from, to) => {
    const record = existing({ ...datesFor(from), stage: from, stageReason: 'an earlier move' });
    const exitEdit = (['exitDate', 'exitOutcome', 'situationAtExit'] as const).flatMap((field) => {
      const [before, after] = [from, to].map((stage) => (['USCI', 'FUP'].includes(stage) ? exit[field] : null));
      return before === after ? [] : [[field, { from: before ?? null, to: after ?? null }] as const];
    });
    const move = (reason: object) =>
      changeOf(record, {
        type: 'edit',
        seenVersion: 2,
        fields: { stage: { from, to }, ...Object.fromEntries(exitEdit), ...reason },
      });
    const isFree = [0, 1].includes(STAGES.indexOf(to) - STAGES.indexOf(from));
    const context = contextOf(anna, 3, [amina]);
    expect(rulesIn(applyChange(record, move({}), context))).toEqual(
      isFree ? [] : ['stageReason: StageMoveNeedsReason'],
    );
    const reason = { stageReason: { from: 'an earlier move', to: 'it went otherwise' } };
    expect(rulesIn(applyChange(record, move(reason), context))).toEqual([]);
  });

  test('a skip that is not explained any more is not asked about when something else is edited', () => {
    const record = existing(placed);
    expect(applyChange(record, editOf(record, { dwelling: [null, 'Via Prè'] }), contextOf(anna, 3, [amina])).ok).toBe(
      true,
    );
  });
});

describe('one placement per person at a time', () => {
  const open = { ...placed };
  test.each([
    ['open beside open', open, { ...open, entryDate: '2026-10-01' }, true],
    ['open beside an undated open one', open, { beneficiary: amina.id, measures: ['ATMP'], stage: 'SEGN' }, true],
    ['open from the day the other ended', exited, { ...open, entryDate: '2026-06-10' }, false],
    ['open from the day before the other ended', exited, { ...open, entryDate: '2026-06-09' }, true],
    ['referred before the other ended, not entered', exited, { ...referred, referralDate: '2026-06-01' }, true],
    ['undated beside an exited one', exited, { beneficiary: amina.id, measures: ['ATMP'], stage: 'SEGN' }, false],
    ['exited before an open one began', { ...open, entryDate: '2026-06-10' }, exited, false],
    ['exited after an open one began', { ...open, entryDate: '2026-06-09' }, exited, true],
    ['exited, one after the other', exited, { ...exited, entryDate: '2026-06-10', exitDate: '2026-07-01' }, false],
    ['exited, one within the other', exited, { ...exited, entryDate: '2026-04-01', exitDate: '2026-04-02' }, true],
  ])('%s', (_, other, mine, isOverlapping) => {
    const first = existing(other);
    const result = apply(mine, [first]);
    expect(rulesIn(result)).toEqual(isOverlapping ? ['beneficiary: PlacementOverlaps'] : []);
    if (!result.ok && result.error.type === 'FieldsRefused') {
      expect(result.error.problems[0]?.other).toBe(first.id);
    }
  });

  test("another person's, and a removed one, do not count", () => {
    const first = existing(placed);
    const removed = applied(first, changeOf(first, { type: 'remove' }), carla, 3);
    expect(rulesIn(apply(placed, [removed]))).toEqual([]);
    const fatou = sampleBeneficiary({ givenName: 'Fatou' });
    expect(rulesIn(apply(placed, [{ ...first, fields: { ...first.fields, beneficiary: fatou.id } }]))).toEqual([]);
  });

  test('of a record that was merged into the same person, in one step or more, counts', () => {
    const fatou = sampleBeneficiary({ givenName: 'Fatou' });
    const between = { ...sampleBeneficiary(), mergedInto: amina.id };
    const merged = { ...fatou, mergedInto: between.id };
    const first = { ...existing(placed), fields: { ...placed, beneficiary: fatou.id } };
    expect(rulesIn(apply(placed, [merged, between, first]))).toEqual(['beneficiary: PlacementOverlaps']);
    // Parted again, they are two.
    expect(rulesIn(apply(placed, [fatou, between, first]))).toEqual([]);
  });

  test('a removed one cannot come back beside another', () => {
    const first = existing(placed);
    const removed = applied(first, changeOf(first, { type: 'remove' }), carla, 3);
    const restore = changeOf(first, { type: 'restore' });
    expect(rulesIn(applyChange(removed, restore, contextOf(carla, 5, [amina, existing(placed)])))).toEqual([
      'beneficiary: PlacementOverlaps',
    ]);
    expect(applied(removed, restore, carla, 5, [amina]).removed).toBe(false);
  });

  test('an overlap that is there already does not block an edit of something else', () => {
    const record = existing(placed);
    const context = contextOf(anna, 3, [amina, existing(placed)]);
    expect(applyChange(record, editOf(record, { dwelling: [null, 'Via Prè'] }), context).ok).toBe(true);
    expect(rulesIn(applyChange(record, editOf(record, { entryDate: ['2026-03-10', '2026-03-11'] }), context))).toEqual([
      'beneficiary: PlacementOverlaps',
    ]);
  });
});
