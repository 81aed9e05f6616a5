import { z } from 'zod';
import { FieldName, Id } from './primitives.ts';
import { ReviewState } from './record.ts';

/**
 * Why a change was not taken. Plain data: kept beside the refused change on the device and on the server, and turned into a
 * sentence by `i18n` under `refusal.<type>` or `rule.<rule>`. Decide on `type`, never on words.
 */

/** A rule that a field breaks; `rule` is a stable code such as `ServiceDateInFuture`, `other` a second field or record it speaks of. */
export const FieldProblem = z.strictObject({
  field: FieldName,
  rule: z.string().regex(/^[A-Z][A-Za-z]{2,59}$/),
  other: z.string().max(80).optional(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

export const Refusal = z.discriminatedUnion('type', [
  /** Not a change at all: the device sent what no version of ours writes. */
  z.strictObject({ type: z.literal('ChangeMalformed'), path: z.string().max(200) }),
  /** The server's own rules broke on it: a fault of ours, which the change had to outlive. */
  z.strictObject({ type: z.literal('DecisionFailed') }),
  z.strictObject({ type: z.literal('KindUnknown') }),
  z.strictObject({ type: z.literal('FieldsRefused'), problems: z.array(FieldProblem).min(1) }),
  z.strictObject({ type: z.literal('NotPermitted'), field: FieldName.optional() }),
  z.strictObject({ type: z.literal('RecordUnknown') }),
  z.strictObject({ type: z.literal('RecordExists') }),
  z.strictObject({ type: z.literal('RecordRemoved') }),
  z.strictObject({ type: z.literal('RecordMerged'), into: Id }),
  /** The record this one is about (a service's beneficiary) is not known: it must arrive first. */
  z.strictObject({ type: z.literal('SubjectUnknown'), field: FieldName }),
  z.strictObject({ type: z.literal('ReviewNotAllowed'), state: ReviewState }),
  /** Somebody changed the record after the reviewer last saw it. */
  z.strictObject({ type: z.literal('ReviewOutdated') }),
  z.strictObject({ type: z.literal('CommentMissing') }),
  z.strictObject({ type: z.literal('ConflictUnknown') }),
  z.strictObject({ type: z.literal('ResolveOutdated') }),
  z.strictObject({ type: z.literal('TooMany'), what: z.enum(['comments', 'conflicts']) }),
  /** The same change id came with other content. */
  z.strictObject({ type: z.literal('ChangeIdReused') }),
]);
export type Refusal = z.infer<typeof Refusal>;
