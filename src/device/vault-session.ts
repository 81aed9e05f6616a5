import { type Signal, signal } from '@preact/signals-core';
import type { Actor } from '../domain/actor.ts';
import { assert } from '../domain/assert.ts';
import { err, type Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import type { DeviceDatabase, StreamRow } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import type { SettledChange, StorageTrouble, UnreadablePart } from './open-vault.ts';
import { attempt } from './storage-trouble.ts';
import { INITIAL_SYNC_STATUS, type SyncStatus } from './sync-status.ts';
import type { StreamState } from './sync-store.ts';
import type { SharedTable } from './tab-channel.ts';
import { createVaultMemory, type VaultMemory } from './vault-memory.ts';

/** An unlocked vault from the inside: what the files of this room share. Never leaves the room. */
export type VaultSession = {
  readonly ports: DevicePorts;
  readonly db: DeviceDatabase;
  readonly key: VaultKey;
  readonly vaultId: string;
  readonly actor: Actor;
  readonly memory: VaultMemory;
  readonly unreadable: UnreadablePart[];
  readonly status: Signal<SyncStatus>;
  readonly isLocked: Signal<boolean>;
  /** See settled-changes.ts. */
  readonly settled: Signal<readonly SettledChange[]>;
  /** The vault's bookkeeping as it is on disk. */
  readonly stream: { row: StreamRow };
  /** Changes saved since the unlock by `saveChange`: only these can be undone. */
  readonly undoable: Set<string>;
  /**
   * Writes come one after the other: each sees in memory what the one before left on disk. Quota and its relatives become
   * data; memory changes only after the transaction completed. A locked vault is not written any more.
   */
  readonly write: <T>(work: () => Promise<T>) => Promise<Result<T, StorageTrouble>>;
  /** Tells the other tabs that rows changed. */
  readonly announce: (...tables: readonly SharedTable[]) => void;
};

export type SessionStart = Pick<VaultSession, 'ports' | 'db' | 'key' | 'vaultId' | 'actor'> & {
  readonly stream: StreamRow;
};

export function createSession({ stream, ...start }: SessionStart): VaultSession {
  const { ports, vaultId, actor } = start;
  let last: Promise<unknown> = Promise.resolve();
  const isLocked = signal(false);
  return {
    ...start,
    memory: createVaultMemory({ actor, officeDate: ports.officeDate }),
    unreadable: [],
    status: signal(INITIAL_SYNC_STATUS),
    isLocked,
    settled: signal<readonly SettledChange[]>([]),
    stream: { row: stream },
    undoable: new Set(),
    write(work) {
      // Not a bug: another tab may lock while this one is in the middle of something.
      const mine = last.then(() => (isLocked.peek() ? err({ type: 'DatabaseUnavailable' } as const) : attempt(work)));
      last = mine.catch(() => undefined);
      return mine;
    },
    announce: (...tables) => ports.tabs?.send({ type: 'wrote', vaultId, tables }),
  };
}

/** Reads the bookkeeping inside a transaction, writes what `next` makes of it, and gives that to be kept in memory afterwards. */
export async function advanceStream(
  { db, vaultId }: Pick<VaultSession, 'db' | 'vaultId'>,
  next: (row: StreamRow) => StreamRow,
): Promise<StreamRow> {
  const row = await db.streams.get(vaultId);
  assert(row !== undefined, 'every vault has its bookkeeping', vaultId);
  const advanced = next(row);
  await db.streams.put(advanced);
  return advanced;
}

export const rowToState = ({ streamId, mark, count, chain, epoch }: StreamRow): StreamState => ({
  streamId,
  mark,
  count,
  chain,
  epoch,
});
