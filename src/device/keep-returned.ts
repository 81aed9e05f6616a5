import { Change } from '../domain/change.ts';
import { ok, type Result } from '../domain/result.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import { sealOutboxContent } from './outbox-rows.ts';
import type { ReturnedRow } from './sync-store.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * What a coordinator sent back becomes a row that needs attention, as if this device had heard the refusal itself; mended and discarded like
 * one. A row that is here already, in whatever state, stays as it is, but for the coordinator's words on one that needs attention. A change that this version does not understand is left on the server for
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
    const noted = await Promise.all(understood.flatMap(findNoted).map(sealItem));
    const { added, worded } = await db.transaction('rw', db.outbox, async () => {
      const present = await db.outbox.bulkGet(made.map(({ item }): [string, string] => [vaultId, item.change.id]));
      const missing = made.filter((_, index) => present[index] === undefined);
      const stillHere = present.flatMap((row) => {
        const next = noted.find(({ item }) => item.change.id === row?.changeId);
        return row?.state === 'attention' && next !== undefined ? [{ row, next }] : [];
      });
      await db.outbox.bulkPut(stillHere.map(({ row, next }) => ({ ...row, sealed: next.sealed })));
      await db.outbox.bulkAdd(
        missing.map(({ item, sealed }) => ({ vaultId, changeId: item.change.id, seq: 0, state: 'attention', sealed })),
      );
      return { added: missing.map(({ item }) => item), worded: stillHere.map(({ next }) => next.item) };
    });
    if (added.length + worded.length > 0) {
      const wordedById = new Map(worded.map((item) => [item.change.id, item]));
      const kept = memory.items.peek().map((item) => wordedById.get(item.change.id) ?? item);
      memory.update([...kept, ...added], []);
      session.announce('outbox');
    }
    return understood.map(({ changeId }) => changeId);
  });

  function findNoted({ changeId, note }: ReturnedRow): OutboxItem[] {
    const item = memory.items.peek().find(({ change, state }) => change.id === changeId && state === 'attention');
    return item === undefined || note === undefined || item.note === note ? [] : [{ ...item, note }];
  }

  async function makeRow(
    { ports }: VaultSession,
    { change, refusal, note }: ReturnedRow & { readonly change: Change },
  ): Promise<{ item: OutboxItem; sealed: Uint8Array }> {
    const hash = await ports.hashing.hashChange(change);
    return sealItem({ change, hash, savedAt: change.at, refusal, note, seq: 0, state: 'attention' });
  }

  async function sealItem(item: OutboxItem): Promise<{ item: OutboxItem; sealed: Uint8Array }> {
    const { change, hash, savedAt, refusal, note } = item;
    return { item, sealed: await sealOutboxContent(key, { change, hash, savedAt, refusal, note }) };
  }
}
