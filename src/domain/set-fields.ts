import type { ApplyContext } from './apply-step.ts';
import { fieldValue, isSameValue, type JsonValue } from './json-value.ts';
import { isSubjectKnown, subjectOf } from './kind-definition.ts';
import { KINDS } from './kinds.ts';
import type { RecordEnvelope } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Sets (or clears, with null) the given values, checks the rules of the kind, and remembers the old values for the reviewer.
 * Gives the very same record when no value is another one.
 */
export function setFields(
  record: RecordEnvelope,
  values: readonly (readonly [string, JsonValue])[],
  { today, related, decision }: ApplyContext,
): Result<RecordEnvelope, Refusal> {
  const changed = values.filter(([name, value]) => !isSameValue(fieldValue(record.fields, name), value));
  if (changed.length === 0) return ok(record);
  const definition = KINDS.get(record.kind);
  if (definition === undefined) return err({ type: 'KindUnknown' });

  const names = changed.map(([name]) => name);
  const present = changed.filter(([, value]) => value !== null);
  const fields = { ...without(record.fields, names), ...Object.fromEntries(present) };
  const checked = definition.check(fields, { today, record, related });
  if (!checked.ok) return checked;
  const isSameSubject = subjectOf(definition, fields) === subjectOf(definition, record.fields);
  if (!isSameSubject && !isSubjectKnown(definition, fields, related)) {
    return err({ type: 'SubjectUnknown', field: definition.subjectField ?? 'record' });
  }
  const version = decision?.version;
  const versions = version === undefined ? {} : Object.fromEntries(names.map((name) => [name, version]));
  return ok({
    ...record,
    fields,
    fieldVersions: { ...record.fieldVersions, ...versions },
    review: rememberOldValues(record, names),
  });
}

/** A record that no coordinator has decided on yet is new as a whole: there is no "before" to show. */
function rememberOldValues(record: RecordEnvelope, names: readonly string[]): RecordEnvelope['review'] {
  if (record.review.by === undefined) return record.review;
  const oldValues = Object.fromEntries(names.map((name) => [name, fieldValue(record.fields, name)]));
  // The first old value since the decision counts.
  return { ...record.review, before: { ...oldValues, ...record.review.before } };
}

const without = <Value>(values: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** Why a field may not be touched: there is no such field, or it is not this actor's to write. */
export const refusalOfField = (record: RecordEnvelope, field: string): Refusal =>
  Object.hasOwn(KINDS.get(record.kind)?.classes ?? {}, field)
    ? { type: 'NotPermitted', field }
    : { type: 'FieldsRefused', problems: [{ field, rule: 'FieldUnknown' }] };
