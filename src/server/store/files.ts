import type { MunicipalityId } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, type Scope, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';
import { bodyToRecord } from './push-store.ts';

/** The bytes of attachments that are whole. Who may have them is decided by whoever asks here, from what `findNaming` gives. */

/** An attachment with the record that it hangs on. */
export type Naming = {
  readonly attachment: RecordEnvelope;
  readonly parent: RecordEnvelope;
  /** Its author had the bytes. Without that it names a file and gives nobody any. */
  readonly isHeld: boolean;
};

/** Every attachment of the municipality that names the file, removed ones too, oldest first. */
export function findNaming(pool: Pool, scope: Scope, sha256: string): Promise<readonly Naming[]> {
  return inMunicipality(pool, scope, async (sql) => {
    const rows = await sql<{ attachment: string; parent: string; isHeld: boolean }[]>`
      SELECT a.body AS attachment, p.body AS parent, EXISTS (
        SELECT FROM file_holders h WHERE h.municipality = ${scope.municipality} AND h.sha256 = ${sha256}
          AND h.account::text = a.body::jsonb #>> '{createdBy,id}') AS "isHeld"
      FROM records a JOIN records p ON p.municipality = ${scope.municipality} AND p.id = a.subject
      WHERE a.municipality = ${scope.municipality} AND ${isFileKind(sql)} AND (a.body::jsonb #>> '{fields,sha256}') = ${sha256}
      ORDER BY a.id`;
    return rows.map(({ attachment, parent, isHeld }) => ({
      isHeld,
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

/** FILE_KINDS of the domain, in the words of the index: a parameter would not find it. */
const isFileKind = (sql: Transaction) => sql`a.kind IN ('attachment', 'practice-file')`;

/** A whole file that this account has had, or may have by an attachment: from now on its own attachments give it too. */
export const addHolder = (pool: Pool, scope: Scope, { sha256, at }: { sha256: string; at: string }): Promise<void> =>
  inMunicipality(pool, scope, async (sql) => {
    await sql`
      INSERT INTO file_holders (municipality, sha256, account, since)
      VALUES (${scope.municipality}, ${sha256}, ${scope.actor}, ${at}) ON CONFLICT DO NOTHING`;
  });

/** A piece of a whole file; that it was read is written down with it. */
export function readPiece(
  pool: Pool,
  scope: Scope,
  { sha256, place, at }: { readonly sha256: string; readonly place: number; readonly at: string },
): Promise<Uint8Array | undefined> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const [row] = await sql<{ data: Uint8Array }[]>`
      SELECT data FROM file_pieces WHERE municipality = ${municipality} AND sha256 = ${sha256} AND place = ${place}`;
    if (row === undefined) return undefined;
    await writeAudit(sql, scope, at, { action: 'file-read', detail: { sha256, place } });
    return row.data;
  });
}

/** Files that no attachment has named since `before` leave, nor one that waits for a coordinator's yes, and what has half come up to then; gives how many files did. */
export function dropUnnamed(
  pool: Pool,
  municipality: MunicipalityId,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<number> {
  const scope = { municipality, actor: SYSTEM_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    await sql`DELETE FROM file_uploads WHERE municipality = ${municipality} AND touched_at < ${before}`;
    const gone = await sql<{ sha256: string }[]>`
      DELETE FROM files f WHERE f.municipality = ${municipality} AND f.touched_at < ${before} AND NOT EXISTS (
        SELECT FROM records a
        WHERE a.municipality = ${municipality} AND ${isFileKind(sql)} AND (a.body::jsonb #>> '{fields,sha256}') = f.sha256
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
