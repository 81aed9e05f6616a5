import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { CalendarMonth } from '../calendar-month.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { ContributionState } from '../lists/contribution-states.ts';
import { HousingMeasure } from '../lists/housing-measures.ts';
import { CalendarDate, Cents, Id, Note, ShortText } from '../primitives.ts';
import type { RecordEnvelope } from '../record.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';

/** A deposit or guarantee is money that comes back: it is added up apart from what is spent. */
export const DEPOSIT_MEASURE = 'CAUZ';

/** Money of the project for one household: promised or paid, for one month and under one measure. All sums in whole euro cents. */
export const Contribution = z.strictObject({
  placement: Id,
  month: CalendarMonth,
  measure: HousingMeasure,
  amountCents: Cents.min(1),
  state: ContributionState,
  paidDate: CalendarDate.optional(),
  /** Number of the act, of the payment order: what an audit asks for. */
  reference: ShortText.optional(),
  /**
   * The most a month for this measure that was set when the sum was written. It stands here because the rule must come out the same on
   * the device and on the server, and because a ceiling set later does not make wrong what was right. `money/over-ceilings.ts` looks
   * at the ceilings themselves.
   */
  ceilingCents: Cents.optional(),
  overCeilingReason: Note.optional(),
  /** What came back of a deposit. */
  returnedCents: Cents.min(1).optional(),
  returnedDate: CalendarDate.optional(),
  note: Note.optional(),
});
export type Contribution = z.infer<typeof Contribution>;

export const contributionKind = defineKind({
  kind: 'contribution',
  schema: Contribution,
  classes: {
    placement: 'open',
    month: 'open',
    measure: 'open',
    amountCents: 'open',
    state: 'open',
    paidDate: 'open',
    reference: 'open',
    ceilingCents: 'open',
    overCeilingReason: 'personal',
    returnedCents: 'open',
    returnedDate: 'open',
    note: 'personal',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  subjectField: 'placement',
  subjectKind: 'placement',
  rules: (fields, context) => [
    ...paymentProblems(fields, context),
    ...returnProblems(fields, context),
    ...ceilingProblems(fields, context),
    ...twiceProblems(fields, context),
  ],
});

/**
 * state   | paid on    | then
 * ------- | ---------- | ----
 * paid    | –          | PaidNeedsDate
 * paid    | after today | PaidInFuture
 * planned | a day      | PlannedHasDate
 */
function paymentProblems(fields: Contribution, context: RuleContext): FieldProblem[] {
  const { state, paidDate } = fields;
  if (state === 'PAGA' && paidDate === undefined) return [problem('paidDate', 'PaidNeedsDate', 'state')];
  if (state === 'PIAN' && paidDate !== undefined) return [problem('paidDate', 'PlannedHasDate', 'state')];
  const isAhead = paidDate !== undefined && paidDate > context.today && isTouched(context, fields, ['paidDate']);
  return isAhead ? [problem('paidDate', 'PaidInFuture')] : [];
}

/** Only a paid deposit comes back, at most as much as was paid, and on a day. */
function returnProblems(fields: Contribution, context: RuleContext): FieldProblem[] {
  const { measure, state, amountCents, paidDate, returnedCents, returnedDate } = fields;
  if (returnedCents === undefined && returnedDate === undefined) return [];
  if (measure !== DEPOSIT_MEASURE || state !== 'PAGA') return [problem('returnedCents', 'ReturnOfPaidDeposit')];
  if (returnedCents === undefined) return [problem('returnedCents', 'ReturnNeedsBoth', 'returnedDate')];
  if (returnedDate === undefined) return [problem('returnedDate', 'ReturnNeedsBoth', 'returnedCents')];
  if (returnedCents > amountCents) return [problem('returnedCents', 'ReturnOverDeposit', 'amountCents')];
  if (paidDate !== undefined && returnedDate < paidDate) {
    return [problem('returnedDate', 'ReturnBeforePaid', 'paidDate')];
  }
  const isAhead = returnedDate > context.today && isTouched(context, fields, ['returnedDate']);
  return isAhead ? [problem('returnedDate', 'ReturnInFuture')] : [];
}

/** What all sums of this measure and month come to together may pass the ceiling only with a reason in writing. */
function ceilingProblems(fields: Contribution, context: RuleContext): FieldProblem[] {
  const { ceilingCents, overCeilingReason } = fields;
  if (ceilingCents === undefined || overCeilingReason !== undefined) return [];
  if (!isComing(fields, context, [...SUM_FIELDS, 'ceilingCents', 'overCeilingReason'])) return [];
  const others = context.related.filter((one) => isSameSum(one, fields));
  const sumCents = others.reduce((sum, one) => sum + centsOf(one), fields.amountCents);
  return sumCents > ceilingCents ? [problem('overCeilingReason', 'ContributionOverCeiling', 'amountCents')] : [];
}

/**
 * The same sum twice is a slip, also when two devices that do not see each other write it; `other` is the one that is there. Two sums that
 * happen to be equal are told apart by their references.
 */
function twiceProblems(fields: Contribution, context: RuleContext): FieldProblem[] {
  if (!isComing(fields, context, [...SUM_FIELDS, 'reference'])) return [];
  const other = context.related.find((one) => isSameSum(one, fields) && isEqualSum(one.fields, fields));
  return other === undefined ? [] : [problem('amountCents', 'ContributionTwice', other.id)];
}

const SUM_FIELDS = ['placement', 'month', 'measure', 'amountCents'] as const;

const isComing = (fields: Contribution, context: RuleContext, names: readonly string[]): boolean =>
  context.record?.removed === true || isTouched(context, fields, names);

/** Another living sum of the same household, month and measure. */
const isSameSum = ({ kind, removed, mergedInto, fields }: RecordEnvelope, wanted: Contribution): boolean =>
  kind === 'contribution' &&
  !removed &&
  mergedInto === undefined &&
  fields.placement === wanted.placement &&
  fields.month === wanted.month &&
  fields.measure === wanted.measure;

const isEqualSum = (other: RecordEnvelope['fields'], wanted: Contribution): boolean =>
  other.amountCents === wanted.amountCents &&
  (other.reference === undefined || wanted.reference === undefined || other.reference === wanted.reference);

const centsOf = ({ fields }: RecordEnvelope): number =>
  typeof fields.amountCents === 'number' ? fields.amountCents : 0;

const problem = (field: keyof Contribution, rule: KindRuleCode, other?: string): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
