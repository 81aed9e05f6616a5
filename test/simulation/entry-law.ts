import type { World } from './create-world.ts';
import type { Broken } from './saved-change.ts';

/** Requests that were let in before take so long at most. */
const UNDER_WAY_MS = 10_000;

/**
 * Nobody is taken at their word who may not come in: no change is decided for a closed account or a revoked device, but by a coordinator's
 * yes. Looks at what was written since the last look; who is shut out is noted at each.
 */
export function createEntryLaw({ server, scheduler }: World, broken: Broken): () => void {
  const shutSinceMs = new Map<string, number>();
  let looked = 0;
  return function checkEntry(): void {
    const { accounts, devices, changes } = server.database.tables;
    checkChanges();
    // A restored server has fewer.
    looked = changes.length;
    const shut = new Set<string>();
    for (const { id, isDisabled } of accounts.values()) if (isDisabled) shut.add(id);
    for (const { id, isRevoked } of devices.values()) if (isRevoked) shut.add(id);
    // Let in again meanwhile.
    for (const id of shutSinceMs.keys()) if (!shut.has(id)) shutSinceMs.delete(id);
    for (const id of shut) if (!shutSinceMs.has(id)) shutSinceMs.set(id, scheduler.nowMs());
  };

  function checkChanges(): void {
    const { changes, streams, attention } = server.database.tables;
    for (const { stream, changeId, verdict, writtenAtMs } of changes.slice(looked)) {
      const owner = streams.get(stream);
      if (owner === undefined || verdict.verdict === 'refused' || attention.get(changeId)?.closedHow === 'applied')
        continue;
      for (const id of [owner.accountId, owner.deviceId])
        if (wasShut(id, writtenAtMs))
          broken('7', `${changeId.slice(-6)} was taken from ${id.slice(-6)}, who may not come in`);
    }
  }

  function wasShut(id: string, atMs: number): boolean {
    const sinceMs = shutSinceMs.get(id);
    return sinceMs !== undefined && atMs - sinceMs > UNDER_WAY_MS;
  }
}
