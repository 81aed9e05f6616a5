import { err, ok, type Result } from '../../domain/result.ts';
import { AUDIT_START_HASH, type AuditHead, type AuditRow, hashAuditRow } from './audit-log.ts';
import { inMunicipality, type Scope } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';

/** Where the chain first fails: the row that is missing or is not what was written. */
export type AuditBreak = { readonly type: 'AuditBroken'; readonly seq: number };

/** Rows read at once, so that years of audit fit any memory. */
const ROWS_MAX = 5_000;

/**
 * Recomputes the whole chain of a municipality. Who can write the database could also rebuild the chain: the head that this
 * returns, noted elsewhere now and then, is what shows that.
 */
export function verifyAudit(pool: Pool, scope: Scope): Promise<Result<AuditHead, AuditBreak>> {
  return inMunicipality(pool, scope, async (sql) => {
    const { municipality } = scope;
    const [head] = await sql<AuditHead[]>`
      SELECT audit_seq AS seq, audit_hash AS hash FROM heads WHERE municipality = ${municipality} FOR SHARE`;
    if (head === undefined) return err({ type: 'AuditBroken', seq: 0 });
    let [seq, hash] = [0, AUDIT_START_HASH];
    for (;;) {
      const rows = await readRows(sql, municipality, seq);
      for (const row of rows) {
        seq += 1;
        hash = hashAuditRow(hash, municipality, row);
        if (row.seq !== seq || row.hash !== hash) return err({ type: 'AuditBroken', seq });
      }
      if (rows.length < ROWS_MAX) break;
    }
    return seq === head.seq && hash === head.hash ? ok(head) : err({ type: 'AuditBroken', seq: seq + 1 });
  });
}

const readRows = (sql: Transaction, municipality: string, after: number) => sql<AuditRow[]>`
  SELECT seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, actor, action, detail, hash
  FROM audit WHERE municipality = ${municipality} AND seq > ${after} ORDER BY seq LIMIT ${ROWS_MAX}`;
