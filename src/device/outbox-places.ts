import type { DeviceDatabase, OutboxRow, StreamRow } from './database.ts';

/** What may be read of an outbox without its key: places and states. For use inside transactions that hold the tables. */

type Place = { readonly seq: number; readonly changeId: string };

/** Rows without a place come first: they are older than every row that has one. */
export const rowsByPlace = (one: Place, other: Place): number =>
  one.seq - other.seq || (one.changeId < other.changeId ? -1 : 1);

/** Last number of the stream that is known to be on the server, answered or mailed. */
export const lastArrived = ({ mark, mailed, streamId }: StreamRow): number =>
  mailed?.streamId === streamId ? Math.max(mark, mailed.seq) : mark;

/** The rows that wait at a place of the stream, in order. What has no place could not be opened even with the key. */
export async function findPlacedRows(db: DeviceDatabase, vaultId: string): Promise<readonly OutboxRow[]> {
  const waiting = await db.outbox.where('[vaultId+state]').equals([vaultId, 'waiting']).toArray();
  return waiting.filter(({ seq }) => seq > 0).sort(rowsByPlace);
}

/** What of a vault is on this device only. */
export async function findUnsentRows(db: DeviceDatabase, vaultId: string): Promise<readonly OutboxRow[]> {
  const stream = await db.streams.get(vaultId);
  const arrived = stream === undefined ? 0 : lastArrived(stream);
  return (await findPlacedRows(db, vaultId)).filter(({ seq }) => seq > arrived);
}
