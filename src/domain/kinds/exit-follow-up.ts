import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { FollowUp } from '../lists/follow-ups.ts';
import { MeetingWay } from '../lists/housing-months.ts';
import { LivingSituation } from '../lists/living-situations.ts';
import { CalendarDate, Id, Note, ShortText } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import type { Placement } from './placement.ts';

/** How a household lives three or six months after its exit; that nobody could be found is an answer too (`metHow`, `situation`). */
export const ExitFollowUp = z.strictObject({
  placement: Id,
  after: FollowUp,
  date: CalendarDate,
  situation: LivingSituation,
  metHow: MeetingWay.optional(),
  metBy: ShortText.optional(),
  note: Note.optional(),
  restrictedNote: Note.optional(),
});
export type ExitFollowUp = z.infer<typeof ExitFollowUp>;

export const exitFollowUpKind = defineKind({
  kind: 'exit-follow-up',
  schema: ExitFollowUp,
  classes: {
    placement: 'open',
    after: 'open',
    date: 'open',
    situation: 'open',
    metHow: 'open',
    metBy: 'open',
    note: 'personal',
    restrictedNote: 'restricted',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'placement',
  subjectKind: 'placement',
  rules: (fields, context) => [...dateProblems(fields, context), ...twiceProblems(fields, context)],
});

/**
 * the placement | the day         | then
 * ------------- | --------------- | ----
 * any           | after today     | FollowUpInFuture
 * has no exit   | any             | FollowUpNeedsExit
 * has an exit   | before the exit | FollowUpBeforeExit
 */
function dateProblems(fields: ExitFollowUp, context: RuleContext): FieldProblem[] {
  if (context.record?.removed !== true && !isTouched(context, fields, ['placement', 'date'])) return [];
  if (fields.date > context.today) return [problem('date', 'FollowUpInFuture')];
  const placement = context.related.find(({ id, kind }) => id === fields.placement && kind === 'placement');
  if (placement === undefined) return [];
  const { exitDate } = placement.fields as Partial<Placement>;
  if (exitDate === undefined) return [problem('placement', 'FollowUpNeedsExit')];
  return fields.date < exitDate ? [problem('date', 'FollowUpBeforeExit')] : [];
}

/** Once each, also when two devices that do not see each other write it; `other` is the one that is there. */
function twiceProblems(fields: ExitFollowUp, context: RuleContext): FieldProblem[] {
  if (context.record?.removed !== true && !isTouched(context, fields, ['placement', 'after'])) return [];
  const other = context.related.find(
    (one) =>
      one.kind === 'exit-follow-up' &&
      !one.removed &&
      one.mergedInto === undefined &&
      one.fields.placement === fields.placement &&
      one.fields.after === fields.after,
  );
  return other === undefined ? [] : [problem('after', 'FollowUpAlreadyWritten', other.id)];
}

const problem = (field: keyof ExitFollowUp, rule: KindRuleCode, other?: string): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
