import { type Actor, actorToAuthor } from './actor.ts';
import type { Change } from './change.ts';
import type { CalendarDate, Instant } from './primitives.ts';
import { COMMENTS_MAX, type RecordEnvelope, type Version } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import { findReviewStep, mayEverTake, type ReviewVerb } from './review-table.ts';

/** What a change is applied in. */
export type ApplyContext = {
  readonly actor: Actor;
  /** Today in Europe/Rome. */
  readonly today: CalendarDate;
  /** Present on the server only: what the record becomes once this change is decided. */
  readonly decision?: { readonly version: Version; readonly receivedAt: Instant };
  /** See RuleContext: the subject of the record and what else is about the same subject. */
  readonly related: readonly RecordEnvelope[];
};

/** `merged`: others changed other fields meanwhile. `conflict`: somebody changed the same field to another value. */
export type Outcome = 'accepted' | 'merged' | 'conflict';
export type Applied = {
  readonly outcome: Outcome;
  /** The record afterwards; undefined when the change leaves every record as it is (the audit row is its effect). */
  readonly record: RecordEnvelope | undefined;
};

/** Runs `work` if the review table lets the actor take this step, then stamps the result with the next state and the author. */
export function takeStep(
  record: RecordEnvelope,
  verb: ReviewVerb,
  change: Change,
  context: ApplyContext,
  work: () => Result<Applied, Refusal>,
): Result<Applied, Refusal> {
  const { state } = record.review;
  if (!mayEverTake(verb, context.actor.role)) return err({ type: 'NotPermitted' });
  const step = findReviewStep(state, verb, context.actor.role);
  if (step === undefined) return err({ type: 'ReviewNotAllowed', state });
  const worked = work();
  if (!worked.ok || worked.value.record === undefined) return worked;
  const { record: next, outcome } = worked.value;
  return ok({
    outcome,
    record: { ...next, review: { ...next.review, state: step.next }, ...stamp(record, change, context) },
  });
}

/** Versions and authorship after `context.actor` changed `record`. */
function stamp(record: RecordEnvelope, change: Change, { actor, decision }: ApplyContext) {
  return {
    version: decision?.version ?? record.version,
    othersVersion: othersVersionFor(record, actor),
    updatedBy: actorToAuthor(actor),
    updatedAt: change.at,
    ...(decision && { receivedAt: decision.receivedAt }),
  };
}

/**
 * The version at which somebody else than `actor` last changed the record, 0 if nobody did. Right for everybody, although the
 * record keeps it for its last author only: to anyone else that last change itself is somebody else's.
 */
export const othersVersionFor = (record: RecordEnvelope, actor: Actor): Version =>
  record.updatedBy.id === actor.id ? record.othersVersion : record.version;

/** The record with one more sentence in its conversation; the id of the change is the id of the sentence. */
export function addComment(
  record: RecordEnvelope,
  change: Change,
  text: string,
  { actor }: ApplyContext,
): Result<RecordEnvelope, Refusal> {
  if (record.comments.length >= COMMENTS_MAX) return err({ type: 'TooMany', what: 'comments' });
  const comment = { id: change.id, by: actorToAuthor(actor), at: change.at, text };
  return ok({ ...record, comments: [...record.comments, comment] });
}
