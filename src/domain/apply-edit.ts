import { actorToAuthor } from './actor.ts';
import { type Applied, type ApplyContext, addComment, type Outcome, othersVersionFor, takeStep } from './apply-step.ts';
import type { EditChange, FieldEdit } from './change.ts';
import { fieldValue, isSameValue, type JsonValue } from './json-value.ts';
import { KINDS } from './kinds.ts';
import { mayTouchField } from './permissions.ts';
import { CONFLICTS_MAX, type RecordEnvelope } from './record.ts';
import type { FieldProblem, Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import { refusalOfField, setFields } from './set-fields.ts';

/**
 * Merge is by field. What happens to one edited field:
 *
 * changed on the server since seen | current value              | then
 * -------------------------------- | -------------------------- | ----
 * no                               | any                        | the new value holds
 * yes                              | what the author saw        | the new value holds (their own earlier edit, or A → B → A)
 * yes                              | what the author wants      | nothing to do
 * yes                              | something else             | conflict: the current value stays, the other is kept beside it
 *
 * "Seen" a version that the record does not have yet means another history (the server was restored from a backup): then the
 * values alone decide, as if every field had changed since. Whoever edits a field takes back what they had in dispute there.
 */
export function applyEdit(record: RecordEnvelope, change: EditChange, context: ApplyContext): Result<Applied, Refusal> {
  const blocked = Object.keys(change.fields).find(
    (field) => !mayTouchField('write', context.actor, record.kind, field, record),
  );
  if (blocked !== undefined) return err(refusalOfField(record, blocked));
  return takeStep(record, 'edit', change, context, () => {
    const edits = Object.entries(change.fields).filter(([, { from, to }]) => !isSameValue(from, to));
    const disputed = edits.filter(([name, edit]) => isDisputed(record, change, name, edit));
    const agreed = edits.filter((edit) => !disputed.includes(edit)).map(([name, { to }]) => [name, to] as const);

    const withValues = setFields(record, agreed, context);
    if (!withValues.ok) return withValues;
    const names = edits.map(([name]) => name);
    const withConflicts = keepOtherValues(takeBack(withValues.value, names, context), disputed, change, context);
    if (!withConflicts.ok) return withConflicts;
    const answered =
      change.comment === undefined ? withConflicts : addComment(withConflicts.value, change, change.comment, context);
    if (!answered.ok) return answered;
    // A returned record is sent back by the edit itself, even where the author says that all was right.
    const hasNoEffect = answered.value === record && record.review.state !== 'returned';
    return ok({
      record: hasNoEffect ? undefined : answered.value,
      outcome: disputed.length > 0 ? 'conflict' : outcomeOfMerge(record, change, context),
    });
  });
}

function isDisputed(record: RecordEnvelope, change: EditChange, name: string, { from, to }: FieldEdit): boolean {
  const isOtherHistory = change.seenVersion > record.version;
  const isChangedSince = isOtherHistory || (record.fieldVersions[name] ?? 0) > change.seenVersion;
  const current = fieldValue(record.fields, name);
  return isChangedSince && !isSameValue(current, from) && !isSameValue(current, to);
}

/** `merged` tells the author that others gave fields new values which the author had not seen. */
function outcomeOfMerge(record: RecordEnvelope, { seenVersion }: EditChange, { actor }: ApplyContext): Outcome {
  const othersVersion = othersVersionFor(record, actor);
  const isUnseen = (version: number): boolean => version > seenVersion && version <= othersVersion;
  return Object.values(record.fieldVersions).some(isUnseen) ? 'merged' : 'accepted';
}

/** Without the actor's own earlier values in dispute for these fields: the later word of the same author replaces them. */
function takeBack(record: RecordEnvelope, names: readonly string[], { actor }: ApplyContext): RecordEnvelope {
  const conflicts = record.conflicts.filter(({ field, by }) => by.id !== actor.id || !names.includes(field));
  return conflicts.length === record.conflicts.length ? record : { ...record, conflicts };
}

/** Keeps the values that did not become the agreed one, each with its author. */
function keepOtherValues(
  record: RecordEnvelope,
  disputed: readonly (readonly [string, FieldEdit])[],
  change: EditChange,
  { actor }: ApplyContext,
): Result<RecordEnvelope, Refusal> {
  if (disputed.length === 0) return ok(record);
  const problems = disputed.flatMap(([name, { to }]) => shapeProblemsOf(record, name, to));
  if (problems.length > 0) return err({ type: 'FieldsRefused', problems });
  const others = disputed.map(([field, { to }]) => ({
    id: change.id,
    field,
    value: to,
    by: actorToAuthor(actor),
    at: change.at,
  }));
  const conflicts = [...record.conflicts, ...others];
  if (conflicts.length > CONFLICTS_MAX) return err({ type: 'TooMany', what: 'conflicts' });
  return ok({ ...record, conflicts });
}

/** A value in dispute is stored too, so its shape has to be right; the rules are asked when somebody chooses it. */
const shapeProblemsOf = (record: RecordEnvelope, name: string, value: JsonValue): readonly FieldProblem[] =>
  value === null ? [] : (KINDS.get(record.kind)?.checkField(name, value) ?? []);
