import type { RecordEnvelope } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { SegmentRow } from './database.ts';
import { beginEpochWithin, closeGap, showQueued } from './enter-epoch.ts';
import { isNewEpoch } from './kept-changes.ts';
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
  const epoch = page?.epoch;
  // Sealed before its turn: a person's save need not wait for a thousand records to be compressed.
  const sealed = await sealSegments({ key: session.key, newId: ports.newId }, records);
  const stored = await session.write(async () => {
    const tables = [db.streams, db.segments, db.outbox, db.kept];
    const done = await db.transaction('rw', tables, async () => {
      const before = await db.streams.get(session.vaultId);
      if (before !== undefined && page?.from !== undefined && page.from.cursor !== before.cursor) return before;
      // Only a pull from the beginning is answered in another epoch; what was kept waits again, and this page is the first of a new generation.
      const begun = before && isNewEpoch(before, epoch) ? await beginEpochWithin(session, before, epoch) : undefined;
      const rows = await addSegments(session, sealed);
      const advanced = await advanceStream(session, (row) => ({
        ...row,
        cursor,
        epoch: epoch ?? row.epoch,
        lastContactAt: ports.now(),
      }));
      const outdated = page?.remaining === 0 ? await findOutdated(session, advanced.generation) : [];
      await db.segments.bulkDelete(outdated.map((order) => [vaultId, order]));
      return { rows, outdated, advanced, begun };
    });
    // Another tab went on meanwhile, or back to the beginning: what lies between there and this page is not here.
    if (!('rows' in done)) {
      session.stream.row = done;
      return false;
    }
    const { rows, outdated, advanced, begun } = done;
    session.stream.row = advanced;
    const changed = rows.flatMap((row, index) => memory.confirmed.take(row, sealed[index]?.records ?? []));
    if (outdated.length > 0) changed.push(...memory.confirmed.forget(new Set(outdated)));
    if (begun !== undefined) await showQueued(session, begun, changed);
    else if (changed.length > 0) memory.update(memory.items.peek(), changed);
    if (rows.length > 0 || outdated.length > 0) session.announce('segments');
    return begun !== undefined;
  });
  if (!stored.ok) return stored;
  return stored.value ? closeGap(session) : ok(undefined);
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
