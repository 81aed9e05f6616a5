import { Dexie } from 'dexie';
import type { DeviceDatabase, StreamRow } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import { KEPT_ROWS_MAX } from './expiry.ts';
import { type NewStream, writeNewStream } from './new-stream.ts';

/**
 * Changes that the server has taken stay here too, as sealed as they waited, until they lie in one of its backups: a server that is restored
 * then gets again what it lost. The limits are KEPT_DAYS and KEPT_ROWS_MAX; whoever makes backups never meets them. No key is needed for any of
 * this. Everything here runs inside a transaction of the caller.
 */
export async function keepTaken(
  db: DeviceDatabase,
  { vaultId, streamId }: Pick<StreamRow, 'vaultId' | 'streamId'>,
  changeIds: readonly string[],
  takenAt: string,
): Promise<void> {
  const rows = await db.outbox.bulkGet(changeIds.map((id): [string, string] => [vaultId, id]));
  await db.kept.bulkPut(
    rows.flatMap((row) =>
      row === undefined
        ? []
        : [{ vaultId, changeId: row.changeId, streamId, seq: row.seq, takenAt, sealed: row.sealed }],
    ),
  );
  const excess = (await db.kept.where({ vaultId }).count()) - KEPT_ROWS_MAX;
  if (excess > 0) await db.kept.bulkDelete(await oldestFirst(db, vaultId).limit(excess).primaryKeys());
}

/** Every answer of the server carries its epoch; only a server that was restored has another one than before. */
export const isNewEpoch = (row: Pick<StreamRow, 'epoch'>, epoch: string | undefined): epoch is string =>
  row.epoch !== undefined && epoch !== undefined && row.epoch !== epoch;

/** A receipt that agrees: the server's backup holds this stream up to `mark`. */
export async function dropBackedUp(
  db: DeviceDatabase,
  { vaultId, streamId }: Pick<StreamRow, 'vaultId' | 'streamId'>,
  mark: number,
): Promise<void> {
  await db.kept
    .where('[vaultId+streamId+seq]')
    .between([vaultId, streamId, Dexie.minKey], [vaultId, streamId, mark], true, true)
    .delete();
}

const oldestFirst = (db: DeviceDatabase, vaultId: string) =>
  db.kept.where('[vaultId+takenAt]').between([vaultId, Dexie.minKey], [vaultId, Dexie.maxKey]);

/**
 * The server begins anew from a backup: what was kept waits again, then what had been refused, both before what waits, on a new stream, and
 * everything is fetched anew. The server knows by their ids which changes it has; of a refusal it has forgotten, its coordinators would hear
 * nothing otherwise. Without `epoch` the next answer tells it.
 */
export async function beginEpoch(
  db: DeviceDatabase,
  ports: Pick<DevicePorts, 'newId' | 'hashing'>,
  stream: StreamRow,
  { epoch, unreadableIds }: { readonly epoch: string | undefined; readonly unreadableIds: ReadonlySet<string> },
): Promise<NewStream> {
  const { vaultId } = stream;
  const kept = await findKept(db, vaultId);
  const present = await db.outbox.bulkGet(kept.map(({ changeId }): [string, string] => [vaultId, changeId]));
  const queued = kept.filter((_, index) => present[index] === undefined);
  await db.outbox.bulkAdd(
    // Places before all others, until the new stream gives everyone theirs.
    queued.map(({ changeId, sealed }, index) => ({
      vaultId,
      changeId,
      seq: index - queued.length,
      state: 'waiting',
      sealed,
    })),
  );
  await db.kept.where({ vaultId }).delete();
  await db.outbox.where('[vaultId+state]').equals([vaultId, 'attention']).modify({ state: 'waiting', seq: AFTER_KEPT });
  const anew = { ...stream, epoch, cursor: undefined, generation: stream.generation + 1 };
  return writeNewStream(db, ports, anew, unreadableIds);
}

/** Kept rows have places below it, waiting ones above. */
const AFTER_KEPT = 0;

/** In the order in which they went up: stream by stream, and in each by number, because the device's clock orders nothing. */
async function findKept(db: DeviceDatabase, vaultId: string) {
  const rows = await oldestFirst(db, vaultId).toArray();
  const byStream = Map.groupBy(rows, ({ streamId }) => streamId);
  return [...byStream.values()].flatMap((group) => group.sort((one, other) => one.seq - other.seq));
}
