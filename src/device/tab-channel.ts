import type { VaultKey } from '../vault/aes-gcm.ts';
import type { SyncStatus } from './sync-status.ts';

/** What the tabs of one browser say to each other; share-vault.ts says when. */
export type SharedTable = 'segments' | 'outbox' | 'drafts' | 'meta' | 'files';

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
