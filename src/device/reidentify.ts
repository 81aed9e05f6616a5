import type { Result } from '../domain/result.ts';
import type { StorageTrouble } from './open-vault.ts';
import { openOutboxRows, rowsByPlace } from './outbox-rows.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

/**
 * Starts a new stream at 1 with the waiting rows in their order. The server knows a change by its id, so what it already holds gets
 * its first verdict again. Rows that need attention, or cannot be opened, have no place in it. The rows are counted as they are on
 * the disk: another tab may have saved one of which this one has not heard.
 */
export function reidentify(session: VaultSession): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId, memory, ports } = session;
  return session.write(async () => {
    const unreadableIds = new Set(session.unreadable.map(({ rowId }) => rowId));
    const { advanced, rows } = await db.transaction('rw', db.streams, db.outbox, async () => {
      const found = await db.outbox.where('vaultId').equals(vaultId).toArray();
      const waiting = found
        .filter(({ state, changeId }) => state === 'waiting' && !unreadableIds.has(changeId))
        .sort(rowsByPlace);
      const placesById = new Map(waiting.map(({ changeId }, index) => [changeId, index + 1]));
      const rows = found.map((row) => ({ ...row, seq: placesById.get(row.changeId) ?? 0 }));
      await db.outbox.bulkPut(rows);
      const advanced = await advanceStream(session, (row) => ({
        ...row,
        streamId: ports.newId(),
        nextSeq: waiting.length + 1,
        mark: 0,
        // What was given to the network stays so, whatever its number: no tab may undo it.
        handedSeq: waiting.filter(({ seq }) => seq <= row.handedSeq).length,
        count: 0,
        chain: ports.hashing.chainStart,
        epoch: undefined,
      }));
      return { advanced, rows };
    });
    session.stream.row = advanced;
    session.undoable.clear();
    memory.update(await openOutboxRows(session, rows), []);
    session.announce('outbox');
  });
}

/** Whether the readable waiting rows are exactly the stream's next ones; a gap would stop everything behind it. */
export const isWithoutGap = ({ memory, stream }: VaultSession): boolean => {
  const waiting = memory.items.peek().filter(({ state }) => state === 'waiting');
  const { mark, nextSeq } = stream.row;
  return waiting.length === nextSeq - 1 - mark && waiting.every(({ seq }, index) => seq === mark + 1 + index);
};
