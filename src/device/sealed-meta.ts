import { effect } from '@preact/signals-core';
import type { Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import { openJson, sealJson } from '../vault/seal.ts';
import type { MetaRow } from './database.ts';
import type { StorageTrouble } from './open-vault.ts';
import { EXCHANGES_MAX, INITIAL_SYNC_STATUS, type SyncStatus } from './sync-status.ts';
import type { VaultSession } from './vault-session.ts';

/** Small sealed things a vault remembers: the session token, and what the sync screen said last. */
const META_SCHEMA_VERSION = 1;
const TOKEN = 'session-token';
const STATUS = 'sync-status';

const sealContext = (name: string) => ({ table: 'meta', rowId: name, schemaVersion: META_SCHEMA_VERSION });

export type SessionToken = {
  readonly find: () => string | undefined;
  readonly save: (token: string | undefined) => Promise<Result<void, StorageTrouble>>;
  /** Another tab saved one: a session that ended is renewed by one tab for all. */
  readonly reload: () => Promise<void>;
};

export async function loadSessionToken(session: VaultSession, rows: readonly MetaRow[]): Promise<SessionToken> {
  let token = await openToken(rows);
  return {
    find: () => token,
    async save(next) {
      token = next;
      return session.write(async () => {
        await writeMeta(session, TOKEN, next ?? null);
        // Once more: a reload that was in its turn before this has read the one before.
        token = next;
        session.announce('meta');
      });
    },
    async reload() {
      await session.write(async () => {
        const row = await session.db.meta.get([session.vaultId, TOKEN]);
        if (row !== undefined) token = await openToken([row]);
      });
    },
  };

  async function openToken(found: readonly MetaRow[]): Promise<string | undefined> {
    const remembered = await openMeta(session, found, TOKEN);
    return typeof remembered === 'string' ? remembered : undefined;
  }
}

type RememberedStatus = Pick<SyncStatus, 'safeAt' | 'exchanges'>;

/** What was proved stays proved over a restart, unless something was saved after it, or something saved does not open any more. */
export async function loadStatus(session: VaultSession, rows: readonly MetaRow[]): Promise<void> {
  const { status, memory, stream, unreadable } = session;
  const remembered = (await openMeta(session, rows, STATUS)) as Partial<RememberedStatus> | null | undefined;
  const isAllKnown = memory.waitingCount.peek() === 0 && !unreadable.some(({ table }) => table === 'outbox');
  status.value = {
    ...INITIAL_SYNC_STATUS,
    safeAt: isAllKnown ? remembered?.safeAt : undefined,
    lastContactAt: stream.row.lastContactAt,
    exchanges: (remembered?.exchanges ?? []).slice(0, EXCHANGES_MAX),
  };
}

/** `sync` may move the status many times a second; the disk hears of it at most this often. */
const STATUS_SAVE_MS = 1_000;

/** Writes down what is worth remembering of the status until the vault is locked. Nothing is lost when that fails. */
export function rememberStatus(session: VaultSession): () => void {
  const { status, ports } = session;
  let cancelSave: (() => void) | undefined;
  let saved: RememberedStatus = pickRemembered(status.peek());
  const stop = effect(() => {
    const { safeAt, exchanges } = pickRemembered(status.value);
    const isWorthSaving = safeAt !== saved.safeAt || exchanges !== saved.exchanges;
    if (isWorthSaving) cancelSave ??= ports.after(STATUS_SAVE_MS, () => void save());
  });
  return () => {
    stop();
    cancelSave?.();
  };

  async function save(): Promise<void> {
    cancelSave = undefined;
    saved = pickRemembered(status.peek());
    await session.write(() => writeMeta(session, STATUS, saved));
  }
}

const pickRemembered = ({ safeAt, exchanges }: SyncStatus): RememberedStatus => ({ safeAt, exchanges });

async function openMeta(session: VaultSession, rows: readonly MetaRow[], name: string): Promise<unknown> {
  const row = rows.find((candidate) => candidate.name === name);
  if (row === undefined) return undefined;
  const opened = await openJson(session.key, sealContext(name), row.sealed);
  if (opened.ok) return opened.value;
  session.unreadable.push({ table: 'meta', rowId: name, reason: opened.error.type });
  return undefined;
}

async function writeMeta({ db, key, vaultId }: VaultSession, name: string, value: unknown): Promise<void> {
  await db.meta.put(await sealMeta(key, vaultId, name, value));
}

/** A token as its row, for whoever writes it together with other rows. */
export const sealSessionToken = (key: VaultKey, vaultId: string, token: string): Promise<MetaRow> =>
  sealMeta(key, vaultId, TOKEN, token);

const sealMeta = async (key: VaultKey, vaultId: string, name: string, value: unknown): Promise<MetaRow> => ({
  vaultId,
  name,
  sealed: await sealJson(key, sealContext(name), value),
});
