import { v7 } from 'uuid';
import type { NewChange } from '../../src/device/open-vault.ts';
import type { SyncStore } from '../../src/device/sync-store.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { applyChange } from '../../src/domain/apply-change.ts';
import type { JsonValue } from '../../src/domain/json-value.ts';
import type { Id } from '../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { extendChain } from '../../src/protocol/change-hash.ts';
import { GENOVA, must, newId } from './a-device.ts';

export const createPerson = (fields: Record<string, JsonValue>, recordId: Id = newId()): NewChange => ({
  type: 'create',
  recordId,
  kind: 'beneficiary',
  fields,
});

export const logService = (beneficiary: Id, recordId: Id = newId()): NewChange => ({
  type: 'create',
  recordId,
  kind: 'service',
  fields: { types: ['CONT'], date: '2026-11-20', beneficiary },
});

export const editPerson = (record: RecordEnvelope, field: string, to: JsonValue): NewChange => ({
  type: 'edit',
  recordId: record.id,
  kind: 'beneficiary',
  seenVersion: record.version,
  fields: { [field]: { from: record.fields[field] ?? null, to } },
});

/** A person as the server has it. */
export function confirmedPerson(
  author: Actor,
  version: number,
  fields: Record<string, JsonValue>,
  id: Id = newId(),
): RecordEnvelope {
  const by = { id: author.id, name: author.name };
  const at = '2026-11-01T08:00:00.000Z';
  return {
    id,
    kind: 'beneficiary',
    municipality: GENOVA,
    version,
    othersVersion: 0,
    fieldVersions: Object.fromEntries(Object.keys(fields).map((field) => [field, version])),
    review: { state: 'submitted' },
    comments: [],
    conflicts: [],
    createdBy: by,
    createdAt: at,
    updatedBy: by,
    updatedAt: at,
    receivedAt: at,
    removed: false,
    fields,
  };
}

export const confirmedPeople = (author: Actor, count: number, firstVersion = 1): RecordEnvelope[] =>
  Array.from({ length: count }, (_, index) =>
    confirmedPerson(author, firstVersion + index, { nickname: `Persona ${firstVersion + index}` }),
  );

/** Decides like the server, on its own records and counter. */
export function createStandInServer(actor: Actor) {
  const records = new Map<string, RecordEnvelope>();
  let counter = 100;
  const epoch = v7();
  return {
    records,
    /** Sends what waits, at most `countMax`, and stores the answer on the device; `refuse` decides otherwise than the domain. */
    async takeFrom(
      store: SyncStore,
      countMax = 500,
      refuse: (recordId: string) => Refusal | undefined = () => undefined,
    ) {
      const items = store.waiting(countMax);
      const stream = store.streamState();
      let { chain } = stream;
      const touched = new Set<string>();
      const verdicts = [];
      for (const { seq, change, hash } of items) {
        counter += 1;
        chain = await extendChain(chain, hash);
        const refusal = refuse(change.recordId);
        const applied = applyChange(records.get(change.recordId), change, {
          actor,
          today: '2026-11-23',
          decision: { version: counter, receivedAt: '2026-11-23T10:00:00.000Z' },
          related: [...records.values()],
        });
        if (refusal !== undefined || !applied.ok) {
          const reason: Refusal = refusal ?? (applied.ok ? { type: 'RecordUnknown' } : applied.error);
          verdicts.push({ seq, changeId: change.id, verdict: 'refused' as const, refusal: reason });
          continue;
        }
        if (applied.value.record !== undefined) records.set(change.recordId, applied.value.record);
        touched.add(change.recordId);
        verdicts.push({ seq, changeId: change.id, verdict: applied.value.outcome });
      }
      const mark = items.at(-1)?.seq ?? stream.mark;
      must(
        await store.applyVerdicts(
          verdicts,
          [...touched].flatMap((id) => records.get(id) ?? []),
          { ...stream, chain, count: stream.count + items.length, mark, epoch },
        ),
      );
    },
  };
}
