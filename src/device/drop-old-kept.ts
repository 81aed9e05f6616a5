import { Dexie } from 'dexie';
import type { DeviceDatabase } from './database.ts';
import { keptSince } from './expiry.ts';

/** What was kept for a restored server (kept-changes.ts) for longer than KEPT_DAYS leaves. Apart, because the lock screen does this too and nothing else of it. */
export async function dropOldKept(db: DeviceDatabase, vaultId: string, now: string): Promise<void> {
  await db.kept
    .where('[vaultId+takenAt]')
    .between([vaultId, Dexie.minKey], [vaultId, keptSince(now)], true, false)
    .delete();
}
