import type { World } from './create-world.ts';
import type { Broken } from './saved-change.ts';

/** Requests that were let in before take so long at most. */
const UNDER_WAY_MS = 10_000;

/**
 * Nobody is taken at their word who may not come in: no change is decided for a closed account or a revoked device, but by a coordinator's
 * yes, and neither gets a session. Looks at what was written since the last look; who is shut out is noted at each.
 */
export function createEntryLaw({ server, scheduler }: World, broken: Broken): () => void {
  const shutSinceMs = new Map<string, number>();
  let looked = 0;
  let lookedAtMs = 0;
  let known = new Set<string>();
  return function checkEntry(): void {
    const { accounts, devices, changes, sessions } = server.database.tables;
    checkChanges();
    checkSessions();
    // A restored server has fewer.
    looked = changes.length;
    known = new Set(sessions.keys());
    lookedAtMs = scheduler.nowMs();
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

  /** When one was made nobody notes: it is new since the last look, and whoever has it was shut out by then. */
  function checkSessions(): void {
    for (const [token, { account, device }] of server.database.tables.sessions) {
      if (known.has(token)) continue;
      for (const id of [account, device])
        if (wasShut(id, lookedAtMs)) broken('7', `${id.slice(-6)}, who may not come in, got a session`);
    }
  }

  function wasShut(id: string, atMs: number): boolean {
    const sinceMs = shutSinceMs.get(id);
    return sinceMs !== undefined && atMs - sinceMs > UNDER_WAY_MS;
  }
}
