import { countPieces } from '../../domain/file-pieces.ts';
import type { FileState } from '../../protocol/files.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, inMunicipalityRetried, type Scope } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';

/**
 * Files on their way up, each person's apart: nobody's pieces answer for another's, and whoever sends what was here already is told
 * nothing but how far they have come. Only whole does a file join the others, and its sender those who have had it.
 */

/** What this person has sent of a file of `bytes`. */
export const findUpload = (
  pool: Pool,
  scope: Scope,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
): Promise<FileState> =>
  inMunicipality(pool, scope, async (sql) => ({ bytes, isWhole: false, places: await readPlaces(sql, scope, sha256) }));

export type NewPiece = {
  readonly sha256: string;
  /** Of the whole file, as its record says. */
  readonly bytes: number;
  readonly place: number;
  readonly data: Uint8Array;
  readonly at: string;
};

/** Keeps a piece; with the last one the whole is compared with the hash that it is called by. `broken`: it has another, and all of it leaves. */
export function keepPiece(pool: Pool, scope: Scope, piece: NewPiece): Promise<FileState | 'broken'> {
  const { sha256, bytes, place, data, at } = piece;
  const { municipality, actor } = scope;
  return inMunicipalityRetried(pool, scope, async (sql) => {
    // Holds the row until the end, so that of two last pieces one sees the other.
    const [upload] = await sql<{ bytes: number }[]>`
      INSERT INTO file_uploads (municipality, account, sha256, bytes, touched_at) VALUES (${municipality}, ${actor}, ${sha256}, ${bytes}, ${at})
      ON CONFLICT (municipality, account, sha256) DO UPDATE SET touched_at = ${at} RETURNING bytes`;
    // Another record of theirs claims the same hash with another length: one of them is wrong, and the hash will say which.
    if (upload?.bytes !== bytes) {
      await dropUpload(sql, scope, sha256);
      await sql`
        INSERT INTO file_uploads (municipality, account, sha256, bytes, touched_at) VALUES (${municipality}, ${actor}, ${sha256}, ${bytes}, ${at})`;
    }
    await sql`
      INSERT INTO upload_pieces (municipality, account, sha256, place, data) VALUES (${municipality}, ${actor}, ${sha256}, ${place}, ${data})
      ON CONFLICT (municipality, account, sha256, place) DO UPDATE SET data = EXCLUDED.data`;
    const places = await readPlaces(sql, scope, sha256);
    return places.length < countPieces(bytes) ? { bytes, isWhole: false, places } : finish(sql, scope, piece);
  });
}

async function finish(sql: Transaction, scope: Scope, { sha256, bytes, at }: NewPiece): Promise<FileState | 'broken'> {
  const { municipality, actor } = scope;
  const [whole] = await sql<{ hash: string }[]>`
    SELECT encode(sha256(string_agg(data, ''::bytea ORDER BY place)), 'hex') AS hash FROM upload_pieces
    WHERE municipality = ${municipality} AND account = ${actor} AND sha256 = ${sha256}`;
  if (whole?.hash === sha256) {
    await sql`
      INSERT INTO files (municipality, sha256, bytes, touched_at, whole_at) VALUES (${municipality}, ${sha256}, ${bytes}, ${at}, ${at})
      ON CONFLICT (municipality, sha256) DO UPDATE SET touched_at = ${at}`;
    await sql`
      INSERT INTO file_pieces (municipality, sha256, place, data)
      SELECT municipality, sha256, place, data FROM upload_pieces
      WHERE municipality = ${municipality} AND account = ${actor} AND sha256 = ${sha256} ON CONFLICT DO NOTHING`;
    await sql`
      INSERT INTO file_holders (municipality, sha256, account, since) VALUES (${municipality}, ${sha256}, ${actor}, ${at}) ON CONFLICT DO NOTHING`;
    await writeAudit(sql, scope, at, { action: 'file-stored', detail: { sha256, bytes } });
  }
  await dropUpload(sql, scope, sha256);
  return whole?.hash === sha256 ? { bytes, isWhole: true, places: [] } : 'broken';
}

/** With its pieces. */
const dropUpload = (sql: Transaction, { municipality, actor }: Scope, sha256: string) =>
  sql`DELETE FROM file_uploads WHERE municipality = ${municipality} AND account = ${actor} AND sha256 = ${sha256}`;

async function readPlaces(sql: Transaction, { municipality, actor }: Scope, sha256: string): Promise<number[]> {
  const rows = await sql<{ place: number }[]>`
    SELECT place FROM upload_pieces WHERE municipality = ${municipality} AND account = ${actor} AND sha256 = ${sha256} ORDER BY place`;
  return rows.map(({ place }) => place);
}
