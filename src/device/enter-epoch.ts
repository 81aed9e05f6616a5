import { assert } from '../domain/assert.ts';
import type { Result } from '../domain/result.ts';
import type { StreamRow } from './database.ts';
import { dropOldKept } from './drop-old-kept.ts';
import { beginEpoch, dropBackedUp, isNewEpoch } from './kept-changes.ts';
import type { NewStream } from './new-stream.ts';
import type { StorageTrouble } from './open-vault.ts';
import { openOutboxRows } from './outbox-rows.ts';
import { isWithoutGap, reidentify } from './reidentify.ts';
import type { VaultSession } from './vault-session.ts';

/** What was kept waits again; see kept-changes.ts. Does nothing in an epoch that is known already, by this tab or another. */
export async function enterEpoch(session: VaultSession, epoch: string): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId } = session;
  const entered = await session.write(async () => {
    const begun = await db.transaction('rw', db.streams, db.outbox, db.kept, async () => {
      const row = await db.streams.get(vaultId);
      assert(row !== undefined, 'every vault has its bookkeeping', vaultId);
      return isNewEpoch(row, epoch) ? beginEpochWithin(session, row, epoch) : undefined;
    });
    if (begun === undefined) return;
    session.stream.row = begun.stream;
    await showQueued(session, begun, []);
  });
  return entered.ok ? closeGap(session) : entered;
}

/** Inside a transaction over streams, outbox and kept. */
export const beginEpochWithin = (
  { db, ports, unreadable }: VaultSession,
  row: StreamRow,
  epoch: string,
): Promise<NewStream> =>
  beginEpoch(db, ports, row, { epoch, unreadableIds: new Set(unreadable.map(({ rowId }) => rowId)) });

/** Memory follows, after the transaction. */
export async function showQueued(session: VaultSession, { rows }: NewStream, changed: Iterable<string>): Promise<void> {
  session.undoable.clear();
  session.memory.update(await openOutboxRows(session, rows), changed);
  await countKept(session);
  session.announce('outbox');
}

/** A kept row that cannot be opened would stop everything behind it. */
export const closeGap = async (session: VaultSession): Promise<Result<void, StorageTrouble>> =>
  isWithoutGap(session) ? { ok: true, value: undefined } : reidentify(session);

/** The receipt agreed: what lies in a backup of the server too, or has been kept for long enough, leaves. */
export async function dropKept(
  session: VaultSession,
  backedUpMark: number | undefined,
): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId, stream, ports } = session;
  if ((session.status.peek().keptCount ?? 0) === 0) return { ok: true, value: undefined };
  return session.write(async () => {
    await db.transaction('rw', db.kept, async () => {
      if (backedUpMark !== undefined) await dropBackedUp(db, stream.row, backedUpMark);
      await dropOldKept(db, vaultId, ports.now());
    });
    await countKept(session);
  });
}

/** How many are kept is part of how this device stands with the server. */
export async function countKept({ db, vaultId, status }: VaultSession): Promise<void> {
  const keptCount = await db.kept.where({ vaultId }).count();
  if (keptCount !== (status.peek().keptCount ?? 0)) status.value = { ...status.peek(), keptCount };
}
