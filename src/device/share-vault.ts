import { effect } from '@preact/signals-core';
import type { VaultKey } from '../vault/aes-gcm.ts';
import type { DevicePorts } from './device-ports.ts';
import type { OpenDrafts } from './drafts.ts';
import { followWrites } from './follow-writes.ts';
import type { SyncStatus } from './sync-status.ts';
import type { SharedTable, VaultSession } from './vault-session.ts';

/**
 * Tabs of one browser share an unlocked vault. A new tab asks; an unlocked one answers with the key, which no script can read out of the
 * CryptoKey and which never touches the disk on its way. From then on each tab tells what it wrote, and the others read that from the
 * database: no record ever goes through the channel. Locking one locks all.
 */
export type TabMessage =
  | { readonly type: 'ask'; readonly asker: string }
  | { readonly type: 'offer'; readonly asker: string; readonly vaultId: string; readonly key: VaultKey }
  | { readonly type: 'wrote'; readonly vaultId: string; readonly tables: readonly SharedTable[] }
  | { readonly type: 'status'; readonly vaultId: string; readonly status: SyncStatus }
  | { readonly type: 'locked'; readonly vaultId: string };

export type TabChannel = {
  readonly send: (message: TabMessage) => void;
  /** The returned function ends it. A tab does not hear itself. */
  readonly listen: (hear: (message: TabMessage) => void) => () => void;
};

export const TAB_CHANNEL_NAME = 'taccuino';

export const createTabChannel = (channel: BroadcastChannel): TabChannel => ({
  send: (message) => channel.postMessage(message),
  listen(hear) {
    const listener = ({ data }: MessageEvent<TabMessage>) => hear(data);
    channel.addEventListener('message', listener);
    return () => channel.removeEventListener('message', listener);
  },
});

export type SharedKey = { readonly vaultId: string; readonly key: VaultKey };

/** A frozen background tab answers late or never; a person who waits longer than this for a screen thinks it hangs. */
const ASK_WAIT_MS = 300;

/** The vault that another tab has open, if there is one. */
export function askForKey({
  tabs,
  newId,
  after,
}: Pick<DevicePorts, 'tabs' | 'newId' | 'after'>): Promise<SharedKey | undefined> {
  if (tabs === undefined) return Promise.resolve(undefined);
  const asker = newId();
  return new Promise((resolve) => {
    const finish = (shared: SharedKey | undefined) => {
      stopListening();
      stopWaiting();
      resolve(shared);
    };
    const stopListening = tabs.listen((message) => {
      if (message.type === 'offer' && message.asker === asker) finish({ vaultId: message.vaultId, key: message.key });
    });
    const stopWaiting = after(ASK_WAIT_MS, () => finish(undefined));
    tabs.send({ type: 'ask', asker });
  });
}

/** Answers and follows the other tabs until the returned function is called. */
export function joinTabs(session: VaultSession, drafts: OpenDrafts, lockHere: () => Promise<void>): () => void {
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
  }
}
