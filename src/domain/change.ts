import { z } from 'zod';
import { fieldMapOf, JsonValue } from './json-value.ts';
import { FieldName, Id, Instant, Note } from './primitives.ts';
import { Version } from './record.ts';

/**
 * Everything a person does becomes a Change: one verb on one record. Who did it is not in here: the device knows it from the
 * unlocked vault, the server from the session.
 */

const common = {
  /** Identity of the change: the server applies an id once, however often it comes. */
  id: Id,
  recordId: Id,
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  /** The device's clock when the person acted; shown, never trusted. */
  at: Instant,
};

/** `null` stands for "no value" on either side, because JSON has no undefined. */
const FieldEdit = z.strictObject({ from: JsonValue, to: JsonValue });
export type FieldEdit = z.infer<typeof FieldEdit>;

export const CreateChange = z.strictObject({
  ...common,
  type: z.literal('create'),
  fields: fieldMapOf(FieldName, JsonValue),
});
export const EditChange = z.strictObject({
  ...common,
  type: z.literal('edit'),
  /** The record's version that the author was looking at. */
  seenVersion: Version,
  fields: fieldMapOf(FieldName, FieldEdit).refine((fields) => Object.keys(fields).length > 0, { error: 'EditEmpty' }),
  /** An answer to the coordinator, sent with the correction. */
  comment: Note.optional(),
});
export const ReviewChange = z.strictObject({
  ...common,
  type: z.literal('review'),
  seenVersion: Version,
  verb: z.enum(['validate', 'return', 'reopen', 'lock']),
  /** Required when returning: what is to be mended. */
  comment: Note.optional(),
});
export const CommentChange = z.strictObject({ ...common, type: z.literal('comment'), text: Note });
export const RemoveChange = z.strictObject({ ...common, type: z.literal('remove'), reason: Note.optional() });
export const RestoreChange = z.strictObject({ ...common, type: z.literal('restore') });
export const MergeChange = z.strictObject({ ...common, type: z.literal('merge'), into: Id });
export const UnmergeChange = z.strictObject({ ...common, type: z.literal('unmerge') });
export const ResolveChange = z.strictObject({
  ...common,
  type: z.literal('resolve'),
  field: FieldName,
  /** The agreed value the person saw beside the others. */
  from: JsonValue,
  /** The value that holds from now on. */
  to: JsonValue,
  /** The other values that this settles, by the ids of their conflicts. */
  conflictIds: z.array(Id).min(1),
});
/** A restricted field was shown to the person: changes nothing, is written in the audit. */
export const DiscloseChange = z.strictObject({
  ...common,
  type: z.literal('disclose'),
  fields: z.array(FieldName).min(1),
});

/** A person discarded a refused change after a warning: changes nothing, is written in the audit. */
export const DiscardChange = z.strictObject({ ...common, type: z.literal('discard'), discarded: Id });

/**
 * A note about a change that its device can read no more, and so not say what it was about: it names itself as its record. It throws
 * nothing away: what the server has of that change stays for a coordinator.
 */
export const isNoteOfDamage = ({ recordId, discarded }: z.infer<typeof DiscardChange>): boolean =>
  recordId === discarded;

export const Change = z.discriminatedUnion('type', [
  CreateChange,
  EditChange,
  ReviewChange,
  CommentChange,
  RemoveChange,
  RestoreChange,
  MergeChange,
  UnmergeChange,
  ResolveChange,
  DiscloseChange,
  DiscardChange,
]);
export type Change = z.infer<typeof Change>;
export type CreateChange = z.infer<typeof CreateChange>;
export type EditChange = z.infer<typeof EditChange>;
export type ReviewChange = z.infer<typeof ReviewChange>;
export type ResolveChange = z.infer<typeof ResolveChange>;
export type DiscardChange = z.infer<typeof DiscardChange>;
export type MergeChange = z.infer<typeof MergeChange>;
