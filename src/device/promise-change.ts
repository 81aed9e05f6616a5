import { type Actor, actorToAuthor } from '../domain/actor.ts';
import { applyChange } from '../domain/apply-change.ts';
import type { Applied } from '../domain/apply-step.ts';
import type { Change, CreateChange, EditChange } from '../domain/change.ts';
import { changedFields } from '../domain/changed-fields.ts';
import { subjectOf } from '../domain/kind-definition.ts';
import { KINDS } from '../domain/kinds.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import { mergedFamily, type SubjectView } from '../domain/subject-of-record.ts';

/** What the device promises a change will do, on what it knows; the server decides with the same function. */
export type PromiseContext = { readonly actor: Actor; readonly officeDate: (instant: Instant) => CalendarDate };

export type RecordView = SubjectView;

export const promiseChange = (
  { actor, officeDate }: PromiseContext,
  view: RecordView,
  record: RecordEnvelope | undefined,
  change: Change,
): Result<Applied, Refusal> =>
  applyChange(record, change, {
    actor,
    // The day it was made on, so that a promise comes out the same whenever it is made again.
    today: officeDate(change.at),
    related: relatedRecords(view, record, change),
  });

/** The record afterwards; where the promise cannot be kept any more, the record as it was promised. The server decides. */
export function repeatPromise(
  context: PromiseContext,
  view: RecordView,
  record: RecordEnvelope | undefined,
  change: Change,
): RecordEnvelope | undefined {
  const applied = promiseChange(context, view, record, change);
  if (applied.ok) return applied.value.record ?? record;
  if (change.type === 'create' && record === undefined) return createUnchecked(context, change);
  if (change.type === 'edit' && record !== undefined) return editUnchecked(context, record, change);
  return record;
}

/** The subject of the record before and after the change, all who are one with it, what else is about these, and the record it is merged into. */
function relatedRecords(
  view: RecordView,
  record: RecordEnvelope | undefined,
  change: Change,
): readonly RecordEnvelope[] {
  const related = new Map<string, RecordEnvelope>();
  const add = (one: RecordEnvelope | undefined) => one && related.set(one.id, one);
  if (change.type === 'merge') add(view.find(change.into));
  const definition = KINDS.get(change.kind);
  if (definition?.subjectField !== undefined) {
    for (const fields of [record?.fields ?? {}, changedFields(change)]) {
      const subject = subjectOf(definition, fields);
      if (subject === undefined) continue;
      for (const one of mergedFamily(view, subject)) {
        add(view.find(one));
        for (const other of view.about(one)) add(other);
      }
    }
  }
  related.delete(change.recordId);
  return [...related.values()];
}

const createUnchecked = ({ actor }: PromiseContext, change: CreateChange): RecordEnvelope => ({
  id: change.recordId,
  kind: change.kind,
  municipality: actor.municipality,
  version: 0,
  othersVersion: 0,
  fieldVersions: Object.fromEntries(Object.keys(change.fields).map((field) => [field, 0])),
  review: { state: 'submitted' },
  comments: [],
  conflicts: [],
  createdBy: actorToAuthor(actor),
  createdAt: change.at,
  updatedBy: actorToAuthor(actor),
  updatedAt: change.at,
  removed: false,
  fields: change.fields,
});

function editUnchecked({ actor }: PromiseContext, record: RecordEnvelope, change: EditChange): RecordEnvelope {
  const fields = { ...record.fields };
  for (const [name, { to }] of Object.entries(change.fields)) {
    if (to === null) delete fields[name];
    else fields[name] = to;
  }
  return { ...record, fields, updatedBy: actorToAuthor(actor), updatedAt: change.at };
}
