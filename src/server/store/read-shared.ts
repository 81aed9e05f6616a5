import type { MunicipalityId } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { inMunicipality, type Scope } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';
import { bodyToRecord } from './push-store.ts';

/** How far a device has read in each other city, by its counter. */
export type ShelfPositions = ReadonlyMap<MunicipalityId, number>;
export type SharedPage = {
  readonly records: readonly RecordEnvelope[];
  readonly upTo: ShelfPositions;
  readonly hasMore: boolean;
};

/**
 * What other cities share, each in the order of its own counter. The only place that looks beyond a municipality: it opens the shelf for
 * its transaction, and the database shows the cards that lie there, whatever city they are of. Nothing is written.
 */
export function readShared(
  pool: Pool,
  scope: Scope,
  { after, recordsMax }: { readonly after: ShelfPositions; readonly recordsMax: number },
): Promise<SharedPage> {
  return inMunicipality(pool, scope, async (sql) => {
    await sql`SELECT set_config('taccuino.shelf', 'open', true)`;
    const rows = await sql<{ municipality: MunicipalityId; version: number; body: string }[]>`
      SELECT r.municipality, r.version, r.body FROM unnest(${[...after.keys()]}::text[], ${[...after.values()]}::bigint[]) AS c (city, seen)
      CROSS JOIN LATERAL (
        SELECT municipality, version, body FROM shelf
        WHERE municipality = c.city AND version > c.seen ORDER BY version LIMIT ${recordsMax + 1}) r
      ORDER BY r.municipality, r.version LIMIT ${recordsMax + 1}`;
    const taken = rows.slice(0, recordsMax);
    const upTo = new Map([...after, ...taken.map((row) => [row.municipality, row.version] as const)]);
    const records = taken.map(bodyToRecord);
    // An id of this city is this city's: another one that used it too would take its place on every device.
    const ids = records.map(({ id }) => id);
    const own = new Set(
      (
        await sql<
          { id: string }[]
        >`SELECT id FROM records WHERE municipality = ${scope.municipality} AND id = ANY(${ids}::uuid[])`
      ).map(({ id }) => id),
    );
    return { records: records.filter(({ id }) => !own.has(id)), upTo, hasMore: rows.length > recordsMax };
  });
}
