import type { World } from './create-world.ts';
import type { Broken } from './saved-change.ts';

type VaultRow = { readonly vaultId: string; readonly accountId: string };
type OutboxRow = { readonly vaultId: string; readonly changeId: string; readonly state: string };

/**
 * What somebody wrote here before they went to another city is this city's: a device where the app is open brings it, and the server decided
 * it or has it for a coordinator. Only a vault that the server does not know waits: a restored server lost sight of it, and nobody who may
 * come in can say it again.
 */
export function checkMoved(world: World, broken: Broken): void {
  const { vaults, firstById, attention } = world.server.database.tables;
  for (const { name, actor } of world.people.filter(({ hasMoved }) => hasMoved)) {
    for (const place of world.devices) {
      if (place.isRevoked || ![...place.tabs].some(({ mailer }) => mailer !== undefined)) continue;
      const known = place.disk
        .rows<VaultRow>('vaults')
        .filter(({ vaultId, accountId }) => accountId === actor.id && vaults.get(vaultId)?.device === place.deviceId)
        .map(({ vaultId }) => vaultId);
      const left = place.disk
        .rows<OutboxRow>('outbox')
        .filter(({ vaultId, state }) => state === 'waiting' && known.includes(vaultId))
        .filter(({ changeId }) => !firstById.has(changeId) && !attention.has(changeId));
      if (left.length > 0) broken('moved', `${place.name} keeps ${left.length} changes of ${name}, who left this city`);
    }
  }
}
