import { effect } from '@preact/signals-core';
import type { OpenDrafts } from './drafts.ts';
import { followWrites } from './follow-writes.ts';
import type { SessionToken } from './sealed-meta.ts';
import { reloadSettled } from './settled-changes.ts';
import type { SyncStatus } from './sync-status.ts';
import type { SharedTable } from './tab-channel.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * Tabs of one browser share an unlocked vault. A new tab asks; an unlocked one answers with the key, which no script can read out of the
 * CryptoKey and which never touches the disk on its way. From then on each tab tells what it wrote, and the others read that from the
 * database: no record ever goes through the channel. Locking one locks all.
 *
 * Answers and follows the other tabs until the returned function is called.
 */
export function joinTabs(session: VaultSession, { drafts, token, lockHere }: SharedParts): () => void {
  const { vaultId, key, status } = session;
  const { tabs } = session.ports;
  if (tabs === undefined) return () => undefined;
  /** What came from another tab is not sent back. */
  let heard: SyncStatus = status.peek();
  const stopTelling = effect(() => {
    const now = status.value;
    if (now !== heard) tabs.send({ type: 'status', vaultId, status: now });
  });
  const stopListening = tabs.listen((message) => {
    if (message.type === 'ask') tabs.send({ type: 'offer', asker: message.asker, vaultId, key });
    if (!('vaultId' in message) || message.vaultId !== vaultId) return;
    if (message.type === 'locked') void lockHere();
    if (message.type === 'wrote') void follow(message.tables);
    if (message.type === 'status') {
      heard = message.status;
      status.value = message.status;
    }
  });
  return () => {
    stopTelling();
    stopListening();
  };

  async function follow(tables: readonly SharedTable[]): Promise<void> {
    if (tables.includes('segments') || tables.includes('outbox')) await followWrites(session);
    if (tables.includes('drafts')) await drafts.reload();
    if (!tables.includes('meta')) return;
    await token.reload();
    await reloadSettled(session);
  }
}

type SharedParts = {
  readonly drafts: OpenDrafts;
  readonly token: SessionToken;
  readonly lockHere: () => Promise<void>;
};
