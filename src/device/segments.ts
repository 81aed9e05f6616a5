import { RecordEnvelope } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import { openJson, schemaVersionOf, sealJson } from '../vault/seal.ts';
import type { SegmentRow } from './database.ts';
import type { UnreadablePart } from './open-vault.ts';

/**
 * What the server confirmed lies in segments: one row holds up to SEGMENT_RECORDS_MAX records as one compressed ciphertext. Segments are
 * only added; which copy of a record holds is decided when they are read:
 *
 *   1. the higher generation: a full pull from the start (a lost segment, a restored server) replaces all before it;
 *   2. within a generation the higher version, whatever the order of arrival;
 *   3. of equal versions the one stored later (what the person may see of a record can change without its version).
 */
export const SEGMENT_RECORDS_MAX = 1_000;

/** Version of what stands inside a segment: a JSON array of record envelopes. */
const SEGMENT_SCHEMA_VERSION = 1;

export type SealedSegment = Pick<SegmentRow, 'segmentId' | 'recordCount' | 'sealed'> & {
  readonly records: readonly RecordEnvelope[];
};

export async function sealSegments(
  { key, newId }: { readonly key: VaultKey; readonly newId: () => string },
  records: readonly RecordEnvelope[],
): Promise<readonly SealedSegment[]> {
  const segments: SealedSegment[] = [];
  for (let start = 0; start < records.length; start += SEGMENT_RECORDS_MAX) {
    const part = records.slice(start, start + SEGMENT_RECORDS_MAX);
    const segmentId = newId();
    const sealed = await sealJson(key, sealContext(segmentId), part);
    segments.push({ segmentId, recordCount: part.length, sealed, records: part });
  }
  return segments;
}

const sealContext = (segmentId: string) => ({
  table: 'segments',
  rowId: segmentId,
  schemaVersion: SEGMENT_SCHEMA_VERSION,
});

export type OpenedSegment = { readonly row: SegmentRow; readonly records: readonly RecordEnvelope[] };

/** Segments being deciphered while an earlier one is parsed: enough to keep a second core busy, few enough for a small tablet. */
const OPEN_AHEAD_MAX = 4;

/** Opens the rows in the given order. What cannot be opened goes to `onUnreadable`, and the rest goes on. */
export async function* openSegments(
  key: VaultKey,
  rows: readonly SegmentRow[],
  onUnreadable: (part: UnreadablePart) => void,
): AsyncGenerator<OpenedSegment> {
  const opening: Promise<Result<readonly RecordEnvelope[], UnreadablePart['reason']>>[] = [];
  for (const [index, row] of rows.entries()) {
    for (let next = opening.length; next < Math.min(rows.length, index + OPEN_AHEAD_MAX); next += 1) {
      const ahead = rows[next];
      if (ahead !== undefined) opening.push(openSegment(key, ahead));
    }
    const opened = await opening[index];
    if (opened?.ok) yield { row, records: opened.value };
    else onUnreadable({ table: 'segments', rowId: row.segmentId, reason: opened?.error ?? 'NotUnderstood' });
  }
}

async function openSegment(
  key: VaultKey,
  { segmentId, sealed }: SegmentRow,
): Promise<Result<readonly RecordEnvelope[], UnreadablePart['reason']>> {
  const opened = await openJson(key, sealContext(segmentId), sealed);
  if (!opened.ok) return { ok: false, error: opened.error.type };
  if (!Array.isArray(opened.value)) return { ok: false, error: 'NotUnderstood' };
  // Only this device's own code can have sealed it, after parsing at the border: parsing 10,000 records again would double the unlock.
  if (schemaVersionOf(sealed) === SEGMENT_SCHEMA_VERSION) return ok(opened.value);
  const parsed = RecordEnvelope.array().safeParse(opened.value);
  return parsed.success ? ok(parsed.data) : { ok: false, error: 'NotUnderstood' };
}
