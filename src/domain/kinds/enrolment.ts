import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { operatorKey } from '../operator-key.ts';
import { Email, Id, Note, Phone, ShortText } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import type { Course } from './course.ts';

/** An operator or administrator of a municipality, of the network or not, who is enrolled in a course. Staff, never a person served. */
export const Enrolment = z.strictObject({
  course: Id,
  givenName: ShortText,
  familyName: ShortText,
  /** Whom they work for; any municipality, also beyond the 22. */
  municipality: ShortText,
  office: ShortText.optional(),
  email: Email.optional(),
  phone: Phone.optional(),
  note: Note.optional(),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const enrolmentKind = defineKind({
  kind: 'enrolment',
  schema: Enrolment,
  classes: {
    course: 'open',
    givenName: 'personal',
    familyName: 'personal',
    municipality: 'open',
    office: 'open',
    email: 'personal',
    phone: 'personal',
    note: 'personal',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'course',
  subjectKind: 'course',
  rules: (fields, context) => [...courseProblems(fields, context), ...twiceProblems(fields, context)],
});

function courseProblems({ course }: Enrolment, { record, related }: RuleContext): FieldProblem[] {
  const found = related.find(({ id, kind }) => id === course && kind === 'course');
  const isNew = record === undefined || record.removed;
  return isNew && (found?.fields as Partial<Course> | undefined)?.state === 'CANC'
    ? [problem('course', 'CourseCancelled')]
    : [];
}

/** One place a person: two offices that enrol the same operator while neither sees the other get it once, and the second is told. */
function twiceProblems(fields: Enrolment, context: RuleContext): FieldProblem[] {
  const isComing = context.record?.removed === true;
  if (!isComing && !isTouched(context, fields, ['course', 'givenName', 'familyName', 'municipality', 'email']))
    return [];
  const key = operatorKey(fields);
  const other = context.related.find(
    (one) =>
      one.kind === 'enrolment' &&
      !one.removed &&
      one.mergedInto === undefined &&
      operatorKey(one.fields as Partial<Enrolment>) === key,
  );
  return other === undefined ? [] : [problem('familyName', 'AlreadyEnrolled', other.id)];
}

const problem = (field: keyof Enrolment, rule: KindRuleCode, other?: string): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
