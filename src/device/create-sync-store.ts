import { ok, type Result } from '../domain/result.ts';
import { applyStandings } from './apply-standings.ts';
import { applyVerdicts } from './apply-verdicts.ts';
import { compactIfDue } from './compact-segments.ts';
import type { StreamRow } from './database.ts';
import { dropKept, enterEpoch } from './enter-epoch.ts';
import { keepReturned } from './keep-returned.ts';
import { markSending } from './mark-sending.ts';
import type { StorageTrouble } from './open-vault.ts';
import { findUnregistered, noteRegistered } from './registration.ts';
import { reidentify } from './reidentify.ts';
import type { SessionToken } from './sealed-meta.ts';
import { attempt } from './storage-trouble.ts';
import { resetCursor, storePage } from './store-page.ts';
import type { SyncStore } from './sync-store.ts';
import { advanceStream, rowToState, type VaultSession } from './vault-session.ts';

/** Expiry counts in days, so a quiet afternoon of contacts need not be an afternoon of writes. */
const CONTACT_SAVE_MS = 60 * 60_000;

export function createSyncStore(session: VaultSession, token: SessionToken): SyncStore {
  const { db, memory, stream } = session;
  return {
    findUnregistered: () => findUnregistered(session),
    noteRegistered: (keyId, epoch) => noteRegistered(session, keyId, epoch),
    keepReturned: (changes) => keepReturned(session, changes),
    refusedIds: () => memory.items.peek().flatMap(({ state, change }) => (state === 'attention' ? [change.id] : [])),
    applyStandings: (standings, records) => applyStandings(session, standings, records),
    streamState: () => rowToState(stream.row),
    isLocked: () => session.isLocked.peek(),
    waiting: (countMax) =>
      memory.items
        .peek()
        .filter(({ state }) => state === 'waiting')
        .slice(0, countMax),
    waitingCount: () => memory.waitingCount.peek(),
    hasUnread: () =>
      attempt(async () => {
        const ours = session.db.outbox.where({ vaultId: session.vaultId });
        // What was set aside wants nothing any more.
        const keys = await ours.filter(({ state }) => state !== 'aside').primaryKeys();
        const known = new Set<string>(memory.items.peek().map(({ change }) => change.id));
        return keys.some(([, changeId]) => !known.has(changeId));
      }),
    markSending: (items) => markSending(session, items),
    applyVerdicts: (verdicts, records, next) => applyVerdicts(session, verdicts, records, next),
    cursor: () => stream.row.cursor,
    async storePage(records, cursor, page) {
      const stored = await storePage(session, records, cursor, page);
      if (stored.ok && (page?.remaining ?? 0) === 0) await compactIfDue(session);
      return stored;
    },
    resetCursor: () => resetCursor(session),
    reidentify: () => reidentify(session),
    enterEpoch: (epoch) => enterEpoch(session, epoch),
    dropKept: (backedUpMark) => dropKept(session, backedUpMark),
    sessionToken: token.find,
    saveSessionToken: token.save,
    async noteContact() {
      const now = session.ports.now();
      const { lastContactAt } = stream.row;
      const isFresh =
        lastContactAt !== undefined && Math.abs(Date.parse(now) - Date.parse(lastContactAt)) < CONTACT_SAVE_MS;
      return isFresh ? ok(undefined) : advance((row) => ({ ...row, lastContactAt: now }));
    },
  };

  function advance(next: (row: StreamRow) => StreamRow): Promise<Result<void, StorageTrouble>> {
    return session.write(async () => {
      stream.row = await db.transaction('rw', db.streams, () => advanceStream(session, next));
    });
  }
}
