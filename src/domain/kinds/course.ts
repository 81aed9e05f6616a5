import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { EventState } from '../lists/event-states.ts';
import { CalendarDate, Note, ShortText, text } from '../primitives.ts';
import { Cup, Prog } from '../project-codes.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import { SERVICE_DATE_EARLIEST } from './service.ts';

/** A course of two hundred hours is a school year. */
export const COURSE_MINUTES_MAX = 200 * 60;
export const PROGRAMME_LENGTH_MAX = 2_000;

/** A course of LGNetforma for operators and administrators of municipalities. It tells of no person: who is enrolled is a record each. */
export const Course = z.strictObject({
  title: ShortText,
  programme: text(PROGRAMME_LENGTH_MAX).optional(),
  startDate: CalendarDate,
  endDate: CalendarDate.optional(),
  /** What the whole course is meant to last; completion is measured against it, or against the sessions where it is missing. */
  plannedMinutes: z.int().min(1).max(COURSE_MINUTES_MAX).optional(),
  place: ShortText.optional(),
  state: EventState,
  prog: Prog.optional(),
  cup: Cup.optional(),
  note: Note.optional(),
});
export type Course = z.infer<typeof Course>;

export const courseKind = defineKind({
  kind: 'course',
  schema: Course,
  classes: {
    title: 'open',
    programme: 'open',
    startDate: 'open',
    endDate: 'open',
    plannedMinutes: 'open',
    place: 'open',
    state: 'open',
    prog: 'open',
    cup: 'open',
    note: 'open',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  rules: (fields, context) => dateProblems(fields, context),
});

function dateProblems(fields: Course, context: RuleContext): FieldProblem[] {
  if (!isTouched(context, fields, ['startDate', 'endDate', 'state'])) return [];
  const { startDate, endDate, state } = fields;
  if (startDate < SERVICE_DATE_EARLIEST) return [problem('startDate', 'EventDateBeforeProject')];
  if (endDate !== undefined && endDate < startDate) return [problem('endDate', 'CourseEndBeforeStart', 'startDate')];
  if (state === 'HELD' && (endDate ?? startDate) > context.today) return [problem('state', 'CourseHeldInFuture')];
  return [];
}

const problem = (field: keyof Course, rule: KindRuleCode, other?: keyof Course): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
