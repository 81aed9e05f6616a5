import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { CARD_CODE_PATTERN } from '../card-code.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { CardState } from '../lists/card-states.ts';
import { CalendarDate, Id } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';

/**
 * A printed card that a person carries: a random code and nothing else. Whoever finds one learns nothing. Two devices without a network
 * may each print one for the same person: both hold, because a card in a hand must never lead nowhere.
 */
export const PersonCard = z.strictObject({
  beneficiary: Id,
  code: z.string().regex(CARD_CODE_PATTERN),
  state: CardState,
  issuedDate: CalendarDate,
});
export type PersonCard = z.infer<typeof PersonCard>;

export const cardKind = defineKind({
  kind: 'card',
  schema: PersonCard,
  classes: { beneficiary: 'open', code: 'personal', state: 'open', issuedDate: 'open' },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'beneficiary',
  subjectKind: 'beneficiary',
  rules: (fields, context) => [...codeProblems(fields, context), ...dateProblems(fields, context)],
});

/** What is printed cannot be corrected: another code is another card. */
const codeProblems = ({ code }: PersonCard, { record }: RuleContext): FieldProblem[] =>
  record !== undefined && record.fields.code !== code ? [problem('code', 'CardCodePrinted')] : [];

const dateProblems = ({ issuedDate }: PersonCard, { today }: RuleContext): FieldProblem[] =>
  issuedDate > today ? [problem('issuedDate', 'CardDateInFuture')] : [];

const problem = (field: keyof PersonCard, rule: KindRuleCode): FieldProblem => ({ field, rule });
