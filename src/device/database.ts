import { Dexie, type Table } from 'dexie';
import type { ActorRole } from '../domain/actor.ts';
import type { Id, Instant, MunicipalityId } from '../domain/primitives.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import type { EscrowPublicKey, EscrowSlot } from '../vault/escrow-slot.ts';
import type { PasswordSlot } from '../vault/slots.ts';
import type { DevicePorts } from './device-ports.ts';
import type { StorageTrouble } from './open-vault.ts';
import { attempt } from './storage-trouble.ts';

/**
 * What lies on the disk of a device. Plain are only staff, numbers and ids; whatever says something about a person served is
 * in a `sealed` column (see vault/seal.ts). Every row of a vault starts its key with the vault, so that one person's rows never mix with
 * another's and leave together.
 *
 * A released version is frozen: a change is a `version(n)` with an upgrade and a test from a stored database of every version before.
 *
 * Every transaction is `strict`: it completes only when the operating system says that the bytes are on the disk. Drafts too,
 * although they may lose a second: a tablet dies of its battery in the middle of a form, and two small flushes a second while somebody
 * types cost nothing that can be felt.
 */
export type VaultRow = {
  readonly vaultId: string;
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly initials: string;
  readonly role: ActorRole;
  readonly municipality: MunicipalityId;
  /** A guest has no password. */
  readonly slots: { readonly password?: PasswordSlot; readonly escrow: EscrowSlot };
  /** Of a guest only, see guest-phone.ts: the key that opens the vault, and the one event they are inside. */
  readonly guestKey?: VaultKey;
  readonly event?: Id;
  readonly createdAt: Instant;
  readonly lastUnlockedAt: Instant | undefined;
  /** The escrow key under which the server knows this vault (protocol/vault.ts); absent until the first contact. */
  readonly registeredKeyId?: string | undefined;
  /** The server's epoch at that time, as far as it was known: a restored server may have forgotten the vault. */
  readonly registeredEpoch?: string | undefined;
  /** The server does not take the password of this slot any more: it opens nothing until the owner signs in with the new one. */
  readonly isPasswordStale?: boolean | undefined;
  /** The server said that this account is closed: what waits is handed over, then the vault leaves this device. */
  readonly isClosed?: boolean | undefined;
};

/** How this device belongs to a municipality. The token opens nothing but sign-in, and is needed when no vault is open: so it is plain. */
export type Enrolment = {
  readonly deviceId: string;
  readonly deviceToken: string;
  readonly municipality: { readonly id: MunicipalityId; readonly name: string };
  readonly label: string;
  readonly escrow: EscrowPublicKey;
};
export type DeviceRow = Enrolment & {
  readonly id: typeof DEVICE_ROW_ID;
  /** The server said that this device was revoked: what waits is handed over, then everything leaves it. */
  readonly isRevoked?: boolean | undefined;
};
export const DEVICE_ROW_ID = 'device';

/** Bookkeeping of a vault. Plain, because it is read and written inside transactions, which cannot wait for a cipher. */
export type StreamRow = {
  readonly vaultId: string;
  readonly streamId: string;
  readonly nextSeq: number;
  /** Last sequence number that the server answered for. */
  readonly mark: number;
  /** Last sequence number that was given to the network. */
  readonly handedSeq: number;
  readonly count: number;
  readonly chain: string;
  readonly epoch: string | undefined;
  readonly cursor: string | undefined;
  /** Grows when the server is asked for everything again; see segments.ts. */
  readonly generation: number;
  readonly nextOrder: number;
  readonly lastContactAt: Instant | undefined;
  /**
   * How far the rows of this stream went up while the vault was locked, and when. The rows themselves stay until the unlocked vault hears
   * their verdicts. Counts only for the stream it names: on a new one everything is to be sent again.
   */
  readonly mailed?: { readonly streamId: string; readonly seq: number; readonly at: Instant } | undefined;
};

export type SegmentRow = {
  readonly vaultId: string;
  /** The order in which segments were stored. */
  readonly order: number;
  readonly segmentId: string;
  readonly generation: number;
  readonly recordCount: number;
  readonly sealed: Uint8Array;
};

export type OutboxRow = {
  readonly vaultId: string;
  readonly changeId: string;
  /** Place in the stream. 0 when the row has none now: the server answered it on an earlier stream, or it could not be opened. */
  readonly seq: number;
  /** `aside`: it does not open any more and its owner knows, see set-aside.ts. */
  readonly state: 'waiting' | 'attention' | 'aside';
  readonly sealed: Uint8Array;
};

/**
 * A change that the server has taken and may lose again: kept, sealed, until a receipt says that it lies in a backup, or for
 * KEPT_DAYS. When the server comes back in another epoch these are queued again, before the outbox.
 */
export type KeptRow = {
  readonly vaultId: string;
  readonly changeId: string;
  /** The stream it went up on, and its place there. */
  readonly streamId: string;
  readonly seq: number;
  readonly takenAt: Instant;
  readonly sealed: Uint8Array;
};

/** A file of an attachment; what it is stands in `sealed`, its bytes in its pieces. See vault-files.ts. */
export type FileRow = {
  readonly vaultId: string;
  /** Of this device; the hash of the file is sealed. */
  readonly fileId: string;
  readonly state: 'waiting' | 'failed' | 'kept';
  /** `broken`: what arrived was another file · `refused`: the server does not take such a file · `damaged`: it does not open here any more. */
  readonly failure?: 'broken' | 'refused' | 'damaged' | undefined;
  readonly savedAt: Instant;
  /** The server had it in this epoch, as far as it was known. */
  readonly sentEpoch?: string | undefined;
  /** Fetched from what another city shares: it goes when that is no longer shared. */
  readonly isShared?: true | undefined;
  readonly sealed: Uint8Array;
};
export type PieceRow = {
  readonly vaultId: string;
  readonly fileId: string;
  readonly place: number;
  readonly sealed: Uint8Array;
};

export type DraftRow = { readonly vaultId: string; readonly rowId: string; readonly sealed: Uint8Array };
export type MetaRow = { readonly vaultId: string; readonly name: string; readonly sealed: Uint8Array };

export type DeviceDatabase = Dexie & {
  readonly device: Table<DeviceRow, string>;
  readonly vaults: Table<VaultRow, string>;
  readonly streams: Table<StreamRow, string>;
  readonly segments: Table<SegmentRow, [string, number]>;
  readonly outbox: Table<OutboxRow, [string, string]>;
  readonly kept: Table<KeptRow, [string, string]>;
  readonly drafts: Table<DraftRow, [string, string]>;
  readonly meta: Table<MetaRow, [string, string]>;
  readonly files: Table<FileRow, [string, string]>;
  readonly pieces: Table<PieceRow, [string, string, number]>;
};

export const DATABASE_NAME = 'taccuino';
/** Of a volunteer's phone at an event, see guest-phone.ts. */
export const GUEST_DATABASE_NAME = 'taccuino-guest';

const SCHEMA_V1 = {
  device: 'id',
  vaults: 'vaultId',
  streams: 'vaultId',
  segments: '[vaultId+order], [vaultId+generation]',
  outbox: '[vaultId+changeId], [vaultId+state]',
  drafts: '[vaultId+rowId]',
  meta: '[vaultId+name]',
};
/** Version 2 adds the changes that are kept until they lie in a backup of the server. */
const SCHEMA_V2 = { kept: '[vaultId+changeId], [vaultId+streamId+seq], [vaultId+takenAt]' };
/** Version 3 adds the files of attachments. */
const SCHEMA_V3 = { files: '[vaultId+fileId]', pieces: '[vaultId+fileId+place]' };
const VERSION_CURRENT = 3;
/** Dexie multiplies its versions by ten for the browser. */
const NATIVE_VERSION_CURRENT = VERSION_CURRENT * 10;

/** How long another tab of an older version may take to give the database up before the person is asked to close it. */
const BLOCKED_WAIT_MS = 3_000;

export async function openDatabase(
  ports: Pick<DevicePorts, 'indexedDB' | 'IDBKeyRange' | 'after'>,
  name: string = DATABASE_NAME,
): Promise<Result<DeviceDatabase, StorageTrouble>> {
  const { indexedDB, IDBKeyRange, after } = ports;
  if (indexedDB === undefined || IDBKeyRange === undefined) return err({ type: 'DatabaseUnavailable' });
  const newer = await attempt(() => isNewer(indexedDB, name));
  if (!newer.ok) return newer;
  if (newer.value) return err({ type: 'DatabaseNewer' });
  const db = new Dexie(name, {
    indexedDB,
    IDBKeyRange,
    autoOpen: false,
    chromeTransactionDurability: 'strict',
  }) as DeviceDatabase;
  db.version(1).stores(SCHEMA_V1);
  db.version(2).stores(SCHEMA_V2);
  db.version(VERSION_CURRENT).stores(SCHEMA_V3);
  // `false` keeps Dexie's own listener, which writes to the console, from being asked as well.
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  let stopWaiting = () => {};
  const blocked = new Promise<Result<void, StorageTrouble>>((resolve) => {
    db.on('blocked', () => {
      stopWaiting = after(BLOCKED_WAIT_MS, () => resolve(err({ type: 'DatabaseBlocked' })));
      return false;
    });
  });
  const opened = await Promise.race([attempt(() => db.open()), blocked]);
  stopWaiting();
  if (opened.ok) return ok(db);
  db.close();
  return opened;
}

/**
 * Dexie opens a newer database as if it were its own; an old app must not write into it. `databases()` asks without opening
 * (Firefox has it since 126); where it is missing, Dexie's own leniency has to do.
 */
async function isNewer(indexedDB: IDBFactory, wanted: string): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return false;
  const databases = await indexedDB.databases();
  return databases.some(({ name, version }) => name === wanted && (version ?? 0) > NATIVE_VERSION_CURRENT);
}
