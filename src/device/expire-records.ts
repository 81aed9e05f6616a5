import type { Result } from '../domain/result.ts';
import { isOutOfContact } from './expiry.ts';
import type { StorageTrouble } from './open-vault.ts';
import { sealSegments } from './segments.ts';
import { addSegments } from './store-page.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

/**
 * Takes the confirmed records off a device that had no contact for EXPIRY_DAYS, but for those that waiting or refused changes are
 * about; the outbox itself is never touched. The next contact fetches everything again, so a wrong clock costs time, not data.
 * True when something left.
 */
export async function expireRecords(session: VaultSession): Promise<Result<boolean, StorageTrouble>> {
  const { db, key, vaultId, memory, ports, stream } = session;
  return session.write(async () => {
    if (!isOutOfContact(stream.row.lastContactAt, ports.now())) return false;
    const kept = recordsInUse(session);
    if (kept.length === memory.confirmed.count()) return false;
    const sealed = await sealSegments({ key, newId: ports.newId }, kept);
    const { rows, advanced } = await db.transaction('rw', db.streams, db.segments, async () => {
      await db.segments.where('vaultId').equals(vaultId).delete();
      const rows = await addSegments(session, sealed);
      const advanced = await advanceStream(session, (row) => ({
        ...row,
        cursor: undefined,
        generation: row.generation + 1,
      }));
      return { rows, advanced };
    });
    stream.row = advanced;
    const gone = memory.confirmed.forget(new Set(memory.confirmed.segments().map(({ order }) => order)));
    for (const [index, row] of rows.entries()) memory.confirmed.take(row, sealed[index]?.records ?? []);
    memory.update(memory.items.peek(), gone);
    return true;
  });
}

/** The records of the outbox's changes, and every record that one of these names as its subject. */
function recordsInUse({ memory }: VaultSession) {
  const ids = new Set<string>();
  for (const { change } of memory.items.peek()) {
    ids.add(change.recordId);
    for (const value of Object.values(memory.view.find(change.recordId)?.fields ?? {})) {
      if (typeof value === 'string') ids.add(value);
    }
  }
  return [...ids].flatMap((id) => memory.confirmed.find(id) ?? []);
}
