import { err, ok, type Result } from '../domain/result.ts';
import type { DeviceDatabase } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import type { StorageTrouble } from './open-vault.ts';
import { findUnsentRows } from './outbox-places.ts';
import { attempt } from './storage-trouble.ts';
import { findUnsentFiles } from './unsent-files.ts';

/**
 * Taking a vault, or all of them, off a device. Whether something would be lost is looked at in the transaction that removes: a row that
 * another tab saved meanwhile is seen. There is deliberately no way to remove work that is on this device only, but for files of a
 * revoked device that the server would not take.
 */
export type RemoveRefusal = StorageTrouble | { readonly type: 'VaultHasUnsent' };

/**
 * `empty`: nothing of the person's work may be here any more, not even what needs attention · `handed-over`: the server has all that
 * waits; what needs attention it keeps itself.
 */
export type RemoveWhen = 'empty' | 'handed-over';

/** Files of attachments that were on this device only, and are gone. */
export type Wiped = { readonly filesLost: number };

type Place = { readonly ports: DevicePorts; readonly db: DeviceDatabase };

export async function removeVault(
  { db }: Place,
  vaultId: string,
  when: RemoveWhen,
): Promise<Result<void, RemoveRefusal>> {
  const { vaults, streams, segments, outbox, kept, drafts, meta, files, pieces } = db;
  const removed = await attempt(() =>
    db.transaction('rw', [vaults, streams, segments, outbox, kept, drafts, meta, files, pieces], async () => {
      const ofVault = { vaultId };
      const left = when === 'empty' ? await outbox.where(ofVault).count() : (await findUnsentRows(db, vaultId)).length;
      if (left > 0 || (await findUnsentFiles(db, vaultId)).length > 0) return false;
      await Promise.all([
        vaults.delete(vaultId),
        streams.delete(vaultId),
        ...[segments, outbox, kept, drafts, meta, files, pieces].map((table) => table.where(ofVault).delete()),
      ]);
      return true;
    }),
  );
  if (!removed.ok) return removed;
  return removed.value ? ok(undefined) : err({ type: 'VaultHasUnsent' });
}

/** Another tab may hold the database open for a while; it is empty already, and the browser deletes it when that one lets go. */
const DELETE_WAIT_MS = 1_000;

/**
 * Everything that a revoked device held: rows in one transaction, then the database itself and the marker beside it. Files that the server
 * would not take (`sync/mail-files.ts`) go too: a lost tablet must not keep photos for ever. How many they were is given, and has to be said.
 */
export async function wipeDevice({ ports, db }: Place): Promise<Result<Wiped, RemoveRefusal>> {
  const emptied = await attempt(() =>
    db.transaction('rw', db.tables, async () => {
      let filesLost = 0;
      for (const vaultId of await db.vaults.toCollection().primaryKeys()) {
        if ((await findUnsentRows(db, vaultId)).length > 0) return undefined;
        filesLost += (await findUnsentFiles(db, vaultId)).length;
      }
      await Promise.all(db.tables.map((table) => table.clear()));
      return { filesLost };
    }),
  );
  if (!emptied.ok) return emptied;
  if (emptied.value === undefined) return err({ type: 'VaultHasUnsent' });
  await ports.marker.remove();
  await Promise.race([
    attempt(() => db.delete()),
    new Promise<void>((resolve) => ports.after(DELETE_WAIT_MS, resolve)),
  ]);
  return ok(emptied.value);
}
