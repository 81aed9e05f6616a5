import type { Result } from '../domain/result.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

/**
 * Starts a new stream at 1 with the waiting rows in their order. The server knows a change by its id, so what it already holds gets
 * its first verdict again. Rows that need attention, or cannot be opened, have no place in it.
 */
export function reidentify(session: VaultSession): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId, memory, ports } = session;
  return session.write(async () => {
    const items = renumber(memory.items.peek());
    const placesById = new Map(items.map(({ change, seq }) => [change.id as string, seq]));
    const waiting = items.filter(({ state }) => state === 'waiting').length;
    session.stream.row = await db.transaction('rw', db.streams, db.outbox, async () => {
      await db.outbox
        .where('vaultId')
        .equals(vaultId)
        .modify((row, change) => {
          change.value = { ...row, seq: placesById.get(row.changeId) ?? 0 };
        });
      return advanceStream(session, (row) => ({
        ...row,
        streamId: ports.newId(),
        nextSeq: waiting + 1,
        mark: 0,
        handedSeq: 0,
        count: 0,
        chain: ports.hashing.chainStart,
        epoch: undefined,
      }));
    });
    session.undoable.clear();
    memory.update(items, []);
    session.announce('outbox');
  });
}

function renumber(items: readonly OutboxItem[]): readonly OutboxItem[] {
  let last = 0;
  return items.map((item) => {
    if (item.state !== 'waiting') return { ...item, seq: 0 };
    last += 1;
    return { ...item, seq: last };
  });
}

/** Whether the readable waiting rows are exactly the stream's next ones; a gap would stop everything behind it. */
export const isWithoutGap = ({ memory, stream }: VaultSession): boolean => {
  const waiting = memory.items.peek().filter(({ state }) => state === 'waiting');
  const { mark, nextSeq } = stream.row;
  return waiting.length === nextSeq - 1 - mark && waiting.every(({ seq }, index) => seq === mark + 1 + index);
};
