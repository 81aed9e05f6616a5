import type { DeviceDatabase } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import { dropOldKept } from './drop-old-kept.ts';
import { isOutOfContact } from './expiry.ts';
import { attempt } from './storage-trouble.ts';

/**
 * The same expiry for vaults that nobody unlocks any more: their records leave a device that was out of contact for EXPIRY_DAYS. Only
 * where nothing waits, because without the key nobody can tell which records the waiting changes need. A disk that refuses is
 * asked again at the next start.
 */
export async function expireLockedVaults(db: DeviceDatabase, { now }: Pick<DevicePorts, 'now'>): Promise<void> {
  await attempt(() =>
    db.transaction('rw', [db.streams, db.segments, db.outbox, db.kept, db.files, db.pieces], async () => {
      for (const row of await db.streams.toArray()) {
        const { vaultId } = row;
        await dropOldKept(db, vaultId, now());
        if (!isOutOfContact(row.lastContactAt, now())) continue;
        await dropKeptFiles(db, vaultId);
        const live = db.outbox.where({ vaultId }).filter(({ state }) => state !== 'aside');
        if ((await live.count()) > 0) continue;
        const gone = await db.segments.where({ vaultId }).delete();
        if (gone > 0) await db.streams.put({ ...row, cursor: undefined, generation: row.generation + 1 });
      }
    }),
  );
}

/** Files that the server has too; those that are nowhere else wait for their person. */
async function dropKeptFiles(db: DeviceDatabase, vaultId: string): Promise<void> {
  for (const { fileId, state, sentEpoch } of await db.files.where({ vaultId }).toArray()) {
    if (state !== 'kept' || sentEpoch === undefined) continue;
    await db.files.delete([vaultId, fileId]);
    await db.pieces.where({ vaultId, fileId }).delete();
  }
}
