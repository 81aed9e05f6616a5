import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { monthOf } from '../calendar.ts';
import { CalendarMonth } from '../calendar-month.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { ContractType, HousingProblem, MeetingWay, MetPerson } from '../lists/housing-months.ts';
import { LivingSituation } from '../lists/living-situations.ts';
import { CalendarDate, Cents, Id, listOf, Note, ShortText } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import { HOUSEHOLD_SIZE_MAX, type Placement } from './placement.ts';
import { isStageReached } from './placement-stages.ts';

/** How a household that was placed lives, month by month: one record a month, so that two people never need the same row. */
export const MonthlySituation = z.strictObject({
  placement: Id,
  month: CalendarMonth,
  situation: LivingSituation,
  problems: listOf(HousingProblem).optional(),
  /** The meeting that the rest was learnt from: when, by whom of the team, with whom, how. */
  meetingDate: CalendarDate.optional(),
  metBy: ShortText.optional(),
  metWhom: listOf(MetPerson).optional(),
  metHow: MeetingWay.optional(),
  contractType: ContractType.optional(),
  contractEndDate: CalendarDate.optional(),
  /** Paid by the household for this month, in euro cents. */
  rentCents: Cents.optional(),
  householdSize: z.int().min(1).max(HOUSEHOLD_SIZE_MAX).optional(),
  note: Note.optional(),
  restrictedNote: Note.optional(),
});
export type MonthlySituation = z.infer<typeof MonthlySituation>;

export const monthlySituationKind = defineKind({
  kind: 'monthly-situation',
  schema: MonthlySituation,
  classes: {
    placement: 'open',
    month: 'open',
    situation: 'open',
    problems: 'open',
    meetingDate: 'open',
    metBy: 'open',
    metWhom: 'open',
    metHow: 'open',
    contractType: 'open',
    contractEndDate: 'open',
    rentCents: 'open',
    householdSize: 'open',
    note: 'personal',
    restrictedNote: 'restricted',
  },
  access: CASE_RECORD_ACCESS,
  // Whoever decides on a placement sees its months: twelve small decisions a year would tell a coordinator nothing more.
  isReviewed: false,
  subjectField: 'placement',
  subjectKind: 'placement',
  rules: (fields, context) => [
    ...monthProblems(fields, context),
    ...twiceProblems(fields, context),
    ...meetingProblems(fields, context),
    ...listProblems(fields),
  ],
});

/**
 * The months of living there: from the one of the entry to the one of the exit, and no month that has not begun.
 *
 * the placement       | the month                | then
 * ------------------- | ------------------------ | ----
 * any                 | after today's            | MonthInFuture
 * nobody lives there  | any                      | NotMovedIn
 * has an entry        | before the entry's       | MonthBeforeEntry
 * has an exit         | after the exit's         | MonthAfterExit
 */
function monthProblems(fields: MonthlySituation, context: RuleContext): FieldProblem[] {
  if (!isComing(fields, context)) return [];
  const { month } = fields;
  if (month > monthOf(context.today)) return [problem('month', 'MonthInFuture')];
  const placement = context.related.find(({ id, kind }) => id === fields.placement && kind === 'placement');
  // A placement that is not here is said by `SubjectUnknown`.
  if (placement === undefined) return [];
  const { stage, entryDate, exitDate } = placement.fields as Partial<Placement>;
  if (stage === undefined || entryDate === undefined || !isStageReached(stage, 'INSE'))
    return [problem('placement', 'NotMovedIn')];
  if (month < monthOf(entryDate)) return [problem('month', 'MonthBeforeEntry')];
  return exitDate !== undefined && month > monthOf(exitDate) ? [problem('month', 'MonthAfterExit')] : [];
}

/** Once a month, also when two devices that do not see each other write it; `other` is the one that is there. */
function twiceProblems(fields: MonthlySituation, context: RuleContext): FieldProblem[] {
  if (!isComing(fields, context)) return [];
  const other = context.related.find(
    (one) =>
      one.kind === 'monthly-situation' &&
      !one.removed &&
      one.mergedInto === undefined &&
      one.fields.placement === fields.placement &&
      one.fields.month === fields.month,
  );
  return other === undefined ? [] : [problem('month', 'MonthAlreadyWritten', other.id)];
}

const meetingProblems = (fields: MonthlySituation, context: RuleContext): FieldProblem[] =>
  fields.meetingDate !== undefined && fields.meetingDate > context.today && isTouched(context, fields, ['meetingDate'])
    ? [problem('meetingDate', 'MeetingInFuture')]
    : [];

const listProblems = ({ problems = [] }: MonthlySituation): FieldProblem[] =>
  problems.includes('NESS') && problems.length > 1 ? [problem('problems', 'NoneAmongOthers')] : [];

const isComing = (fields: MonthlySituation, context: RuleContext): boolean =>
  context.record?.removed === true || isTouched(context, fields, ['placement', 'month']);

const problem = (field: keyof MonthlySituation, rule: KindRuleCode, other?: string): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
