import { actorToAuthor } from './actor.ts';
import { type ApplyContext, addComment, takeStep, type Worked } from './apply-step.ts';
import type { EditChange, FieldEdit, ResolveChange } from './change.ts';
import { type Fields, isSameValue, type JsonValue } from './json-value.ts';
import { subjectOf } from './kind-definition.ts';
import { KINDS } from './kinds.ts';
import { mayTouchField } from './permissions.ts';
import { CONFLICTS_MAX, type RecordEnvelope } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Merge is by field. What happens to one edited field:
 *
 * changed on the server since seen | current value              | then
 * -------------------------------- | -------------------------- | ----
 * no                               | any                        | the new value holds
 * yes                              | what the author saw        | the new value holds (their own earlier edit, or A → B → A)
 * yes                              | what the author wants      | nothing to do
 * yes                              | something else             | conflict: the current value stays, the other is kept beside it
 */
export function applyEdit(record: RecordEnvelope, change: EditChange, context: ApplyContext): Result<Worked, Refusal> {
  return takeStep(record, 'edit', change, context, () => {
    const blocked = Object.keys(change.fields).find(
      (field) => !mayTouchField('write', context.actor, record.kind, field, record),
    );
    if (blocked !== undefined) return err(refusalOfField(record, blocked));

    const collides = (name: string, { from, to }: FieldEdit): boolean => {
      const current = record.fields[name];
      const changedSince = (record.fieldVersions[name] ?? 0) > change.seenVersion;
      return changedSince && !isSameValue(current, from) && !isSameValue(current, to);
    };
    const edits = Object.entries(change.fields);
    const agreed = edits.filter(([name, edit]) => !collides(name, edit)).map(([name, { to }]) => [name, to] as const);
    const disputed = edits.filter(([name, edit]) => collides(name, edit));

    const withValues = setFields(record, agreed, context);
    if (!withValues.ok) return withValues;
    const withConflicts = keepOtherValues(withValues.value, disputed, change, context);
    if (!withConflicts.ok) return withConflicts;
    const answered =
      change.comment === undefined ? withConflicts : addComment(withConflicts.value, change, change.comment, context);
    if (!answered.ok) return answered;
    const isMerged =
      record.othersVersion > change.seenVersion ||
      (record.updatedBy.id !== context.actor.id && record.version > change.seenVersion);
    return ok({ record: answered.value, outcome: disputed.length > 0 ? 'conflict' : isMerged ? 'merged' : 'accepted' });
  });
}

/** Settles a field in dispute: for a coordinator, or for an author of one of the values. */
export function applyResolve(
  record: RecordEnvelope,
  change: ResolveChange,
  context: ApplyContext,
): Result<Worked, Refusal> {
  return takeStep(record, 'resolve', change, context, () => {
    const settled = record.conflicts.filter(
      ({ id, field }) => field === change.field && change.conflictIds.includes(id),
    );
    if (settled.length === 0) return err({ type: 'ConflictUnknown' });
    if (!mayTouchField('write', context.actor, record.kind, change.field, record)) {
      return err(refusalOfField(record, change.field));
    }
    const isParty =
      settled.some(({ by }) => by.id === context.actor.id) ||
      record.updatedBy.id === context.actor.id ||
      record.createdBy.id === context.actor.id;
    if (context.actor.role !== 'coordinator' && !isParty) return err({ type: 'NotPermitted', field: change.field });
    if (!isSameValue(record.fields[change.field], change.from)) return err({ type: 'ResolveOutdated' });
    const conflicts = record.conflicts.filter((conflict) => !settled.includes(conflict));
    const withValue = setFields({ ...record, conflicts }, [[change.field, change.to]], context);
    return withValue.ok ? ok({ record: withValue.value, outcome: 'accepted' }) : withValue;
  });
}

/** Sets (or clears, with null) the given values, checks the rules of the kind, and remembers the old values for the reviewer. */
function setFields(
  record: RecordEnvelope,
  values: readonly (readonly [string, JsonValue])[],
  { today, related, decision }: ApplyContext,
): Result<RecordEnvelope, Refusal> {
  const changed = values.filter(([name, value]) => !isSameValue(record.fields[name], value));
  if (changed.length === 0) return ok(record);
  const definition = KINDS.get(record.kind);
  if (definition === undefined) return err({ type: 'KindUnknown' });

  const fields: Record<string, JsonValue> = { ...record.fields };
  const fieldVersions = { ...record.fieldVersions };
  const before: Record<string, JsonValue> = { ...record.review.before };
  for (const [name, value] of changed) {
    if (!(name in before)) before[name] = record.fields[name] ?? null;
    fieldVersions[name] = decision?.version ?? fieldVersions[name] ?? 0;
    if (value === null) delete fields[name];
    else fields[name] = value;
  }
  const checked = definition.check(fields, { today, record, related });
  if (!checked.ok) return checked;
  const subject = subjectOf(definition, fields);
  if (
    subject !== subjectOf(definition, record.fields) &&
    subject !== undefined &&
    !related.some(({ id }) => id === subject)
  ) {
    return err({ type: 'SubjectUnknown', field: definition.subjectField ?? 'record' });
  }
  // A record that no coordinator has decided on yet is new as a whole: there is no "before" to show.
  const review = record.review.by === undefined ? record.review : { ...record.review, before };
  return ok({ ...record, fields: fields as Fields & Record<string, JsonValue>, fieldVersions, review });
}

/** Keeps the values that lost, each once per author: a later value of the same author replaces the earlier one. */
function keepOtherValues(
  record: RecordEnvelope,
  disputed: readonly (readonly [string, FieldEdit])[],
  change: EditChange,
  { actor }: ApplyContext,
): Result<RecordEnvelope, Refusal> {
  if (disputed.length === 0) return ok(record);
  const isReplaced = (field: string, authorId: string) =>
    authorId === actor.id && disputed.some(([name]) => name === field);
  const others = disputed.map(([field, { to }]) => ({
    id: change.id,
    field,
    value: to,
    by: actorToAuthor(actor),
    at: change.at,
  }));
  const conflicts = [...record.conflicts.filter(({ field, by }) => !isReplaced(field, by.id)), ...others];
  if (conflicts.length > CONFLICTS_MAX) return err({ type: 'TooMany', what: 'conflicts' });
  return ok({ ...record, conflicts });
}

const refusalOfField = (record: RecordEnvelope, field: string): Refusal =>
  field in (KINDS.get(record.kind)?.classes ?? {})
    ? { type: 'NotPermitted', field }
    : { type: 'FieldsRefused', problems: [{ field, rule: 'FieldUnknown' }] };
