import { assert } from '../domain/assert.ts';
import type { Change } from '../domain/change.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { subjectOfRecord } from '../domain/subject-of-record.ts';
import type { NewChange, StorageTrouble } from './open-vault.ts';
import { promiseChange, type RecordView } from './promise-change.ts';
import type { VaultSession } from './vault-session.ts';
import { parseChange, stamp, writeItems } from './write-items.ts';

/** A full bus. More would not leave in one push, and no thumb picks more. */
export const SAVED_TOGETHER_MAX = 100;

/**
 * Several changes in one save: one strict transaction, all of them or none. A later one may lean on an earlier one, such as a service for
 * the person who is registered in the same save. The first refusal refuses them all.
 */
export async function saveChanges(
  session: VaultSession,
  changes: readonly NewChange[],
): Promise<Result<readonly Change[], Refusal | StorageTrouble>> {
  assert(changes.length <= SAVED_TOGETHER_MAX, 'too many changes for one save', changes.length);
  const stamped = changes.map((change) => stamp(session, change));
  const written = await session.write(async (): Promise<Result<readonly Change[], Refusal>> => {
    const promised = promiseAll(session, stamped);
    if (!promised.ok) return promised;
    return (await writeItems(session, promised.value, [])) ? promised : err({ type: 'RecordUnknown' });
  });
  const saved = written.ok ? written.value : written;
  if (saved.ok) for (const { id } of saved.value) session.undoable.add(id);
  return saved;
}

/** What a save of the same changes would refuse now, as far as the records here tell; writes nothing. */
export function findRefusal(session: VaultSession, changes: readonly NewChange[]): Refusal | undefined {
  const promised = promiseAll(
    session,
    changes.map((change) => stamp(session, change)),
  );
  return promised.ok ? undefined : promised.error;
}

function promiseAll(session: VaultSession, changes: readonly Change[]): Result<readonly Change[], Refusal> {
  const { actor, memory, ports } = session;
  const promisedById = new Map<string, RecordEnvelope>();
  const view = viewWith(memory.view, promisedById);
  const parsed: Change[] = [];
  for (const unparsed of changes) {
    const change = parseChange(unparsed);
    if (!change.ok) return change;
    const { recordId } = change.value;
    const applied = promiseChange({ actor, officeDate: ports.officeDate }, view, view.find(recordId), change.value);
    if (!applied.ok) return applied;
    if (applied.value.record !== undefined) promisedById.set(recordId, applied.value.record);
    parsed.push(change.value);
  }
  return ok(parsed);
}

/** What is known with the earlier changes of the same save on top. */
const viewWith = (view: RecordView, promisedById: ReadonlyMap<string, RecordEnvelope>): RecordView => ({
  find: (id) => promisedById.get(id) ?? view.find(id),
  about(id) {
    const before = view.about(id).filter((record) => !promisedById.has(record.id));
    const now = [...promisedById.values()].filter((record) => subjectOfRecord(record) === id);
    return [...before, ...now];
  },
});
