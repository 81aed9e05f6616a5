import { actorToAuthor } from './actor.ts';
import { type Applied, type ApplyContext, addComment, othersVersionFor, takeStep } from './apply-step.ts';
import type { ReviewChange } from './change.ts';
import type { RecordEnvelope } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';

/** A coordinator's decision. It holds only for what the coordinator saw: a later change by somebody else makes it outdated, their own does not. */
export function applyReview(
  record: RecordEnvelope,
  change: ReviewChange,
  context: ApplyContext,
): Result<Applied, Refusal> {
  return takeStep(record, change.verb, change, context, () => {
    const isOtherHistory = change.seenVersion > record.version;
    if (isOtherHistory || othersVersionFor(record, context.actor) > change.seenVersion)
      return err({ type: 'ReviewOutdated' });
    if (change.verb === 'return' && change.comment === undefined) return err({ type: 'CommentMissing' });
    const decided: RecordEnvelope = {
      ...record,
      // What changed before this decision has now been seen; the next edit starts a new list of old values.
      review: { state: record.review.state, by: actorToAuthor(context.actor), at: change.at },
    };
    const commented = change.comment === undefined ? ok(decided) : addComment(decided, change, change.comment, context);
    return commented.ok ? ok({ record: commented.value, outcome: 'accepted' }) : commented;
  });
}
