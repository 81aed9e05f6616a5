import { bytesToBase64url } from '../vault/base64url.ts';
import type { DeviceDatabase, OutboxRow, StreamRow } from './database.ts';

/** A sealed row as it travels; `protocol` has the same shape on the wire. */
export type SealedRow = { readonly seq: number; readonly changeId: string; readonly sealed: string };

export const toSealedRow = ({ seq, changeId, sealed }: OutboxRow): SealedRow => ({
  seq,
  changeId,
  sealed: bytesToBase64url(sealed),
});

/** Writes down that these rows leave this device, in the transaction that read them: from then on no tab undoes them. */
export async function markHanded(db: DeviceDatabase, stream: StreamRow, rows: readonly OutboxRow[]): Promise<void> {
  const handedSeq = Math.max(stream.handedSeq, ...rows.map(({ seq }) => seq));
  await db.streams.put({ ...stream, handedSeq });
}
