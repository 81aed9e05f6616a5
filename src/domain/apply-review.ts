import { actorToAuthor } from './actor.ts';
import { type ApplyContext, addComment, takeStep, type Worked } from './apply-step.ts';
import type { ReviewChange } from './change.ts';
import type { RecordEnvelope } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';

/** A coordinator's decision. It holds only for what the coordinator saw: a later change by somebody else makes it outdated. */
export function applyReview(
  record: RecordEnvelope,
  change: ReviewChange,
  context: ApplyContext,
): Result<Worked, Refusal> {
  return takeStep(record, change.verb, change, context, () => {
    const othersVersion = record.updatedBy.id === context.actor.id ? record.othersVersion : record.version;
    if (othersVersion > change.seenVersion) return err({ type: 'ReviewOutdated' });
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
