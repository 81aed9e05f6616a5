import type { MunicipalityId } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { writeAudit } from './audit-log.ts';
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

/**
 * A piece of a file that hangs on a practice of another city: both the file's card and the practice lie on the shelf, and whoever attached it
 * had it. The wall in the database says the same. That it was read is written down in the reader's city.
 */
export function readSharedPiece(
  pool: Pool,
  scope: Scope,
  { sha256, place, at }: { readonly sha256: string; readonly place: number; readonly at: string },
): Promise<Uint8Array | undefined> {
  return inMunicipality(pool, scope, async (sql) => {
    await sql`SELECT set_config('taccuino.shelf', 'open', true)`;
    const [row] = await sql<{ data: Uint8Array; from: string }[]>`
      SELECT piece.data, f.municipality AS from
      FROM shelf f
      JOIN shelf p ON p.municipality = f.municipality AND p.id = f.subject AND p.kind = 'practice' AND NOT p.removed
      JOIN file_holders h ON h.municipality = f.municipality AND h.sha256 = f.file AND h.account = f.file_author
      JOIN file_pieces piece ON piece.municipality = f.municipality AND piece.sha256 = f.file AND piece.place = ${place}
      WHERE f.file = ${sha256} AND NOT f.removed AND f.municipality <> ${scope.municipality} LIMIT 1`;
    if (row === undefined) return undefined;
    await writeAudit(sql, scope, at, { action: 'file-read', detail: { sha256, place, from: row.from } });
    return row.data;
  });
}
