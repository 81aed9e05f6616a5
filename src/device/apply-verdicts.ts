import type { RecordEnvelope } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import { sealOutboxContent } from './outbox-rows.ts';
import { sealSegments } from './segments.ts';
import { addSegments } from './store-page.ts';
import type { DecidedChange, StreamState } from './sync-store.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

/**
 * The server decided: in one transaction what it took leaves the outbox, what it refused becomes "needs attention" with the reason
 * sealed beside the change, the records as they are now are stored, and the stream moves on. A verdict on a row that is not
 * here any more says nothing new.
 */
export async function applyVerdicts(
  session: VaultSession,
  verdicts: readonly DecidedChange[],
  records: readonly RecordEnvelope[],
  next: StreamState,
): Promise<Result<void, StorageTrouble>> {
  const { db, key, vaultId, memory, ports } = session;
  const sealed = await sealSegments({ key, newId: ports.newId }, records);
  return session.write(async () => {
    const verdictsById = new Map(verdicts.map((verdict) => [verdict.changeId, verdict]));
    const answered = memory.items.peek().filter(({ change, seq, state }) => {
      const verdict = verdictsById.get(change.id);
      return state === 'waiting' && verdict?.seq === seq;
    });
    const refused = await Promise.all(answered.flatMap((item) => refuse(item, verdictsById.get(item.change.id))));
    const stored = await db.transaction('rw', db.streams, db.segments, db.outbox, async () => {
      // Another tab started a new stream meanwhile: these rows are sent again on it, and get the same verdicts.
      if ((await db.streams.get(vaultId))?.streamId !== next.streamId) return undefined;
      const rows = await addSegments(session, sealed);
      const advanced = await advanceStream(session, (row) => {
        const mark = Math.max(row.mark, ...answered.map(({ seq }) => seq));
        return { ...row, ...next, mark, lastContactAt: ports.now() };
      });
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
      return { rows, advanced };
    });
    if (stored === undefined) return;
    const { rows, advanced } = stored;
    session.stream.row = advanced;
    const changed = rows.flatMap((row, index) => memory.confirmed.take(row, sealed[index]?.records ?? []));
    const answeredIds = new Set(answered.map(({ change }) => change.id));
    const kept = memory.items.peek().filter(({ change }) => !answeredIds.has(change.id));
    memory.update([...kept, ...refused.map(({ item }) => item)], changed);
    session.announce('outbox', 'segments');
  });

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
