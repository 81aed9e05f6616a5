import { ok, type Result } from '../domain/result.ts';
import type { EscrowSlot } from '../vault/escrow-slot.ts';
import { DEVICE_ROW_ID, type DeviceDatabase, type StreamRow, type VaultRow } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import { markHanded, type SealedRow, toSealedRow } from './handed-rows.ts';
import { beginEpoch, isNewEpoch } from './kept-changes.ts';
import type { LockedFiles } from './locked-files.ts';
import { writeNewStream } from './new-stream.ts';
import type { StorageTrouble } from './open-vault.ts';
import { findPlacedRows, findUnsentRows, lastArrived } from './outbox-places.ts';
import { attempt } from './storage-trouble.ts';
import { findUnsentFiles } from './unsent-files.ts';

/**
 * The waiting rows of vaults that nobody unlocks, for whoever carries them to the server. It reads and writes places and states, never
 * what is inside: no key is needed. No row leaves here; the unlocked vault hears the verdicts and lets its rows go.
 */
export type LockedMail = {
  readonly survey: () => Promise<Result<DeviceSurvey, StorageTrouble>>;
  /** The server is in this epoch: where that is new, what was kept waits again, before what waits. Gives how many rows are on this device only. */
  readonly enterEpoch: (vaultId: string, epoch: string) => Promise<Result<number, StorageTrouble>>;
  /** The next rows of a vault, at most `rowsMax`; undefined when nothing of it is on this device only. They count as handed over. */
  readonly pack: (vaultId: string, rowsMax: number) => Promise<Result<MailBag | undefined, StorageTrouble>>;
  /** The server has the rows of this stream up to `seq`. */
  readonly noteMailed: (vaultId: string, streamId: string, seq: number) => Promise<Result<void, StorageTrouble>>;
  /** The same rows on a new stream, without those that nobody can open: for a stream that the server has otherwise. */
  readonly startNewStream: (vaultId: string, unreadableIds: readonly string[]) => Promise<Result<void, StorageTrouble>>;
  /** The server does not know the vault (any more): the next sign-in tells it again. */
  readonly forgetRegistration: (vaultId: string) => Promise<Result<void, StorageTrouble>>;
  /** The account of this vault was closed, or is open after all. */
  readonly noteClosed: (vaultId: string, isClosed: boolean) => Promise<Result<void, StorageTrouble>>;
  /**
   * The server refused the password that opened this vault: it was changed elsewhere, perhaps because somebody else knows it. From the next
   * unlock on it opens nothing here either. Only where the server can give the key back; the queue is not touched.
   */
  readonly notePasswordStale: (vaultId: string) => Promise<Result<void, StorageTrouble>>;
  /** What makes the vault known to the server, without its password. */
  readonly findEscrowSlot: (vaultId: string) => Promise<Result<EscrowSlot | undefined, StorageTrouble>>;
  readonly noteRevoked: (isRevoked: boolean) => Promise<Result<void, StorageTrouble>>;
  /** Fetched when a vault has to leave with files in it, which is seldom. */
  readonly files: () => Promise<LockedFiles>;
};

export type DeviceSurvey = { readonly isRevoked: boolean; readonly vaults: readonly SurveyedVault[] };
export type SurveyedVault = {
  readonly vaultId: string;
  readonly isRegistered: boolean;
  readonly isClosed: boolean;
  /** Rows that are on this device only. */
  readonly unsent: number;
  /** Files that are on this device only: they go up when their person unlocks, or before the vault has to leave. */
  readonly filesUnsent: number;
  /** Whether it holds what only a restored server would want: rows that are there already, as far as is known. */
  readonly isBackupFor: boolean;
};

export type MailBag = { readonly streamId: string; readonly rows: readonly SealedRow[] };

export function createLockedMail({ ports, db }: { ports: DevicePorts; db: DeviceDatabase }): LockedMail {
  const { vaults, streams, outbox, kept } = db;
  return {
    files: () => import('./locked-files.ts').then(({ createLockedFiles }) => createLockedFiles(db)),
    survey: () =>
      attempt(() =>
        db.transaction('r', [db.device, vaults, streams, outbox, kept, db.files], async () => {
          const rows = await vaults.toArray();
          const surveyed: SurveyedVault[] = [];
          for (const row of rows) surveyed.push(await surveyVault(row));
          return { isRevoked: (await db.device.get(DEVICE_ROW_ID))?.isRevoked === true, vaults: surveyed };
        }),
      ),
    enterEpoch: (vaultId, epoch) =>
      attempt(() =>
        db.transaction('rw', streams, outbox, kept, async () => {
          const stream = await streams.get(vaultId);
          if (stream?.epoch === undefined && stream !== undefined) await streams.put({ ...stream, epoch });
          if (stream !== undefined && isNewEpoch(stream, epoch)) {
            await beginEpoch(db, ports, stream, { epoch, unreadableIds: await findPlaceless(vaultId) });
          }
          return (await findUnsentRows(db, vaultId)).length;
        }),
      ),
    pack: (vaultId, rowsMax) =>
      attempt(() =>
        db.transaction('rw', streams, outbox, async () => {
          const stream = await streams.get(vaultId);
          if (stream === undefined) return undefined;
          const current = await withoutGap(stream);
          const rows = (await findUnsentRows(db, vaultId)).slice(0, rowsMax);
          if (rows.length === 0) return undefined;
          await markHanded(db, current, rows);
          return { streamId: current.streamId, rows: rows.map(toSealedRow) };
        }),
      ),
    noteMailed: (vaultId, streamId, seq) =>
      attempt(() =>
        db.transaction('rw', streams, async () => {
          const stream = await streams.get(vaultId);
          // On another stream by now: these rows are sent again on it, and get the same verdicts.
          if (stream?.streamId !== streamId || seq <= lastArrived(stream)) return;
          await streams.put({ ...stream, mailed: { streamId, seq, at: ports.now() }, lastContactAt: ports.now() });
        }),
      ),
    startNewStream: (vaultId, unreadableIds) =>
      attempt(() =>
        db.transaction('rw', streams, outbox, async () => {
          const stream = await streams.get(vaultId);
          if (stream !== undefined) await renumber(stream, unreadableIds);
        }),
      ),
    forgetRegistration: (vaultId) => patchVault(vaultId, { registeredKeyId: undefined }),
    noteClosed: (vaultId, isClosed) => patchVault(vaultId, { isClosed }),
    notePasswordStale: (vaultId) =>
      attempt(() =>
        db.transaction('rw', vaults, async () => {
          const row = await vaults.get(vaultId);
          if (row?.registeredKeyId !== undefined) await vaults.put({ ...row, isPasswordStale: true });
        }),
      ),
    findEscrowSlot: (vaultId) => attempt(async () => (await vaults.get(vaultId))?.slots.escrow),
    noteRevoked: (isRevoked) =>
      attempt(async () => {
        await db.device.update(DEVICE_ROW_ID, { isRevoked });
      }),
  };

  /** A hole in the numbers would stop everything behind it. The unlock would mend it too; here nobody unlocks. */
  async function withoutGap(stream: StreamRow): Promise<StreamRow> {
    const rows = await findPlacedRows(db, stream.vaultId);
    const isWhole = rows.every(({ seq }, index) => seq === stream.mark + 1 + index);
    return isWhole ? stream : renumber(stream, []);
  }

  async function renumber(stream: StreamRow, unreadableIds: readonly string[]): Promise<StreamRow> {
    const placeless = await findPlaceless(stream.vaultId);
    return (await writeNewStream(db, ports, stream, new Set([...placeless, ...unreadableIds]))).stream;
  }

  /** What could not be opened even with the key. */
  async function findPlaceless(vaultId: string): Promise<ReadonlySet<string>> {
    const waiting = await outbox.where('[vaultId+state]').equals([vaultId, 'waiting']).toArray();
    return new Set(waiting.filter(({ seq }) => seq === 0).map(({ changeId }) => changeId));
  }

  async function surveyVault({ vaultId, registeredKeyId, isClosed }: VaultRow): Promise<SurveyedVault> {
    const [unsent, placed] = [await findUnsentRows(db, vaultId), await findPlacedRows(db, vaultId)];
    return {
      vaultId,
      isRegistered: registeredKeyId !== undefined,
      isClosed: isClosed === true,
      unsent: unsent.length,
      filesUnsent: (await findUnsentFiles(db, vaultId)).length,
      isBackupFor: placed.length > unsent.length || (await kept.where({ vaultId }).count()) > 0,
    };
  }

  async function patchVault(vaultId: string, change: Partial<VaultRow>): Promise<Result<void, StorageTrouble>> {
    const patched = await attempt(() => vaults.update(vaultId, change));
    return patched.ok ? ok(undefined) : patched;
  }
}
