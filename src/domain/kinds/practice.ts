import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { hasPersonalTrace } from '../personal-traces.ts';
import { Email, ShortText, text } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';

/** A card is read standing: what does not fit here is an attachment or a telephone call. */
export const PRACTICE_TEXT_LENGTH_MAX = 1_500;
const PracticeText = text(PRACTICE_TEXT_LENGTH_MAX);

/**
 * What a city tried and tells the others: a short card without anybody's data. It is the city's own record; once a coordinator there has
 * validated it, all cities of the network read it (`shared-record.ts`), and nobody but that city writes it.
 */
export const Practice = z.strictObject({
  title: ShortText,
  problem: PracticeText,
  done: PracticeText,
  result: PracticeText.optional(),
  /** In words: euro, hours, people. */
  cost: ShortText.optional(),
  /** An office that answers questions, and its mailbox: never a person. */
  office: ShortText,
  email: Email.optional(),
});
export type Practice = z.infer<typeof Practice>;

export const PRACTICE_TEXTS = ['title', 'problem', 'done', 'result', 'cost', 'office'] as const;

export const practiceKind = defineKind({
  kind: 'practice',
  schema: Practice,
  classes: {
    title: 'open',
    problem: 'open',
    done: 'open',
    result: 'open',
    cost: 'open',
    office: 'open',
    email: 'open',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  isShared: true,
  rules: (fields) =>
    PRACTICE_TEXTS.filter((field) => hasPersonalTrace(fields[field] ?? '')).map(
      (field): FieldProblem => ({ field, rule: 'PersonalTrace' }),
    ),
});
