import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isSamePerson } from '../find-survivor.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { HouseholdRole } from '../lists/household-roles.ts';
import { CalendarDate, Id } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';

/**
 * Somebody belongs to a household from a day on, until a day: on `toDate` they are in it no more. Whoever moves leaves and comes on one
 * day by two records, so that what was stays written.
 */
export const HouseholdMember = z.strictObject({
  household: Id,
  beneficiary: Id,
  role: HouseholdRole.optional(),
  fromDate: CalendarDate,
  toDate: CalendarDate.optional(),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;

export const householdMemberKind = defineKind({
  kind: 'household-member',
  schema: HouseholdMember,
  classes: { household: 'open', beneficiary: 'open', role: 'open', fromDate: 'open', toDate: 'open' },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  // The person, not the household: one household at a time is a rule about the person, and the server locks what a record is about.
  subjectField: 'beneficiary',
  subjectKind: 'beneficiary',
  rules: (fields, context) => [...dateProblems(fields, context), ...twiceProblems(fields, context)],
});

function dateProblems(fields: HouseholdMember, context: RuleContext): FieldProblem[] {
  const { fromDate, toDate } = fields;
  const ahead = (['fromDate', 'toDate'] as const).find(
    (field) => (fields[field] ?? '') > context.today && isTouched(context, fields, [field]),
  );
  if (ahead !== undefined) return [problem(ahead, 'MembershipDateInFuture')];
  return toDate !== undefined && toDate < fromDate ? [problem('toDate', 'MembershipEndBeforeStart', 'fromDate')] : [];
}

/**
 * One household at a time, also for who was merged with somebody. The second belonging, also one that another device wrote while neither
 * saw the other, is refused and stays with its author (law 1), who lets it go or lets the person move; `other` is the one that is there.
 */
function twiceProblems(fields: HouseholdMember, context: RuleContext): FieldProblem[] {
  const isComing = context.record?.removed === true;
  if (!isComing && !isTouched(context, fields, ['household', 'beneficiary', 'fromDate', 'toDate'])) return [];
  const other = context.related.find(
    (one) =>
      one.kind === 'household-member' &&
      !one.removed &&
      one.mergedInto === undefined &&
      isSamePerson(context.related, one.fields.beneficiary, fields.beneficiary) &&
      areTogether(fields, one.fields as Partial<HouseholdMember>),
  );
  return other === undefined ? [] : [problem('beneficiary', 'AlreadyInHousehold', other.id)];
}

type Stay = Pick<Partial<HouseholdMember>, 'fromDate' | 'toDate'>;

/** Whether two stays share a day. Who came and left on one day was there on none: that is how a belonging is taken back to nothing. */
export const areTogether = (one: Stay, other: Stay): boolean =>
  isDuring(one) && isDuring(other) && startsBefore(one, other) && startsBefore(other, one);

const isDuring = ({ fromDate = '', toDate }: Stay): boolean => toDate === undefined || fromDate < toDate;
const startsBefore = ({ fromDate = '' }: Stay, { toDate }: Stay): boolean => toDate === undefined || fromDate < toDate;

const problem = (field: keyof HouseholdMember, rule: KindRuleCode, other?: string): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
