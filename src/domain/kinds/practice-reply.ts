import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { PracticeOutcome } from '../lists/practice-outcomes.ts';
import { hasPersonalTrace } from '../personal-traces.ts';
import { Id, text } from '../primitives.ts';
import { PRACTICE_TEXT_LENGTH_MAX } from './practice.ts';

/**
 * What a city says to a practice: that it tried it and how that went, or, without an outcome, a comment. It is a record of the city that
 * says it, because nobody writes into another city; so it names the practice without depending on it.
 */
export const PracticeReply = z.strictObject({
  practice: Id,
  outcome: PracticeOutcome.optional(),
  text: text(PRACTICE_TEXT_LENGTH_MAX),
});
export type PracticeReply = z.infer<typeof PracticeReply>;

export const practiceReplyKind = defineKind({
  kind: 'practice-reply',
  schema: PracticeReply,
  classes: { practice: 'open', outcome: 'open', text: 'open' },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  isShared: true,
  rules: (fields) => (hasPersonalTrace(fields.text) ? [{ field: 'text', rule: 'PersonalTrace' }] : []),
});
