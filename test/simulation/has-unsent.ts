import type { SimulatedDevice } from './create-world.ts';

/** Whether something waits in a vault of this person on this device. */
export function hasUnsent({ disk }: SimulatedDevice, accountId: string): boolean {
  const vaults = disk
    .rows<{ vaultId: string; accountId: string }>('vaults')
    .filter((row) => row.accountId === accountId);
  const waiting = disk.rows<{ vaultId: string; state: string }>('outbox').filter(({ state }) => state === 'waiting');
  const files = disk.rows<{ vaultId: string; state: string }>('files').filter(({ state }) => state === 'waiting');
  return [...waiting, ...files].some((row) => vaults.some(({ vaultId }) => vaultId === row.vaultId));
}
