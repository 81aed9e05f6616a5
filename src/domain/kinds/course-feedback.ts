import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { Id, text } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';

/** From 1, not at all, to 5, very much. [S] */
export const FEEDBACK_MARKS = [1, 2, 3, 4, 5] as const;
const Mark = z.int().min(1).max(5);
export const FEEDBACK_WORDS_LENGTH_MAX = 1_000;

/**
 * What one participant thought of a course. Nothing in it leads to who answered: no enrolment, no name, no session. Who is called its
 * author is whose tablet it was. A question may be left out.
 */
export const CourseFeedback = z.strictObject({
  course: Id,
  useful: Mark.optional(),
  clear: Mark.optional(),
  trainer: Mark.optional(),
  organised: Mark.optional(),
  applied: Mark.optional(),
  words: text(FEEDBACK_WORDS_LENGTH_MAX).optional(),
});
export type CourseFeedback = z.infer<typeof CourseFeedback>;

/** The questions, in the order in which they are asked. */
export const FEEDBACK_QUESTIONS = ['useful', 'clear', 'trainer', 'organised', 'applied'] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];

export const courseFeedbackKind = defineKind({
  kind: 'course-feedback',
  schema: CourseFeedback,
  classes: {
    course: 'open',
    useful: 'open',
    clear: 'open',
    trainer: 'open',
    organised: 'open',
    applied: 'open',
    words: 'personal',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'course',
  subjectKind: 'course',
  rules: (fields, context) => [...emptyProblems(fields), ...givenProblems(fields, context)],
});

const emptyProblems = (fields: CourseFeedback): FieldProblem[] =>
  [...FEEDBACK_QUESTIONS, 'words' as const].some((field) => fields[field] !== undefined)
    ? []
    : [problem('useful', 'FeedbackEmpty')];

/** What somebody answered is not for others to correct; a copy from paper that went wrong is removed and written again. */
function givenProblems(fields: CourseFeedback, { record }: RuleContext): FieldProblem[] {
  const changed = record && FEEDBACK_QUESTIONS.find((question) => record.fields[question] !== fields[question]);
  return changed === undefined ? [] : [problem(changed, 'FeedbackGiven')];
}

const problem = (field: keyof CourseFeedback, rule: KindRuleCode): FieldProblem => ({ field, rule });
