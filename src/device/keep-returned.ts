import { Change } from '../domain/change.ts';
import { ok, type Result } from '../domain/result.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import { sealOutboxContent } from './outbox-rows.ts';
import type { ReturnedRow } from './sync-store.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * What a coordinator sent back becomes a row that needs attention, as if this device had heard the refusal itself; mended and discarded like
 * one. A row that is here already, in whatever state, stays as it is. A change that this version does not understand is left on the server for
 * one that does.
 */
export async function keepReturned(
  session: VaultSession,
  returned: readonly ReturnedRow[],
): Promise<Result<readonly string[], StorageTrouble>> {
  const { db, key, vaultId, memory } = session;
  const understood = returned.flatMap((row) => {
    const change = Change.safeParse(row.change);
    return change.success && change.data.id === row.changeId ? [{ ...row, change: change.data }] : [];
  });
  if (understood.length === 0) return ok([]);
  const made = await Promise.all(understood.map((row) => makeRow(session, row)));
  return session.write(async () => {
    const added = await db.transaction('rw', db.outbox, async () => {
      const present = await db.outbox.bulkGet(made.map(({ item }): [string, string] => [vaultId, item.change.id]));
      const missing = made.filter((_, index) => present[index] === undefined);
      await db.outbox.bulkAdd(
        missing.map(({ item, sealed }) => ({ vaultId, changeId: item.change.id, seq: 0, state: 'attention', sealed })),
      );
      return missing.map(({ item }) => item);
    });
    if (added.length > 0) {
      memory.update([...memory.items.peek(), ...added], []);
      session.announce('outbox');
    }
    return understood.map(({ changeId }) => changeId);
  });

  async function makeRow(
    { ports }: VaultSession,
    { change, refusal, note }: ReturnedRow & { readonly change: Change },
  ): Promise<{ item: OutboxItem; sealed: Uint8Array }> {
    const hash = await ports.hashing.hashChange(change);
    const content = { change, hash, savedAt: change.at, refusal, note };
    const item: OutboxItem = { ...content, seq: 0, state: 'attention' };
    return { item, sealed: await sealOutboxContent(key, content) };
  }
}
