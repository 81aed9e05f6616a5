import type { World } from './create-world.ts';
import type { Broken } from './saved-change.ts';

type Row = { readonly vaultId: string; readonly changeId: string; readonly seq: number; readonly state: string };
type VaultRow = { readonly vaultId: string; readonly accountId: string; readonly registeredKeyId?: string };

/**
 * Law 1 while nobody unlocks: whatever waits in a vault that the server knows, or is kept for the day it is restored, the server has by now,
 * decided or held. Asked after the road was good for a while and every vault was locked.
 */
export function checkLocked(world: World, broken: Broken): void {
  const { firstById, attention, vaults, epoch } = world.server.database.tables;
  const isThere = (id: string) => firstById.has(id) || attention.has(id);
  for (const place of world.devices) {
    if (place.isClone || world.devices.some(({ isClone, deviceId }) => isClone && deviceId === place.deviceId))
      continue;
    if (![...place.tabs].some(({ mailer, process }) => mailer !== undefined && !process.isDead)) continue;
    for (const { vaultId, registeredKeyId } of place.disk.rows<VaultRow>('vaults')) {
      if (registeredKeyId === undefined || vaults.get(vaultId)?.device !== place.deviceId) continue;
      const own = (table: string) => place.disk.rows<Row>(table).filter((row) => row.vaultId === vaultId);
      const waiting = own('outbox').filter(({ state, seq }) => state === 'waiting' && seq > 0);
      const left = [...waiting, ...own('kept')].filter(({ changeId }) => !isThere(changeId));
      if (left.length > 0)
        broken(
          'locked',
          `${left.length} changes of a locked vault at ${place.name} never came to the server of ${epoch.slice(-6)}`,
        );
    }
  }
}
