import type { World } from './create-world.ts';
import type { Broken } from './saved-change.ts';

/** Nobody is taken at their word who may not come in: no change is decided for a closed account or a revoked device, but by a coordinator's yes. */
export function createEntryLaw(world: World, broken: Broken) {
  /** Requests that were let in before take so long at most. */
  const underWayMs = 10_000;
  const shutSince = new Map<string, number>();
  let looked = 0;
  let lastLookMs = 0;
  return function checkEntry(): void {
    const { accounts, devices, changes, streams, attention } = world.server.database.tables;
    const now = world.scheduler.nowMs();
    const shut = [
      ...[...accounts.values()].filter(({ isDisabled }) => isDisabled),
      ...[...devices.values()].filter(({ isRevoked }) => isRevoked),
    ].map(({ id }) => id);
    // Let in again meanwhile.
    for (const id of [...shutSince.keys()]) if (!shut.includes(id)) shutSince.delete(id);
    // A restored server has fewer.
    looked = Math.min(looked, changes.length);
    for (const { stream, changeId, verdict } of changes.slice(looked)) {
      const owner = streams.get(stream);
      if (owner === undefined || verdict.verdict === 'refused' || attention.get(changeId)?.closedHow === 'applied')
        continue;
      for (const id of [owner.accountId, owner.deviceId]) {
        const since = shutSince.get(id);
        if (since !== undefined && now - since > underWayMs && since < lastLookMs - underWayMs)
          broken('7', `${changeId.slice(-6)} was taken from ${id.slice(-6)}, who may not come in`);
      }
    }
    looked = changes.length;
    lastLookMs = now;
    for (const id of shut) if (!shutSince.has(id)) shutSince.set(id, now);
  };
}
