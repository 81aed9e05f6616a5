import { type Applied, type ApplyContext, takeStep } from './apply-step.ts';
import type { ResolveChange } from './change.ts';
import { fieldValue, isSameValue } from './json-value.ts';
import { mayTouchField } from './permissions.ts';
import type { RecordEnvelope } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import { refusalOfField, setFields } from './set-fields.ts';

/** Settles a field in dispute: for a coordinator, for who registered or last changed the record, or for an author of one of the values. */
export function applyResolve(
  record: RecordEnvelope,
  change: ResolveChange,
  context: ApplyContext,
): Result<Applied, Refusal> {
  const { actor } = context;
  if (!mayTouchField('write', actor, record.kind, change.field, record)) {
    return err(refusalOfField(record, change.field));
  }
  return takeStep(record, 'resolve', change, context, () => {
    const settled = record.conflicts.filter(
      ({ id, field }) => field === change.field && change.conflictIds.includes(id),
    );
    if (settled.length === 0) return err({ type: 'ConflictUnknown' });
    const parties = [record.updatedBy, record.createdBy, ...settled.map(({ by }) => by)];
    if (actor.role !== 'coordinator' && !parties.some(({ id }) => id === actor.id)) {
      return err({ type: 'NotPermitted', field: change.field });
    }
    if (!isSameValue(fieldValue(record.fields, change.field), change.from)) return err({ type: 'ResolveOutdated' });
    const conflicts = record.conflicts.filter((conflict) => !settled.includes(conflict));
    const withValue = setFields({ ...record, conflicts }, [[change.field, change.to]], context);
    return withValue.ok ? ok({ record: withValue.value, outcome: 'accepted' }) : withValue;
  });
}
