import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { Id } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import { type CourseSession, SESSION_MINUTES_MAX } from './course-session.ts';

/** An enrolled operator was at one session. A record of its own for each, so that two devices at one door never write the same row. */
export const CourseAttendance = z.strictObject({
  session: Id,
  enrolment: Id,
  /** Of who came late or left early; none is the whole session. */
  minutes: z.int().min(1).max(SESSION_MINUTES_MAX).optional(),
});
export type CourseAttendance = z.infer<typeof CourseAttendance>;

export const courseAttendanceKind = defineKind({
  kind: 'course-attendance',
  schema: CourseAttendance,
  classes: { session: 'open', enrolment: 'personal', minutes: 'open' },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'session',
  subjectKind: 'course-session',
  rules: (fields, context) => [...sessionProblems(fields, context), ...twiceProblems(fields, context)],
});

function sessionProblems(fields: CourseAttendance, context: RuleContext): FieldProblem[] {
  const session = context.related.find(({ id, kind }) => id === fields.session && kind === 'course-session');
  const { date, minutes: whole } = (session?.fields ?? {}) as Partial<CourseSession>;
  if (isComing(fields, context) && date !== undefined && date > context.today) {
    return [problem('session', 'SessionNotYet')];
  }
  const isLonger = fields.minutes !== undefined && whole !== undefined && fields.minutes > whole;
  return isLonger && isTouched(context, fields, ['minutes']) ? [problem('minutes', 'MinutesOverSession')] : [];
}

/** Once a session, also when two devices that do not see each other write it; `other` is the one that is there. */
function twiceProblems(fields: CourseAttendance, context: RuleContext): FieldProblem[] {
  if (!isComing(fields, context)) return [];
  const other = context.related.find(
    (one) =>
      one.kind === 'course-attendance' &&
      !one.removed &&
      one.mergedInto === undefined &&
      one.fields.enrolment === fields.enrolment,
  );
  return other === undefined ? [] : [problem('enrolment', 'AlreadyAtSession', other.id)];
}

const isComing = (fields: CourseAttendance, context: RuleContext): boolean =>
  context.record?.removed === true || isTouched(context, fields, ['session', 'enrolment']);

const problem = (field: keyof CourseAttendance, rule: KindRuleCode, other?: string): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
