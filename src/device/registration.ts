import type { Result } from '../domain/result.ts';
import type { StorageTrouble } from './open-vault.ts';
import { attempt } from './storage-trouble.ts';
import type { Unregistered } from './sync-store.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * Whether the server knows this vault. Once it does, a rotation of the escrow key is its own business: it seals the slot it holds anew. Only a
 * server that was restored may have forgotten: so a new epoch counts as not registered, and telling it twice costs one request.
 */
export const findUnregistered = ({
  db,
  vaultId,
}: VaultSession): Promise<Result<Unregistered | undefined, StorageTrouble>> =>
  attempt(() =>
    db.transaction('r', db.vaults, db.streams, async () => {
      const row = await db.vaults.get(vaultId);
      const epoch = (await db.streams.get(vaultId))?.epoch;
      if (row === undefined || (row.registeredKeyId !== undefined && row.registeredEpoch === epoch)) return undefined;
      return { vaultId, escrow: row.slots.escrow, epoch };
    }),
  );

export const noteRegistered = (
  { db, vaultId }: VaultSession,
  registeredKeyId: string,
  registeredEpoch: string | undefined,
): Promise<Result<void, StorageTrouble>> =>
  attempt(async () => {
    await db.vaults.update(vaultId, { registeredKeyId, registeredEpoch });
  });
