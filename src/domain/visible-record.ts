import type { Actor } from './actor.ts';
import { isInScope } from './guest-scope.ts';
import { mayReadComments, mayReadKind, mayTouchField } from './permissions.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * The record as `actor` may see it: an allow-list over every place where a field's value stands (fields, the reviewer's old
 * values, conflicts). Undefined when the role sees no record of this kind. A removed record keeps its envelope and loses its content.
 */
export function findVisibleRecord(record: RecordEnvelope, actor: Actor): RecordEnvelope | undefined {
  if (record.municipality !== actor.municipality || !mayReadKind(actor.role, record.kind)) return undefined;
  if (!isInScope(actor, record)) return undefined;
  // Not even an empty envelope of what others counted at the same door.
  if (actor.role === 'guest' && record.kind !== 'event' && record.createdBy.id !== actor.id) return undefined;
  if (record.removed && record.createdBy.id !== actor.id && actor.role !== 'coordinator') return withoutContent(record);
  const mayRead = (field: string) => mayTouchField('read', actor, record.kind, field, record);
  const readable = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => mayRead(field)));
  const { before } = record.review;
  return {
    ...record,
    fields: readable(record.fields),
    fieldVersions: readable(record.fieldVersions),
    comments: mayReadComments(actor.role, record.kind) ? record.comments : [],
    conflicts: record.conflicts.filter(({ field }) => mayRead(field)),
    review: before === undefined ? record.review : { ...record.review, before: readable(before) },
  };
}

const withoutContent = (record: RecordEnvelope): RecordEnvelope => {
  const { before: _, ...review } = record.review;
  return { ...record, fields: {}, fieldVersions: {}, conflicts: [], comments: [], review };
};
