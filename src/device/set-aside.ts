import { Id } from '../domain/primitives.ts';
import type { Result } from '../domain/result.ts';
import type { OutboxRow } from './database.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import { byPlace, openOutboxRow } from './outbox-rows.ts';
import { isWithoutGap, reidentify } from './reidentify.ts';
import { attempt } from './storage-trouble.ts';
import type { VaultSession } from './vault-session.ts';
import { stamp, writeItems } from './write-items.ts';

/** A kind that everybody who has an outbox may read: what the damaged change was about, nobody knows. */
const NOTE_KIND = 'event';

/**
 * Saved changes that do not open any more, and whose owner has looked what is missing and confirmed it: they weigh on the device no
 * more, and "safe" can be said again. Nothing is deleted: the sealed rows lie here until the vault leaves, and are never sent. What opens
 * after all goes back to its work, and what a newer version of the app wrote is not touched. A note about each goes to the audit; it
 * closes nothing on the server, which may have a readable copy (`isNoteOfDamage`). Gives how many were set aside.
 */
export async function setAsideDamaged(session: VaultSession): Promise<Result<number, StorageTrouble>> {
  const opened: OutboxItem[] = [];
  const written = await session.write(async () => {
    const { db, key, vaultId, memory, unreadable } = session;
    const told = unreadable.filter(({ table, reason }) => table === 'outbox' && reason !== 'NewerSchema');
    const rows = await db.outbox.bulkGet(told.map(({ rowId }): [string, string] => [vaultId, rowId]));
    const damaged: OutboxRow[] = [];
    for (const row of rows) {
      if (row === undefined || row.state === 'aside') continue;
      const again = await openOutboxRow(key, row);
      if (again.ok) opened.push(again.value);
      else damaged.push(row);
    }
    if (damaged.length > 0) {
      const notes = damaged.map(({ changeId }) => {
        const id = Id.parse(changeId);
        return stamp(session, { type: 'discard', recordId: id, kind: NOTE_KIND, discarded: id });
      });
      await writeItems(session, notes, [], {
        tables: [],
        write: async () => {
          await db.outbox.bulkPut(damaged.map((row) => ({ ...row, seq: 0, state: 'aside' as const })));
        },
      });
    }
    const doneIds = new Set(told.map(({ rowId }) => rowId));
    unreadable.splice(0, unreadable.length, ...unreadable.filter(({ rowId }) => !doneIds.has(rowId)));
    if (opened.length > 0) memory.update([...memory.items.peek(), ...opened].sort(byPlace), []);
    return damaged.length;
  });
  // What came back may have no place in the stream any more.
  if (opened.length > 0 && !isWithoutGap(session)) await reidentify(session);
  return written;
}

/** At unlock: what a newer version or a disk that recovered can open after all waits as before. On a full disk it stays aside. */
export async function bringBack({ db, key }: VaultSession, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  const tried = await Promise.all(
    rows.map(async (row): Promise<OutboxRow> => {
      const isBack = row.state === 'aside' && (await openOutboxRow(key, row)).ok;
      return isBack ? { ...row, state: 'waiting' } : row;
    }),
  );
  const back = tried.filter((row, index) => row !== rows[index]);
  if (back.length === 0) return rows;
  const put = await attempt(() => db.outbox.bulkPut(back));
  return put.ok ? tried : rows;
}
