import type { Table } from 'dexie';
import { Change } from '../domain/change.ts';
import type { Refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { NewChange, OutboxItem } from './open-vault.ts';
import { sealOutboxContent } from './outbox-rows.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

export const stamp = ({ ports }: VaultSession, change: NewChange): Change => ({
  ...change,
  id: ports.newId(),
  at: ports.now(),
});

/** As the server will: what it could not even read would come back as a refusal that nobody can mend. */
export function parseChange(unparsed: Change): Result<Change, Refusal> {
  const parsed = Change.safeParse(unparsed);
  if (parsed.success) return ok(parsed.data);
  return err({ type: 'ChangeMalformed', path: (parsed.error.issues[0]?.path.join('.') ?? '').slice(0, 200) });
}

/** What is written in the same transaction as the rows: it awaits only the database. */
export type Beside = { readonly tables: readonly Table[]; readonly write: () => Promise<void> };

/**
 * The one place where rows enter the outbox: with the next numbers of the stream, in one transaction, while the rows they replace leave.
 * False when another tab has taken one of these already: what it did holds.
 */
export async function writeItems(
  session: VaultSession,
  changes: readonly Change[],
  replaced: readonly OutboxItem[],
  beside?: Beside,
): Promise<boolean> {
  const { db, vaultId, memory, status } = session;
  // Before the transaction, which cannot wait for a cipher.
  const contents = await Promise.all(changes.map((change) => sealChange(session, change)));
  const replacedIds = new Set<string>(replaced.map(({ change: { id } }) => id));
  const replacedKeys = [...replacedIds].map((id): [string, string] => [vaultId, id]);
  const tables = [db.streams, db.outbox, ...(beside?.tables ?? [])];
  const advanced = await db.transaction('rw', tables, async () => {
    const present = await db.outbox.bulkGet(replacedKeys);
    if (present.includes(undefined)) return undefined;
    const row = await advanceStream(session, (now) => ({ ...now, nextSeq: now.nextSeq + contents.length }));
    const firstSeq = row.nextSeq - contents.length;
    for (const [index, { content, sealed }] of contents.entries()) {
      const { id: changeId } = content.change;
      await db.outbox.add({ vaultId, changeId, seq: firstSeq + index, state: 'waiting', sealed });
    }
    await db.outbox.bulkDelete(replacedKeys);
    await beside?.write();
    return row;
  });
  if (advanced === undefined) return false;
  session.stream.row = advanced;
  const kept = memory.items.peek().filter(({ change: { id } }) => !replacedIds.has(id));
  const firstSeq = advanced.nextSeq - contents.length;
  const added = contents.map(
    ({ content }, index): OutboxItem => ({ ...content, seq: firstSeq + index, state: 'waiting', refusal: undefined }),
  );
  memory.update([...kept, ...added], []);
  // Law 5: "safe" was said of what there was before this change.
  if (status.peek().safeAt !== undefined) status.value = { ...status.peek(), safeAt: undefined };
  session.announce('outbox');
  return true;
}

async function sealChange({ key, ports }: VaultSession, change: Change) {
  const content = { change, hash: await ports.hashing.hashChange(change), savedAt: ports.now() };
  return { content, sealed: await sealOutboxContent(key, content) };
}
