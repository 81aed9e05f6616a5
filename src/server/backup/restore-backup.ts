import { err, ok, type Result } from '../../domain/result.ts';
import type { Pool } from '../store/open-pool.ts';
import { replaceAll } from '../store/replace-all.ts';
import { type BackupContents, readBackup } from './backup-file.ts';
import type { BackupPorts } from './make-backup.ts';
import { verifyBackup } from './verify-backup.ts';

export type RestorePorts = BackupPorts & {
  readonly ownerPool: Pool;
  /** The user that servers sign in as. */
  readonly appRole: string;
};

/** Verifies everything, then replaces everything, in one transaction; on every error nothing has changed. Errors are sentences. */
export async function restoreBackup(
  { ownerPool, appRole, keys, clock }: RestorePorts,
  from: string,
): Promise<Result<BackupContents, string>> {
  const verified = await verifyBackup(from, keys);
  if (!verified.ok) return verified;
  const { header, end, mac } = verified.value;
  const replacement = {
    migrationsDone: header.migrations.length,
    municipalities: end.heads.map(({ municipality }) => municipality),
    appRole,
    at: clock.now(),
    madeAt: header.madeAt,
  };
  return replaceAll(ownerPool, replacement, async (insert) => {
    // Read once more, and compared once more: the file could be another one by now.
    const read = await readBackup(from, ({ section }, rows) => insert(section, rows));
    if (!read.ok) return read;
    return read.value.mac === mac ? ok(read.value) : err('The file changed while it was being read.');
  });
}
