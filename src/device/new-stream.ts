import type { DeviceDatabase, OutboxRow, StreamRow } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import { rowsByPlace } from './outbox-places.ts';

export type NewStream = { readonly stream: StreamRow; readonly rows: readonly OutboxRow[] };

/**
 * Starts a new stream at 1 with the waiting rows in their order; needs no key, so a locked vault can do it too. Rows that need
 * attention, or that nobody can open, have no place in it. Runs inside a transaction over streams and outbox.
 */
export async function writeNewStream(
  db: DeviceDatabase,
  { newId, hashing }: Pick<DevicePorts, 'newId' | 'hashing'>,
  stream: StreamRow,
  unreadableIds: ReadonlySet<string>,
): Promise<NewStream> {
  const found = await db.outbox.where('vaultId').equals(stream.vaultId).toArray();
  const waiting = found
    .filter(({ state, changeId }) => state === 'waiting' && !unreadableIds.has(changeId))
    .sort(rowsByPlace);
  const placesById = new Map(waiting.map(({ changeId }, index) => [changeId, index + 1]));
  const rows = found.map((row) => ({ ...row, seq: placesById.get(row.changeId) ?? 0 }));
  await db.outbox.bulkPut(rows);
  const started: StreamRow = {
    ...stream,
    streamId: newId(),
    nextSeq: waiting.length + 1,
    mark: 0,
    // What was given to the network stays so, whatever its number: no tab may undo it.
    handedSeq: waiting.filter(({ seq }) => seq <= stream.handedSeq).length,
    count: 0,
    chain: hashing.chainStart,
    mailed: undefined,
  };
  await db.streams.put(started);
  return { stream: started, rows };
}
