import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { CalendarDate, Id, Note, ShortText, TimeOfDay } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import type { Course } from './course.ts';

/** A day has no more. */
export const SESSION_MINUTES_MAX = 24 * 60;

/** One meeting of a course, in a room or online. */
export const CourseSession = z.strictObject({
  course: Id,
  date: CalendarDate,
  startTime: TimeOfDay.optional(),
  endTime: TimeOfDay.optional(),
  /** How long it counts for who was there all the time. */
  minutes: z.int().min(1).max(SESSION_MINUTES_MAX),
  place: ShortText.optional(),
  trainer: ShortText.optional(),
  note: Note.optional(),
});
export type CourseSession = z.infer<typeof CourseSession>;

export const courseSessionKind = defineKind({
  kind: 'course-session',
  schema: CourseSession,
  classes: {
    course: 'open',
    date: 'open',
    startTime: 'open',
    endTime: 'open',
    minutes: 'open',
    place: 'open',
    trainer: 'open',
    note: 'open',
  },
  access: CASE_RECORD_ACCESS,
  // Whoever decides on a course decides on its sessions.
  isReviewed: false,
  subjectField: 'course',
  subjectKind: 'course',
  rules: (fields, context) => [...courseProblems(fields, context), ...timeProblems(fields)],
});

function courseProblems({ course }: CourseSession, { record, related }: RuleContext): FieldProblem[] {
  const found = related.find(({ id, kind }) => id === course && kind === 'course');
  const isNew = record === undefined || record.removed;
  return isNew && (found?.fields as Partial<Course> | undefined)?.state === 'CANC'
    ? [problem('course', 'CourseCancelled')]
    : [];
}

const timeProblems = ({ startTime, endTime }: CourseSession): FieldProblem[] =>
  startTime !== undefined && endTime !== undefined && endTime <= startTime
    ? [problem('endTime', 'EndBeforeStart', 'startTime')]
    : [];

const problem = (field: keyof CourseSession, rule: KindRuleCode, other?: keyof CourseSession): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
