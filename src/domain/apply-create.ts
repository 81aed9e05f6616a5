import { actorToAuthor } from './actor.ts';
import type { Applied, ApplyContext } from './apply-step.ts';
import type { CreateChange } from './change.ts';
import { isSubjectKnown } from './kind-definition.ts';
import { KINDS } from './kinds.ts';
import { mayCreate, mayTouchField } from './permissions.ts';
import type { RecordEnvelope } from './record.ts';
import type { Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';

/** A record that did not exist. Its subject (the person a service is for) has to be known first. */
export function applyCreate(
  record: RecordEnvelope | undefined,
  change: CreateChange,
  { actor, today, decision, related }: ApplyContext,
): Result<Applied, Refusal> {
  if (record !== undefined) return err({ type: 'RecordExists' });
  const definition = KINDS.get(change.kind);
  if (definition === undefined) return err({ type: 'KindUnknown' });
  if (!mayCreate(actor, change.kind)) return err({ type: 'NotPermitted' });
  const checked = definition.check(change.fields, { today, record: undefined, related });
  if (!checked.ok) return checked;
  const fields = { ...checked.value };
  const blocked = Object.keys(fields).find((field) => !mayTouchField('write', actor, change.kind, field, undefined));
  if (blocked !== undefined) return err({ type: 'NotPermitted', field: blocked });
  if (!isSubjectKnown(definition, fields, related)) {
    return err({ type: 'SubjectUnknown', field: definition.subjectField ?? 'record' });
  }
  return ok({ outcome: 'accepted', record: createRecord(change, fields, actorToAuthor(actor)) });

  function createRecord(
    { recordId, kind, at }: CreateChange,
    values: RecordEnvelope['fields'],
    author: RecordEnvelope['createdBy'],
  ): RecordEnvelope {
    const version = decision?.version ?? 0;
    return {
      id: recordId,
      kind,
      municipality: actor.municipality,
      version,
      othersVersion: 0,
      fieldVersions: Object.fromEntries(Object.keys(values).map((field) => [field, version])),
      review: { state: 'submitted' },
      comments: [],
      conflicts: [],
      createdBy: author,
      createdAt: at,
      updatedBy: author,
      updatedAt: at,
      ...(decision && { receivedAt: decision.receivedAt }),
      removed: false,
      fields: values,
    };
  }
}
