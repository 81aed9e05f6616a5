import { err, type Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import { forget } from '../vault/bytes.ts';
import { rootToSlotKey } from '../vault/password-root.ts';
import { openPasswordSlot } from '../vault/slots.ts';
import { DEVICE_ROW_ID } from './database.ts';
import { attempt } from './storage-trouble.ts';
import type { UnlockedVault, UnlockProgress } from './unlock-vault.ts';
import type { UnlockRefusal, VaultPlace } from './vault-rows.ts';

/** `root` is derived from the password, see vault/password-root.ts; the caller forgets it afterwards. */
export async function openVaultWithRoot(
  place: VaultPlace,
  vaultId: string,
  root: Uint8Array,
  onProgress: UnlockProgress,
): Promise<Result<UnlockedVault, UnlockRefusal>> {
  const found = await attempt(() => place.db.vaults.get(vaultId));
  const device = await attempt(() => place.db.device.get(DEVICE_ROW_ID));
  if (!found.ok) return found;
  const password = found.value?.slots.password;
  if (found.value === undefined || password === undefined) return err({ type: 'VaultUnknown' });
  // Before any password is tried: the one in the slot is known to be out of use, and no other one can open it.
  if (found.value.isPasswordStale === true) return err({ type: 'PasswordStale' });
  const slotKey = await rootToSlotKey(root, vaultId);
  const opened = await openPasswordSlot(password, slotKey, vaultId);
  if (!opened.ok) return opened;
  const escrow = device.ok ? device.value?.escrow : undefined;
  if (escrow !== undefined && escrow.keyId !== found.value.slots.escrow.keyId) {
    // Nobody waits for it: the municipality has another key since, and only here is the data key at hand.
    const raw = Uint8Array.from(opened.value.raw);
    void import('./vault-rows.ts').then(({ renewEscrowSlot }) => renewEscrowSlot(place, vaultId, raw, escrow));
  }
  forget(opened.value.raw);
  return openVaultWithKey(place, vaultId, opened.value.key, onProgress);
}

export async function openVaultWithKey(
  { ports, db }: VaultPlace,
  vaultId: string,
  key: VaultKey,
  onProgress: UnlockProgress,
): Promise<Result<UnlockedVault, UnlockRefusal>> {
  const found = await attempt(() =>
    db.transaction('rw', db.vaults, db.streams, async () => {
      const row = await db.vaults.get(vaultId);
      const stream = await db.streams.get(vaultId);
      if (row !== undefined) await db.vaults.put({ ...row, lastUnlockedAt: ports.now() });
      return row && stream && { row, stream };
    }),
  );
  // A full disk keeps nobody from what is on it.
  const read =
    !found.ok && found.error.type === 'QuotaExceeded' ? await attempt(() => readRow({ ports, db }, vaultId)) : found;
  if (!read.ok) return read;
  if (read.value === undefined) return err({ type: 'VaultUnknown' });
  const { row, stream } = read.value;
  // The rules of every kind come with what opens a vault: the lock screen needs none of them.
  const { loadVault, rowToActor } = await import('./unlock-vault.ts');
  return loadVault({ ports, db, key, vaultId, actor: rowToActor(row), stream }, onProgress);
}

async function readRow({ db }: VaultPlace, vaultId: string) {
  const row = await db.vaults.get(vaultId);
  const stream = await db.streams.get(vaultId);
  return row && stream && { row, stream };
}
