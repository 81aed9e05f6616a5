import { z } from 'zod';
import { CERTIFICATE_ACCESS } from '../access.ts';
import { CERTIFICATE_CODE_PATTERN } from '../certificate-code.ts';
import { isCourseCompleted } from '../course-completion.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { CertificateState } from '../lists/certificate-states.ts';
import { CalendarDate, Id, ShortText } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import { COURSE_MINUTES_MAX } from './course.ts';

/**
 * That somebody attended enough of a course. It is on paper and others rely on it, so what it says is a copy of then and never changes;
 * it can only be withdrawn. Two devices without a network may each issue one for the same enrolment: both hold, because a paper that was
 * handed out must never turn out to be none.
 */
export const Certificate = z.strictObject({
  enrolment: Id,
  code: z.string().regex(CERTIFICATE_CODE_PATTERN),
  courseTitle: ShortText,
  /** Attended, and of how many. */
  minutes: z.int().min(1).max(COURSE_MINUTES_MAX),
  courseMinutes: z.int().min(1).max(COURSE_MINUTES_MAX),
  issuedDate: CalendarDate,
  state: CertificateState,
});
export type Certificate = z.infer<typeof Certificate>;

export const certificateKind = defineKind({
  kind: 'certificate',
  schema: Certificate,
  classes: {
    enrolment: 'personal',
    code: 'personal',
    courseTitle: 'open',
    minutes: 'open',
    courseMinutes: 'open',
    issuedDate: 'open',
    state: 'open',
  },
  access: CERTIFICATE_ACCESS,
  isReviewed: false,
  subjectField: 'enrolment',
  subjectKind: 'enrolment',
  rules: (fields, context) => [...printedProblems(fields, context), ...issueProblems(fields, context)],
});

const PRINTED = ['enrolment', 'code', 'courseTitle', 'minutes', 'courseMinutes', 'issuedDate'] as const;

function printedProblems(fields: Certificate, { record }: RuleContext): FieldProblem[] {
  const changed = record && PRINTED.find((field) => record.fields[field] !== fields[field]);
  return changed === undefined ? [] : [problem(changed, 'CertificatePrinted')];
}

function issueProblems(fields: Certificate, { record, today }: RuleContext): FieldProblem[] {
  if (record !== undefined) return [];
  if (fields.issuedDate > today) return [problem('issuedDate', 'CertificateDateInFuture')];
  return isCourseCompleted(fields.minutes, fields.courseMinutes) ? [] : [problem('minutes', 'CertificateTooFewHours')];
}

const problem = (field: keyof Certificate, rule: KindRuleCode): FieldProblem => ({ field, rule });
