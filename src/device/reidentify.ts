import { assert } from '../domain/assert.ts';
import type { Result } from '../domain/result.ts';
import { writeNewStream } from './new-stream.ts';
import type { StorageTrouble } from './open-vault.ts';
import { openOutboxRows } from './outbox-rows.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * Starts a new stream at 1 with the waiting rows in their order. The server knows a change by its id, so what it already holds gets
 * its first verdict again. Rows that need attention, or cannot be opened, have no place in it. The rows are counted as they are on
 * the disk: another tab may have saved one of which this one has not heard.
 */
export function reidentify(session: VaultSession): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId, memory, ports } = session;
  return session.write(async () => {
    const unreadableIds = new Set(session.unreadable.map(({ rowId }) => rowId));
    const { stream, rows } = await db.transaction('rw', db.streams, db.outbox, async () => {
      const row = await db.streams.get(vaultId);
      assert(row !== undefined, 'every vault has its bookkeeping', vaultId);
      return writeNewStream(db, ports, row, unreadableIds);
    });
    session.stream.row = stream;
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
