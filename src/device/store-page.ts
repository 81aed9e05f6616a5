import type { RecordEnvelope } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import type { SegmentRow } from './database.ts';
import type { StorageTrouble } from './open-vault.ts';
import { type SealedSegment, sealSegments } from './segments.ts';
import type { PulledPage } from './sync-store.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

/**
 * A page of a pull becomes a segment, and the cursor behind it moves in the same transaction: a pull that is cut anywhere goes on
 * where it was. When the last page of a full pull is in, the segments of earlier generations leave in that transaction too.
 */
export async function storePage(
  session: VaultSession,
  records: readonly RecordEnvelope[],
  cursor: string,
  page?: PulledPage,
): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId, memory, ports } = session;
  // Sealed before its turn: a person's save need not wait for a thousand records to be compressed.
  const sealed = await sealSegments({ key: session.key, newId: ports.newId }, records);
  return session.write(async () => {
    const { rows, outdated, advanced } = await db.transaction('rw', db.streams, db.segments, async () => {
      const rows = await addSegments(session, sealed);
      const advanced = await advanceStream(session, (row) => ({
        ...row,
        cursor,
        epoch: page?.epoch ?? row.epoch,
        lastContactAt: ports.now(),
      }));
      const outdated = page?.remaining === 0 ? await findOutdated(session, advanced.generation) : [];
      await db.segments.bulkDelete(outdated.map((order) => [vaultId, order]));
      return { rows, outdated, advanced };
    });
    session.stream.row = advanced;
    const changed = rows.flatMap((row, index) => memory.confirmed.take(row, sealed[index]?.records ?? []));
    if (outdated.length > 0) changed.push(...memory.confirmed.forget(new Set(outdated)));
    if (changed.length > 0) memory.update(memory.items.peek(), changed);
    if (rows.length > 0 || outdated.length > 0) session.announce('segments');
  });
}

/** Everything will be fetched again, as a new generation; what is held is shown until that is complete. */
export function resetCursor(session: VaultSession): Promise<Result<void, StorageTrouble>> {
  const { db } = session;
  return session.write(async () => {
    session.stream.row = await db.transaction('rw', db.streams, () =>
      advanceStream(session, (row) => ({ ...row, cursor: undefined, generation: row.generation + 1 })),
    );
  });
}

/** Inside a transaction over `streams` and `segments`: gives the segments their place and stores them. */
export async function addSegments(
  session: VaultSession,
  sealed: readonly SealedSegment[],
): Promise<readonly SegmentRow[]> {
  if (sealed.length === 0) return [];
  const { db, vaultId } = session;
  const { nextOrder, generation } = await advanceStream(session, (row) => ({
    ...row,
    nextOrder: row.nextOrder + sealed.length,
  }));
  const rows = sealed.map(({ segmentId, recordCount, sealed: bytes }, index) => ({
    vaultId,
    order: nextOrder - sealed.length + index,
    segmentId,
    generation,
    recordCount,
    sealed: bytes,
  }));
  await db.segments.bulkAdd(rows);
  return rows;
}

const findOutdated = async ({ db, vaultId }: VaultSession, generation: number): Promise<readonly number[]> => {
  const keys = await db.segments
    .where('[vaultId+generation]')
    .between([vaultId, 0], [vaultId, generation], true, false)
    .primaryKeys();
  return keys.map(([, order]) => order);
};
