import type { VaultKey } from '../../src/vault/aes-gcm.ts';
import { rootToSlotKey } from '../../src/vault/password-root.ts';
import { openPasswordSlot, type PasswordSlot } from '../../src/vault/slots.ts';
import { must, PASSWORD, rootOf, type TestDisk } from './a-device.ts';
import { dumpTable } from './dump-database.ts';

/** The key of a vault, for tests that write rows as another version of the app would. */
export async function openDataKey({
  disk,
  vaultId,
}: {
  readonly disk: TestDisk;
  readonly vaultId: string;
}): Promise<VaultKey> {
  const row = (await dumpTable(disk, 'vaults')).find((candidate) => candidate.vaultId === vaultId);
  if (row === undefined) throw new Error('no such vault');
  const { password } = row.slots as { readonly password: PasswordSlot };
  const slotKey = await rootToSlotKey(await rootOf(PASSWORD), vaultId);
  return must(await openPasswordSlot(password, slotKey, vaultId)).key;
}
