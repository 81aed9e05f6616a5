import type { RecordEnvelope } from '../../domain/record.ts';
import { PULL_RECORDS_MAX } from '../../protocol/pull.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, type Scope } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';
import { bodyToRecord } from './push-store.ts';

type Wanted = {
  readonly after: number;
  readonly at: string;
  readonly recordsMax?: number | undefined;
  /** This record and what is about it, for who may see nothing else: a phone at a door need not page through a whole city. */
  readonly onlyAbout?: string | undefined;
};
export type Page = { readonly records: readonly RecordEnvelope[]; readonly upTo: number; readonly remaining: number };

/**
 * The next records after `after`, in the order of the municipality's counter. Because a writer holds the counter's row until its
 * commit, no record can later appear below what was read. That the page was read is written down with it; an empty page is not.
 */
export function readPage(
  pool: Pool,
  scope: Scope,
  { after, at, recordsMax = PULL_RECORDS_MAX, onlyAbout }: Wanted,
): Promise<Page> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const isWanted = onlyAbout === undefined ? sql`true` : sql`(id = ${onlyAbout} OR subject = ${onlyAbout})`;
    const rows = await sql<{ version: number; body: string }[]>`
      SELECT version, body FROM records WHERE municipality = ${municipality} AND version > ${after} AND ${isWanted} ORDER BY version LIMIT ${recordsMax}`;
    const upTo = rows.at(-1)?.version;
    if (upTo === undefined) return { records: [], upTo: after, remaining: 0 };
    let remaining = 0;
    if (rows.length === recordsMax) {
      const [rest] = await sql<{ count: number }[]>`
        SELECT count(*) AS count FROM records WHERE municipality = ${municipality} AND version > ${upTo} AND ${isWanted}`;
      remaining = rest?.count ?? 0;
    }
    await writeAudit(sql, scope, at, { action: 'read', detail: { records: rows.length, after, upTo } });
    return { records: rows.map(bodyToRecord), upTo, remaining };
  });
}
