import { createHash } from 'node:crypto';
import type { MunicipalityId } from '../../domain/primitives.ts';
import type { Scope } from './in-municipality.ts';
import type { Transaction } from './open-pool.ts';

/**
 * Who did what, append-only, one hash chain a municipality: a row altered, taken out or slipped in breaks every hash after it.
 * `detail` is kept as the exact text that was hashed. What people wrote is not in here (it stands in `changes`), only its hash.
 */
export type AuditEntry = { readonly action: string; readonly detail: Readonly<Record<string, unknown>> };
export type AuditHead = { readonly seq: number; readonly hash: string };
export type AuditRow = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly detail: string;
  readonly hash: string;
};

export const AUDIT_START_HASH = '0'.repeat(64);

/** The next rows of the chain after `head`. */
export function chainAudit(head: AuditHead, scope: Scope, at: string, entries: readonly AuditEntry[]): AuditRow[] {
  let { seq, hash } = head;
  return entries.map(({ action, detail }) => {
    seq += 1;
    const row = { seq, at, actor: scope.actor, action, detail: JSON.stringify(detail) };
    hash = hashAuditRow(hash, scope.municipality, row);
    return { ...row, hash };
  });
}

/** Newlines cannot stand in any part but the detail, which is last: no two rows have one text. */
export const hashAuditRow = (before: string, municipality: MunicipalityId, row: Omit<AuditRow, 'hash'>): string =>
  createHash('sha256')
    .update([before, municipality, row.seq, row.at, row.actor, row.action, row.detail].join('\n'))
    .digest('hex');

export function insertAuditRows(sql: Transaction, municipality: MunicipalityId, rows: readonly AuditRow[]) {
  return sql`
    INSERT INTO audit (municipality, seq, at, actor, action, detail, hash)
    SELECT ${municipality}, * FROM unnest(
      ${rows.map(({ seq }) => seq)}::bigint[], ${rows.map(({ at }) => at)}::timestamptz[], ${rows.map(({ actor }) => actor)}::text[],
      ${rows.map(({ action }) => action)}::text[], ${rows.map(({ detail }) => detail)}::text[], ${rows.map(({ hash }) => hash)}::text[])`;
}

/** For everything but a push, which takes the head together with its versions. Call it last: it holds the head until the commit. */
export async function writeAudit(sql: Transaction, scope: Scope, at: string, entry: AuditEntry): Promise<void> {
  const [head] = await sql<AuditHead[]>`
    SELECT audit_seq AS seq, audit_hash AS hash FROM heads WHERE municipality = ${scope.municipality} FOR UPDATE`;
  if (head === undefined) throw new Error(`no such municipality: ${scope.municipality}`);
  const rows = chainAudit(head, scope, at, [entry]);
  await Promise.all([
    insertAuditRows(sql, scope.municipality, rows),
    sql`UPDATE heads SET audit_seq = audit_seq + 1, audit_hash = ${rows[0]?.hash ?? ''} WHERE municipality = ${scope.municipality}`,
  ]);
}
