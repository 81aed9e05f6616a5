import type { Actor } from '../domain/actor.ts';
import { Id } from '../domain/primitives.ts';
import type { Result } from '../domain/result.ts';
import { compactIfDue } from './compact-segments.ts';
import { createSyncStore } from './create-sync-store.ts';
import type { SegmentRow, VaultRow } from './database.ts';
import { createDrafts, openDrafts } from './drafts.ts';
import { countKept } from './enter-epoch.ts';
import { expireRecords } from './expire-records.ts';
import { isOutOfContact } from './expiry.ts';
import type { OpenVault, StorageTrouble } from './open-vault.ts';
import { openOutboxRows } from './outbox-rows.ts';
import { isWithoutGap, reidentify } from './reidentify.ts';
import { discardChange, mendChange, retryChange, saveChange } from './save-change.ts';
import { findRefusal, saveChanges } from './save-changes.ts';
import { loadSessionToken, loadStatus, rememberStatus, type SessionToken } from './sealed-meta.ts';
import { openSegments } from './segments.ts';
import { bringBack, setAsideDamaged } from './set-aside.ts';
import { forgetSettled, openSettled } from './settled-changes.ts';
import { joinTabs } from './share-vault.ts';
import { attempt } from './storage-trouble.ts';
import { resetCursor } from './store-page.ts';
import type { SyncStore } from './sync-store.ts';
import { undoChange, undoChanges } from './undo-changes.ts';
import { findUnsentFiles } from './unsent-files.ts';
import { openVaultFiles, type VaultFiles } from './vault-files.ts';
import { createSession, type SessionStart, type VaultSession } from './vault-session.ts';

/** An unlocked vault: `vault` is for screens, `store` for `sync`. */
export type UnlockedVault = {
  readonly vault: OpenVault;
  readonly store: SyncStore;
  /** The files of attachments. Asked once; read when somebody can wait for it. */
  readonly openFiles: () => Promise<Result<VaultFiles, StorageTrouble>>;
  /** Saves the drafts, forgets everything that was opened, and locks the other tabs too. */
  readonly lock: () => Promise<void>;
};

/** Records opened so far, of how many. */
export type UnlockProgress = (done: number, total: number) => void;

/**
 * Opens everything of a vault into memory. What cannot be opened is told in `unreadable` and stays where it is; a segment among it has the
 * server asked for everything again, an outbox row lets those behind it go on without it.
 */
export async function loadVault(
  start: SessionStart,
  onProgress: UnlockProgress,
): Promise<Result<UnlockedVault, StorageTrouble>> {
  const session = createSession(start);
  const read = await attempt(() => readRows(session));
  if (!read.ok) return read;
  const { stream, segments, outbox, drafts: draftRows, meta } = read.value;
  if (stream !== undefined) session.stream.row = stream;

  const lost = await loadSegments(session, segments, onProgress);
  session.memory.update(await openOutboxRows(session, await bringBack(session, outbox)), []);
  await mendBookkeeping(session, lost);
  const expired = await expireRecords(session);
  const openedDrafts = await openDrafts(session.key, draftRows, (part) => session.unreadable.push(part));
  const token = await loadSessionToken(session, meta);
  await loadStatus(session, meta);
  session.settled.value = await openSettled(session, meta);
  await attempt(() => countKept(session));
  await attempt(() => countFiles(session));
  void compactIfDue(session);
  return {
    ok: true,
    value: present(session, {
      drafts: createDrafts(session, openedDrafts),
      store: createSyncStore(session, token),
      token,
      hasExpired: (expired.ok && expired.value) || hasExpiredLocked(session),
    }),
  };
}

/** The records left while the vault was locked, see expire-locked-vaults.ts, and nothing has come since. */
const hasExpiredLocked = ({ memory, stream, ports }: VaultSession): boolean =>
  memory.confirmed.count() === 0 && isOutOfContact(stream.row.lastContactAt, ports.now());

/** In one look, so that bookkeeping and rows agree although another tab may be writing. */
function readRows({ db, vaultId }: VaultSession) {
  return db.transaction('r', db.streams, db.segments, db.outbox, db.drafts, db.meta, async () => ({
    stream: await db.streams.get(vaultId),
    segments: await db.segments.where('vaultId').equals(vaultId).toArray(),
    outbox: await db.outbox.where('vaultId').equals(vaultId).toArray(),
    drafts: await db.drafts.where('vaultId').equals(vaultId).toArray(),
    meta: await db.meta.where('vaultId').equals(vaultId).toArray(),
  }));
}

/** Gives the segments that could not be opened. */
async function loadSegments(
  { key, memory, unreadable }: VaultSession,
  segments: readonly SegmentRow[],
  onProgress: UnlockProgress,
): Promise<readonly SegmentRow[]> {
  const total = segments.reduce((sum, { recordCount }) => sum + recordCount, 0);
  const lost = new Set(segments);
  let done = 0;
  onProgress(done, total);
  for await (const { row, records } of openSegments(key, segments, (part) => unreadable.push(part))) {
    memory.confirmed.take(row, records);
    lost.delete(row);
    done += records.length;
    onProgress(done, total);
  }
  return [...lost];
}

/** On a full disk this fails; what is there is shown all the same, and the next unlock tries again. */
async function mendBookkeeping(session: VaultSession, lost: readonly SegmentRow[]): Promise<void> {
  // What is lost of an earlier generation is being fetched again already, or will never be needed.
  if (lost.some(({ generation }) => generation === session.stream.row.generation)) await resetCursor(session);
  if (!isWithoutGap(session)) await reidentify(session);
}

/** Before the files themselves are looked at: "safe" is not to be said in between. */
async function countFiles({ db, vaultId, status }: VaultSession): Promise<void> {
  const filesWaiting = (await findUnsentFiles(db, vaultId)).length;
  if (filesWaiting > 0) status.value = { ...status.peek(), filesWaiting };
}

type Parts = {
  readonly drafts: ReturnType<typeof createDrafts>;
  readonly store: SyncStore;
  readonly token: SessionToken;
  readonly hasExpired: boolean;
};

function present(session: VaultSession, { drafts, store, token, hasExpired }: Parts): UnlockedVault {
  const { memory, vaultId, actor, status, unreadable, isLocked, ports } = session;
  const stopRemembering = rememberStatus(session);
  const leaveTabs = joinTabs(session, { drafts, token, lockHere });
  const vault: OpenVault = {
    vaultId,
    actor,
    caseload: memory.caseload,
    drafts,
    outbox: memory.items,
    waitingCount: memory.waitingCount,
    attentionCount: memory.attentionCount,
    unreadable,
    status,
    isLocked,
    hasExpired,
    saveChange: (change) => saveChange(session, change),
    saveChanges: (changes) => saveChanges(session, changes),
    findRefusal: (changes) => findRefusal(session, changes),
    settled: session.settled,
    forgetSettled: (changeId) => forgetSettled(session, changeId),
    undoChange: (changeId) => undoChange(session, changeId),
    undoChanges: (changeIds) => undoChanges(session, changeIds),
    mendChange: (recordId, change) => mendChange(session, recordId, change),
    retryChange: (changeId) => retryChange(session, changeId),
    discardChange: (changeId) => discardChange(session, changeId),
    setAsideDamaged: () => setAsideDamaged(session),
  };
  return {
    vault,
    store,
    openFiles: () => openVaultFiles(session),
    async lock() {
      await lockHere();
      ports.tabs?.send({ type: 'locked', vaultId });
    },
  };

  async function lockHere(): Promise<void> {
    if (isLocked.peek()) return;
    leaveTabs();
    stopRemembering();
    await drafts.flush();
    drafts.stop();
    // In its turn: what was promised before is finished, what comes later finds a locked vault.
    await session.write(async () => {
      isLocked.value = true;
    });
    memory.clear();
    session.settled.value = [];
  }
}

export function rowToActor({ accountId, displayName, role, municipality, event }: VaultRow): Actor {
  const who = { id: Id.parse(accountId), name: displayName, municipality };
  return role === 'guest' ? { ...who, role, ...(event && { event }) } : { ...who, role };
}
