import { applyCreate } from './apply-create.ts';
import { applyEdit } from './apply-edit.ts';
import { applyResolve } from './apply-resolve.ts';
import { applyReview } from './apply-review.ts';
import { type Applied, type ApplyContext, addComment, takeStep } from './apply-step.ts';
import { assert, exhaustive } from './assert.ts';
import type { Change, CreateChange, DiscardChange, MergeChange } from './change.ts';
import { isInScope } from './guest-scope.ts';
import { KINDS } from './kinds.ts';
import { mayReadKind, mayRemove, mayTouchField } from './permissions.ts';
import type { RecordEnvelope } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';

/**
 * The heart of Taccuino: what one change does to one record. The device runs it as a promise, the server as the decision; both run
 * exactly this. It knows no clock, no randomness and no storage: all that comes in the context, and the given record is never altered.
 *
 * It deliberately does not know which change ids were seen before (the server's change log does) nor the order of arrival
 * (the device's sequence does).
 */
export function applyChange(
  record: RecordEnvelope | undefined,
  change: Change,
  context: ApplyContext,
): Result<Applied, Refusal> {
  const { actor } = context;
  if (record !== undefined && !isInScope(actor, record)) return err({ type: 'NotPermitted' });
  const applied = applyWithin(record, change, context);
  // Also what a record becomes: no guest counts at, or moves a presence to, another event than their own.
  const isOutside = applied.ok && applied.value.record !== undefined && !isInScope(actor, applied.value.record);
  return isOutside ? err({ type: 'NotPermitted' }) : applied;
}

function applyWithin(
  record: RecordEnvelope | undefined,
  change: Change,
  context: ApplyContext,
): Result<Applied, Refusal> {
  assert(record === undefined || record.id === change.recordId, 'a change is applied to its own record', change.id);
  if (!KINDS.has(change.kind)) return err({ type: 'KindUnknown' });
  if (!mayReadKind(context.actor.role, change.kind)) return err({ type: 'NotPermitted' });
  if (change.type === 'create') return applyCreate(record, change, context);
  // What was refused may never have become a record; that it was discarded is still told, for the audit.
  if (change.type === 'discard') return ok({ record: undefined, outcome: 'accepted' });
  if (record === undefined || record.kind !== change.kind || record.municipality !== context.actor.municipality) {
    return err({ type: 'RecordUnknown' });
  }
  if (record.removed && change.type !== 'restore') return err({ type: 'RecordRemoved' });
  // Who works on a record that was merged away is told where to go; nothing is written where nobody looks.
  if (record.mergedInto !== undefined && change.type !== 'unmerge' && change.type !== 'disclose') {
    return err({ type: 'RecordMerged', into: record.mergedInto });
  }
  return applyToExisting(record, change, context);
}

function applyToExisting(
  record: RecordEnvelope,
  change: Exclude<Change, CreateChange | DiscardChange>,
  context: ApplyContext,
): Result<Applied, Refusal> {
  const step = (verb: 'comment' | 'remove' | 'restore' | 'merge', work: () => Result<RecordEnvelope, Refusal>) =>
    takeStep(record, verb, change, context, () => {
      const next = work();
      return next.ok ? ok({ record: next.value, outcome: 'accepted' as const }) : next;
    });
  switch (change.type) {
    case 'edit':
      return applyEdit(record, change, context);
    case 'resolve':
      return applyResolve(record, change, context);
    case 'review':
      return applyReview(record, change, context);
    case 'comment':
      return step('comment', () => addComment(record, change, change.text, context));
    case 'remove':
      return mayRemove(context.actor, record)
        ? step('remove', () => ok({ ...record, removed: true }))
        : err({ type: 'NotPermitted' });
    case 'restore':
      return mayRemove(context.actor, record)
        ? step('restore', () => restored(record, context))
        : err({ type: 'NotPermitted' });
    case 'merge':
      return step('merge', () => mergedAway(record, change, context));
    case 'unmerge':
      return step('merge', () => {
        const { mergedInto: _, ...separate } = record;
        return ok(separate);
      });
    case 'disclose': {
      const hidden = change.fields.find((field) => !mayTouchField('read', context.actor, record.kind, field, record));
      return hidden === undefined
        ? ok({ record: undefined, outcome: 'accepted' })
        : err({ type: 'NotPermitted', field: hidden });
    }
    default:
      return exhaustive(change);
  }
}

/** The rules are asked again: meanwhile another record may have taken the place (a second open housing placement). */
function restored(record: RecordEnvelope, { today, related }: ApplyContext): Result<RecordEnvelope, Refusal> {
  const checked = KINDS.get(record.kind)?.check(record.fields, { today, record, related });
  if (checked !== undefined && !checked.ok) return checked;
  return ok({ ...record, removed: false });
}

/** The record merged into has to be given in `related`, alive and of the same kind, so that no chain or ring of merges begins. */
function mergedAway(
  record: RecordEnvelope,
  { into }: MergeChange,
  { related }: ApplyContext,
): Result<RecordEnvelope, Refusal> {
  const target = related.find(({ id, kind }) => id === into && kind === record.kind);
  if (into === record.id || target === undefined || target.removed) return err({ type: 'RecordUnknown' });
  if (target.mergedInto !== undefined) return err({ type: 'RecordMerged', into: target.mergedInto });
  return ok({ ...record, mergedInto: into });
}
