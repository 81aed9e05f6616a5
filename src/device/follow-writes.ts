import { openOutboxRows } from './outbox-rows.ts';
import { openSegments } from './segments.ts';
import type { VaultSession } from './vault-session.ts';

/** Brings memory up to what another tab wrote: new segments are opened, rewritten ones forgotten, changed outbox rows opened again. */
export async function followWrites(session: VaultSession): Promise<void> {
  const { db, key, vaultId, memory, stream } = session;
  if (session.isLocked.peek()) return;
  await session.write(async () => {
    const known = new Set(memory.confirmed.segments().map(({ order }) => order));
    const { row, keys, added, outbox } = await db.transaction('r', db.streams, db.segments, db.outbox, async () => {
      const ours = db.segments.where('vaultId').equals(vaultId);
      const keys = (await ours.primaryKeys()).map(([, order]) => order);
      const news = keys.filter((order) => !known.has(order)).map((order): [string, number] => [vaultId, order]);
      return {
        row: await db.streams.get(vaultId),
        keys: new Set(keys),
        added: await db.segments.bulkGet(news),
        outbox: await db.outbox.where('vaultId').equals(vaultId).toArray(),
      };
    });
    const changed: string[] = [];
    const rows = added.flatMap((segment) => segment ?? []);
    for await (const opened of openSegments(key, rows, () => undefined)) {
      changed.push(...memory.confirmed.take(opened.row, opened.records));
    }
    changed.push(...memory.confirmed.forget(new Set([...known].filter((order) => !keys.has(order)))));
    const items = await openOutboxRows(session, outbox);
    if (row !== undefined) stream.row = row;
    memory.update(items, changed);
  });
}
