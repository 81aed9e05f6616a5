import { z } from 'zod';
import { Author } from './actor.ts';
import { fieldMapOf, JsonValue } from './json-value.ts';
import { FieldName, Id, Instant, MunicipalityId, Note } from './primitives.ts';

/**
 * The envelope that every kind of record travels in. The pipes (device, sync, server) read the envelope only; what stands in
 * `fields` is known to the kind (`kinds/`). A record the server never confirmed has version 0.
 */

export const REVIEW_STATES = ['submitted', 'validated', 'returned', 'locked'] as const;
export const ReviewState = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof ReviewState>;

/** A sentence in the conversation about a record. `at` is the writer's own clock. */
export const Comment = z.strictObject({ id: Id, by: Author, at: Instant, text: Note });
export type Comment = z.infer<typeof Comment>;

/** The other value of a field that two people changed without seeing each other; the agreed value stays in `fields`. */
export const Conflict = z.strictObject({
  /** The change that brought the value. */
  id: Id,
  field: FieldName,
  /** null means "cleared". */
  value: JsonValue,
  by: Author,
  at: Instant,
});
export type Conflict = z.infer<typeof Conflict>;

const FieldValues = fieldMapOf(FieldName, JsonValue);

/** Municipality counter value at commit; 0 while only a device knows. */
export const Version = z.int().min(0);
export type Version = z.infer<typeof Version>;

export const COMMENTS_MAX = 200;
export const CONFLICTS_MAX = 50;

export const RecordEnvelope = z.strictObject({
  id: Id,
  /** Known kinds are in `kinds/`; a device keeps records of kinds it does not know yet. */
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  municipality: MunicipalityId,
  version: Version,
  /** The version at which somebody else than `updatedBy` last changed the record: what "seen" has to reach for a review. */
  othersVersion: Version,
  /** The version at which each field last got a new value. */
  fieldVersions: fieldMapOf(FieldName, Version),
  review: z.strictObject({
    state: ReviewState,
    by: Author.optional(),
    at: Instant.optional(),
    /** What changed since a coordinator last decided: the values of then, null where there was none. */
    before: FieldValues.optional(),
  }),
  comments: z.array(Comment).max(COMMENTS_MAX),
  conflicts: z.array(Conflict).max(CONFLICTS_MAX),
  createdBy: Author,
  createdAt: Instant,
  updatedBy: Author,
  updatedAt: Instant,
  /** When the server decided last, by its own clock; absent while only on a device. */
  receivedAt: Instant.optional(),
  removed: z.boolean(),
  mergedInto: Id.optional(),
  fields: FieldValues,
});
export type RecordEnvelope = z.infer<typeof RecordEnvelope>;
