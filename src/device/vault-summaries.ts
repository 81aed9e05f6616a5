import type { DeviceDatabase, VaultRow } from './database.ts';

/** What may be shown of a vault before it is unlocked: who, and how much has not been sent. */
export type VaultSummary = Pick<
  VaultRow,
  'vaultId' | 'accountId' | 'username' | 'displayName' | 'initials' | 'role' | 'municipality' | 'lastUnlockedAt'
> & { readonly waiting: number; readonly attention: number };

export function listVaults(db: DeviceDatabase): Promise<readonly VaultSummary[]> {
  return db.transaction('r', db.vaults, db.outbox, async () => {
    const rows = await db.vaults.toArray();
    const summaries: VaultSummary[] = [];
    for (const { slots: _slots, createdAt: _createdAt, ...row } of rows) {
      const count = (state: string) => db.outbox.where('[vaultId+state]').equals([row.vaultId, state]).count();
      summaries.push({ ...row, waiting: await count('waiting'), attention: await count('attention') });
    }
    return summaries.sort((one, other) => ((one.lastUnlockedAt ?? '') > (other.lastUnlockedAt ?? '') ? -1 : 1));
  });
}
