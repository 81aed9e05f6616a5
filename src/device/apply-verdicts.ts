import type { RecordEnvelope } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import { beginEpochWithin, closeGap, countKept, showQueued } from './enter-epoch.ts';
import { isNewEpoch, keepTaken } from './kept-changes.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import { sealOutboxContent } from './outbox-rows.ts';
import { sealSegments } from './segments.ts';
import { addSegments } from './store-page.ts';
import type { DecidedChange, StreamState } from './sync-store.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

/**
 * The server decided: in one transaction what it took leaves the outbox and is kept until it lies in a backup, what it refused becomes "needs attention" with the reason
 * sealed beside the change, the records as they are now are stored, and the stream moves on. A verdict on a row that is not
 * here any more says nothing new. An answer from another epoch makes all that is kept wait again in the same transaction.
 */
export async function applyVerdicts(
  session: VaultSession,
  verdicts: readonly DecidedChange[],
  records: readonly RecordEnvelope[],
  next: StreamState,
): Promise<Result<void, StorageTrouble>> {
  const { db, key, vaultId, memory, ports } = session;
  const sealed = await sealSegments({ key, newId: ports.newId }, records);
  const applied = await session.write(async () => {
    const verdictsById = new Map(verdicts.map((verdict) => [verdict.changeId, verdict]));
    const answered = memory.items.peek().filter(({ change, seq, state }) => {
      const verdict = verdictsById.get(change.id);
      return state === 'waiting' && verdict?.seq === seq;
    });
    const refused = await Promise.all(answered.flatMap((item) => refuse(item, verdictsById.get(item.change.id))));
    const refusedIds = new Set(refused.map(({ item }) => item.change.id));
    const takenIds = answered.map(({ change }) => change.id).filter((id) => !refusedIds.has(id));
    const stored = await db.transaction('rw', db.streams, db.segments, db.outbox, db.kept, async () => {
      const before = await db.streams.get(vaultId);
      // Another tab started a new stream meanwhile: these rows are sent again on it, and get the same verdicts.
      if (before?.streamId !== next.streamId) return undefined;
      const rows = await addSegments(session, sealed);
      const advanced = await advanceStream(session, (row) => {
        const mark = Math.max(row.mark, ...answered.map(({ seq }) => seq));
        return { ...row, ...next, mark, lastContactAt: ports.now() };
      });
      await keepTaken(db, before, takenIds, ports.now());
      await db.outbox.bulkDelete(answered.map(({ change }) => [vaultId, change.id]));
      await db.outbox.bulkAdd(
        refused.map(({ item, bytes }) => ({
          vaultId,
          changeId: item.change.id,
          seq: item.seq,
          state: 'attention',
          sealed: bytes,
        })),
      );
      const begun = isNewEpoch(before, next.epoch) ? await beginEpochWithin(session, advanced, next.epoch) : undefined;
      return { rows, advanced: begun?.stream ?? advanced, begun };
    });
    if (stored === undefined) return;
    const { rows, advanced, begun } = stored;
    session.stream.row = advanced;
    const changed = rows.flatMap((row, index) => memory.confirmed.take(row, sealed[index]?.records ?? []));
    const answeredIds = new Set(answered.map(({ change }) => change.id));
    const others = memory.items.peek().filter(({ change }) => !answeredIds.has(change.id));
    memory.update([...others, ...refused.map(({ item }) => item)], changed);
    if (begun !== undefined) await showQueued(session, begun, []);
    else await countKept(session);
    session.announce('outbox', 'segments');
    return begun !== undefined;
  });
  if (!applied.ok) return applied;
  return applied.value === true ? closeGap(session) : ok(undefined);

  function refuse(
    item: OutboxItem,
    verdict: DecidedChange | undefined,
  ): Promise<{ item: OutboxItem; bytes: Uint8Array }>[] {
    if (verdict?.verdict !== 'refused') return [];
    const { change, hash, savedAt } = item;
    const { refusal } = verdict;
    const sealing = sealOutboxContent(key, { change, hash, savedAt, refusal });
    return [sealing.then((bytes) => ({ item: { ...item, state: 'attention', refusal }, bytes }))];
  }
}
