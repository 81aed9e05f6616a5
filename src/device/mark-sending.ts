import type { Result } from '../domain/result.ts';
import { followWrites } from './follow-writes.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import type { Sending } from './sync-store.ts';
import { advanceStream, rowToState, type VaultSession } from './vault-session.ts';

/**
 * Looks in one transaction which of these rows still wait at their place, and writes down that they are about to leave. What another tab
 * undid, had answered or gave another number meanwhile is not among them, and memory is brought up to what that tab did.
 */
export async function markSending(
  session: VaultSession,
  items: readonly OutboxItem[],
): Promise<Result<Sending, StorageTrouble>> {
  const { db, vaultId } = session;
  const marked = await session.write(async (): Promise<Sending> => {
    const { row, present } = await db.transaction('rw', db.streams, db.outbox, async () => {
      const rows = await db.outbox.bulkGet(items.map(({ change }): [string, string] => [vaultId, change.id]));
      const present = items.filter(({ seq }, index) => rows[index]?.state === 'waiting' && rows[index]?.seq === seq);
      const row = await advanceStream(session, (now) => ({
        ...now,
        handedSeq: Math.max(now.handedSeq, ...present.map(({ seq }) => seq)),
      }));
      return { row, present };
    });
    session.stream.row = row;
    return { items: present, stream: rowToState(row) };
  });
  if (marked.ok && marked.value.items.length < items.length) await followWrites(session);
  return marked;
}
