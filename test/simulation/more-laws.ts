import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { World } from './create-world.ts';

/** Laws that look at one table or one disk only; each is written from what was promised, not from the code. */
type Broken = (law: string, what: string) => void;
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
/** What may be there once only, however many wrote it without seeing each other: a place in a course, a presence, a tick. */
export function checkOnceEach(records: Iterable<RecordEnvelope>, broken: Broken): void {
  const seen = new Map<string, string>();
  for (const { id, kind, fields, removed, mergedInto } of records) {
    if (removed || mergedInto !== undefined) continue;
    const key = keyOf(kind, fields);
    if (key === undefined) continue;
    const other = seen.get(key);
    if (other !== undefined) broken('once', `${kind} ${id.slice(-6)} stands beside ${other.slice(-6)}: ${key}`);
    seen.set(key, id);
  }
}

function keyOf(kind: string, fields: RecordEnvelope['fields']): string | undefined {
  switch (kind) {
    case 'enrolment':
      return `enrolment ${fields.course} ${fields.givenName} ${fields.familyName}`;
    case 'course-attendance':
      return `tick ${fields.session} ${fields.enrolment}`;
    case 'monthly-situation':
      return `month ${fields.placement} ${fields.month}`;
    case 'exit-follow-up':
      return `asked ${fields.placement} ${fields.after}`;
    case 'attendance':
      return fields.beneficiary === undefined
        ? undefined
        : `presence ${fields.event} ${fields.beneficiary} ${fields.shift}`;
    default:
      return undefined;
  }
}
