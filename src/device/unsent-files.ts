import type { DeviceDatabase, FileRow } from './database.ts';

/** Files of a vault that are on this device only, the failed ones too. Needs no key; for use inside transactions that hold the table. */
export async function findUnsentFiles(db: DeviceDatabase, vaultId: string): Promise<readonly FileRow[]> {
  const rows = await db.files.where('vaultId').equals(vaultId).toArray();
  return rows.filter(({ state }) => state !== 'kept');
}
