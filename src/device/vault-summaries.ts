import { DEVICE_ROW_ID, type DeviceDatabase, type VaultRow } from './database.ts';
import { findUnsentRows } from './outbox-places.ts';

/** What may be shown of a vault before it is unlocked: who, and how much is on this device only. */
export type VaultSummary = Pick<
  VaultRow,
  'vaultId' | 'accountId' | 'username' | 'displayName' | 'initials' | 'role' | 'municipality' | 'lastUnlockedAt'
> & {
  readonly waiting: number;
  /** Of those that wait: how many are on this device only. The others went up while the vault was locked. */
  readonly unsent: number;
  readonly attention: number;
  /** The server can open what waits here. */
  readonly isRegistered: boolean;
  /** The device was switched off, or this account closed: what is unsent still holds the vault here. */
  readonly leaving: 'device' | 'account' | undefined;
};

export function listVaults(db: DeviceDatabase): Promise<readonly VaultSummary[]> {
  return db.transaction('r', db.device, db.vaults, db.streams, db.outbox, async () => {
    const rows = await db.vaults.toArray();
    const isRevoked = (await db.device.get(DEVICE_ROW_ID))?.isRevoked === true;
    const summaries: VaultSummary[] = [];
    for (const row of rows) {
      const { slots: _slots, createdAt: _createdAt, registeredKeyId, isClosed, ...shown } = row;
      const count = (state: string) => db.outbox.where('[vaultId+state]').equals([row.vaultId, state]).count();
      const waiting = await count('waiting');
      summaries.push({
        ...shown,
        waiting,
        unsent: (await isMailed(db, row.vaultId)) ? (await findUnsentRows(db, row.vaultId)).length : waiting,
        attention: await count('attention'),
        isRegistered: registeredKeyId !== undefined,
        leaving: isRevoked ? 'device' : isClosed === true ? 'account' : undefined,
      });
    }
    return summaries.sort((one, other) => ((one.lastUnlockedAt ?? '') > (other.lastUnlockedAt ?? '') ? -1 : 1));
  });
}

/** Only then the rows themselves have to be looked at; as a rule a count will do. */
async function isMailed(db: DeviceDatabase, vaultId: string): Promise<boolean> {
  const stream = await db.streams.get(vaultId);
  return stream?.mailed !== undefined && stream.mailed.streamId === stream.streamId;
}
