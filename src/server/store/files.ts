import { countPieces } from '../../domain/file-pieces.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import type { FileState } from '../../protocol/files.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, inMunicipalityRetried, type Scope, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';
import { bodyToRecord } from './push-store.ts';

/** The bytes of attachments. Who may have them is decided by whoever asks here, from what `findNaming` gives. */

/** An attachment with the record that it hangs on. */
export type Naming = { readonly attachment: RecordEnvelope; readonly parent: RecordEnvelope };

/** Every attachment that names the file, removed ones too, oldest first. */
export function findNaming(pool: Pool, scope: Scope, sha256: string): Promise<readonly Naming[]> {
  return inMunicipality(pool, scope, async (sql) => {
    const rows = await sql<{ attachment: string; parent: string }[]>`
      SELECT a.body AS attachment, p.body AS parent
      FROM records a JOIN records p ON p.municipality = ${scope.municipality} AND p.id = a.subject
      WHERE a.municipality = ${scope.municipality} AND a.kind = 'attachment' AND (a.body::jsonb #>> '{fields,sha256}') = ${sha256}
      ORDER BY a.id`;
    return rows.map(({ attachment, parent }) => ({
      attachment: bodyToRecord({ body: attachment }),
      parent: bodyToRecord({ body: parent }),
    }));
  });
}

/** Whether an attachment that waits for a coordinator's yes, of this account, names the file. */
export function isNamedByHeld(
  pool: Pool,
  scope: Scope,
  { account, sha256 }: { readonly account: string; readonly sha256: string },
): Promise<boolean> {
  return inMunicipality(pool, scope, async (sql) => {
    const held = await sql`
      SELECT FROM attention WHERE municipality = ${scope.municipality} AND account = ${account} AND why = 'held'
        AND closed_at IS NULL AND position(${sha256} IN body) > 0 LIMIT 1`;
    return held.count > 0;
  });
}

/** What is here of a file; undefined when no piece ever came. */
export const findFileState = (pool: Pool, scope: Scope, sha256: string): Promise<FileState | undefined> =>
  inMunicipality(pool, scope, (sql) => readState(sql, scope.municipality, sha256));

export type NewPiece = {
  readonly sha256: string;
  /** Of the whole file, as its record says. */
  readonly bytes: number;
  readonly place: number;
  readonly data: Uint8Array;
  readonly at: string;
};

/**
 * Keeps a piece; with the last one the whole is compared with the hash that it is called by. `broken`: it has another one, and nothing of
 * it is kept. A piece of a file that is whole changes nothing, however often it comes.
 */
export function keepPiece(pool: Pool, scope: Scope, piece: NewPiece): Promise<FileState | 'broken'> {
  const { sha256, bytes, place, data, at } = piece;
  const { municipality } = scope;
  return inMunicipalityRetried(pool, scope, async (sql) => {
    await sql`
      INSERT INTO files (municipality, sha256, bytes, touched_at) VALUES (${municipality}, ${sha256}, ${bytes}, ${at})
      ON CONFLICT (municipality, sha256) DO UPDATE SET touched_at = ${at}`;
    const [file] = await sql<{ bytes: number; isWhole: boolean }[]>`
      SELECT bytes, whole_at IS NOT NULL AS "isWhole" FROM files
      WHERE municipality = ${municipality} AND sha256 = ${sha256} FOR UPDATE`;
    if (file?.isWhole === true) return { bytes: file.bytes, isWhole: true, places: [] };
    // Another record claims the same hash with another length: one of them is wrong, and the hash will say which.
    if (file?.bytes !== bytes) {
      await dropPieces(sql, municipality, sha256);
      await sql`UPDATE files SET bytes = ${bytes} WHERE municipality = ${municipality} AND sha256 = ${sha256}`;
    }
    await sql`
      INSERT INTO file_pieces (municipality, sha256, place, data) VALUES (${municipality}, ${sha256}, ${place}, ${data})
      ON CONFLICT (municipality, sha256, place) DO UPDATE SET data = EXCLUDED.data`;
    const places = await readPlaces(sql, municipality, sha256);
    if (places.length < countPieces(bytes)) return { bytes, isWhole: false, places };
    return finish(sql, scope, { sha256, bytes, at });
  });
}

async function finish(
  sql: Transaction,
  scope: Scope,
  { sha256, bytes, at }: Pick<NewPiece, 'sha256' | 'bytes' | 'at'>,
): Promise<FileState | 'broken'> {
  const { municipality } = scope;
  const [whole] = await sql<{ hash: string }[]>`
    SELECT encode(sha256(string_agg(data, ''::bytea ORDER BY place)), 'hex') AS hash FROM file_pieces
    WHERE municipality = ${municipality} AND sha256 = ${sha256}`;
  if (whole?.hash !== sha256) {
    await dropPieces(sql, municipality, sha256);
    return 'broken';
  }
  await sql`UPDATE files SET whole_at = ${at} WHERE municipality = ${municipality} AND sha256 = ${sha256}`;
  await writeAudit(sql, scope, at, { action: 'file-stored', detail: { sha256, bytes } });
  return { bytes, isWhole: true, places: [] };
}

const dropPieces = (sql: Transaction, municipality: MunicipalityId, sha256: string) =>
  sql`DELETE FROM file_pieces WHERE municipality = ${municipality} AND sha256 = ${sha256}`;

/** A piece of a whole file; that it was read is written down with it. */
export function readPiece(
  pool: Pool,
  scope: Scope,
  { sha256, place, at }: Pick<NewPiece, 'sha256' | 'place' | 'at'>,
): Promise<Uint8Array | undefined> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const [row] = await sql<{ data: Uint8Array }[]>`
      SELECT p.data FROM file_pieces p JOIN files f ON f.municipality = p.municipality AND f.sha256 = p.sha256
      WHERE p.municipality = ${municipality} AND p.sha256 = ${sha256} AND p.place = ${place} AND f.whole_at IS NOT NULL`;
    if (row === undefined) return undefined;
    await writeAudit(sql, scope, at, { action: 'file-read', detail: { sha256, place } });
    return row.data;
  });
}

/** Files that no attachment has named since `before` leave, nor one that waits for a coordinator's yes; gives how many did. */
export function dropUnnamed(
  pool: Pool,
  municipality: MunicipalityId,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<number> {
  const scope = { municipality, actor: SYSTEM_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    const gone = await sql<{ sha256: string }[]>`
      DELETE FROM files f WHERE f.municipality = ${municipality} AND f.touched_at < ${before} AND NOT EXISTS (
        SELECT FROM records a
        WHERE a.municipality = ${municipality} AND a.kind = 'attachment' AND (a.body::jsonb #>> '{fields,sha256}') = f.sha256
          AND (NOT (a.body::jsonb ->> 'removed')::boolean OR (a.body::jsonb ->> 'receivedAt')::timestamptz >= ${before}))
        AND NOT EXISTS (
          SELECT FROM attention h WHERE h.municipality = ${municipality} AND h.why = 'held' AND h.closed_at IS NULL
            AND position(f.sha256 IN h.body) > 0)
      RETURNING f.sha256`;
    if (gone.length === 0) return 0;
    const files = gone.map(({ sha256 }) => sha256);
    await writeAudit(sql, scope, at, { action: 'files-dropped', detail: { files } });
    return gone.length;
  });
}

async function readState(sql: Transaction, municipality: MunicipalityId, sha256: string) {
  const [file] = await sql<{ bytes: number; isWhole: boolean }[]>`
    SELECT bytes, whole_at IS NOT NULL AS "isWhole" FROM files WHERE municipality = ${municipality} AND sha256 = ${sha256}`;
  if (file === undefined) return undefined;
  const places = file.isWhole ? [] : await readPlaces(sql, municipality, sha256);
  return { ...file, places };
}

async function readPlaces(sql: Transaction, municipality: MunicipalityId, sha256: string): Promise<number[]> {
  const rows = await sql<{ place: number }[]>`
    SELECT place FROM file_pieces WHERE municipality = ${municipality} AND sha256 = ${sha256} ORDER BY place`;
  return rows.map(({ place }) => place);
}
