import type { RecordEnvelope } from '../domain/record.ts';
import { sealSegments } from './segments.ts';
import { addSegments } from './store-page.ts';
import type { VaultSession } from './vault-session.ts';

/** A segment this small costs more in opening it than in what it holds: the answers to pushes and single live events. */
const SMALL_SEGMENT_RECORDS_MAX = 100;
/** Each small segment adds about a third of a millisecond to an unlock: this many are together a tenth of what may be felt. */
export const SMALL_SEGMENTS_MAX = 32;
/** Below this, staleness is not worth a rewrite. */
const STALE_RECORDS_MIN = 500;

/**
 * Rewrites segments when over half of what they hold is stale, or when too many are small. The new segments come and the old ones go
 * in one transaction, from the copies in memory; a full disk or a crash leaves all as it was. What could not be opened is never among them.
 */
export async function compactIfDue(session: VaultSession): Promise<boolean> {
  const { db, vaultId, memory, ports } = session;
  const compacted = await session.write(async () => {
    const chosen = chooseSegments(session);
    if (chosen.size === 0) return false;
    const records: RecordEnvelope[] = [];
    for (const record of memory.confirmed.all()) if (memory.confirmed.isHeldIn(record.id, chosen)) records.push(record);
    const sealed = await sealSegments({ key: session.key, newId: ports.newId }, records);
    const keys = [...chosen].map((order): [string, number] => [vaultId, order]);
    const rows = await db.transaction('rw', db.streams, db.segments, async () => {
      const stored = await db.segments.where(':id').anyOf(keys).count();
      // Another tab has rewritten them already.
      if (stored !== keys.length) return undefined;
      await db.segments.bulkDelete(keys);
      return addSegments(session, sealed);
    });
    if (rows === undefined) return false;
    // The same records as before, only elsewhere: nothing that is shown changes.
    memory.confirmed.forget(chosen);
    for (const [index, row] of rows.entries()) memory.confirmed.take(row, sealed[index]?.records ?? []);
    session.announce('segments');
    return true;
  });
  return compacted.ok && compacted.value;
}

/** All of the current generation, only the small ones, or none. An unfinished full pull is left alone. */
function chooseSegments({ memory: { confirmed }, stream }: VaultSession): ReadonlySet<number> {
  const segments = confirmed.segments();
  if (segments.some(({ generation }) => generation !== stream.row.generation)) return new Set();
  const held = segments.reduce((sum, { recordCount }) => sum + recordCount, 0);
  const stale = held - confirmed.count();
  if (stale >= STALE_RECORDS_MIN && stale * 2 > held) return new Set(segments.map(({ order }) => order));
  const small = segments.filter(({ recordCount }) => recordCount <= SMALL_SEGMENT_RECORDS_MAX);
  return new Set(small.length > SMALL_SEGMENTS_MAX ? small.map(({ order }) => order) : []);
}
