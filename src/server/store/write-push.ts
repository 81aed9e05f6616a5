import { assert } from '../../domain/assert.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { subjectOfRecord } from '../../domain/subject-of-record.ts';
import type { PushWrite } from '../push/push-ports.ts';
import { chainAudit, insertAuditRows } from './audit-log.ts';
import type { Scope } from './in-municipality.ts';
import type { Transaction } from './open-pool.ts';
import { writeAttention } from './write-attention.ts';

/** Writes a decided push: everything in one flight, because the municipality's head is locked meanwhile. */
export async function writePush(sql: Transaction, scope: Scope, push: PushWrite, hasOpenItems: boolean): Promise<void> {
  const { municipality } = scope;
  const { stream, head, at, changes } = push;
  const audit = chainAudit(head.audit, scope, at, push.audit);
  const updated = push.records.filter(({ isNew }) => !isNew).map(({ record }) => record);
  const created = push.records.filter(({ isNew }) => isNew).map(({ record }) => record);
  const [, , , , written] = await Promise.all([
    sql`
      INSERT INTO changes (municipality, stream, seq, id, is_first, hash, record, verdict, body, received_at)
      SELECT ${municipality}, ${stream.id}, seq, id, is_first = 1, hash, record, verdict, body, ${at}::timestamptz FROM unnest(
        ${changes.map(({ seq }) => seq)}::bigint[], ${changes.map(({ changeId }) => changeId)}::uuid[],
        ${changes.map(({ isFirst }) => (isFirst ? 1 : 0))}::int[], ${changes.map(({ hash }) => hash)}::text[],
        ${changes.map(({ recordId }) => recordId ?? null)}::uuid[], ${changes.map(({ verdict }) => JSON.stringify(verdict))}::text[],
        ${changes.map(({ body }) => body)}::text[]) AS u (seq, id, is_first, hash, record, verdict, body)`,
    insertAuditRows(sql, municipality, audit),
    sql`
      UPDATE streams SET mark = ${stream.mark}, count = ${stream.count}, chain = ${stream.chain}
      WHERE municipality = ${municipality} AND stream = ${stream.id}`,
    sql`
      UPDATE heads SET version = ${push.version}, audit_seq = ${audit.at(-1)?.seq ?? head.audit.seq}, audit_hash = ${audit.at(-1)?.hash ?? head.audit.hash}
      WHERE municipality = ${municipality}`,
    updated.length === 0 ? undefined : updateRecords(sql, municipality, updated),
    created.length === 0 ? undefined : insertRecords(sql, municipality, created),
    push.cards.length === 0 ? undefined : putOnShelf(sql, municipality, push),
    ...(push.attention === undefined
      ? []
      : writeAttention(sql, municipality, { attention: push.attention, at, hasOpenItems })),
  ]);
  assert((written?.count ?? 0) === updated.length, 'a locked record was not there to be updated');
}

const insertRecords = (sql: Transaction, municipality: string, records: readonly RecordEnvelope[]) => sql`
  INSERT INTO records (municipality, id, kind, subject, version, body)
  SELECT ${municipality}, * FROM unnest(
    ${records.map(({ id }) => id)}::uuid[], ${records.map(({ kind }) => kind)}::text[], ${records.map(subjectOrNull)}::uuid[],
    ${records.map(({ version }) => version)}::bigint[], ${records.map((record) => JSON.stringify(record))}::text[])`;

const updateRecords = (sql: Transaction, municipality: string, records: readonly RecordEnvelope[]) => sql`
  UPDATE records SET subject = u.subject, version = u.version, body = u.body FROM unnest(
    ${records.map(({ id }) => id)}::uuid[], ${records.map(subjectOrNull)}::uuid[],
    ${records.map(({ version }) => version)}::bigint[], ${records.map((record) => JSON.stringify(record))}::text[]) AS u (id, subject, version, body)
  WHERE records.municipality = ${municipality} AND records.id = u.id`;

/** What was never shared is not put there as removed: other cities are not to hear that it was. */
const putOnShelf = (
  sql: Transaction,
  municipality: string,
  { cards, records }: Pick<PushWrite, 'cards' | 'records'>,
) => {
  const authorsById = new Map(records.map(({ record }) => [record.id, record.createdBy.id]));
  const fileOf = ({ fields: { sha256 } }: RecordEnvelope) => (typeof sha256 === 'string' ? sha256 : null);
  return sql`
  INSERT INTO shelf (municipality, id, kind, subject, version, removed, body, file, file_author)
  SELECT ${municipality}, u.id, u.kind, u.subject, u.version, u.removed = 1, u.body, u.file, u.author FROM unnest(
    ${cards.map(({ id }) => id)}::uuid[], ${cards.map(({ kind }) => kind)}::text[], ${cards.map(subjectOrNull)}::uuid[],
    ${cards.map(({ version }) => version)}::bigint[], ${cards.map(({ removed }) => (removed ? 1 : 0))}::int[],
    ${cards.map((card) => JSON.stringify(card))}::text[], ${cards.map(fileOf)}::text[],
    ${cards.map((card) => (fileOf(card) === null ? null : (authorsById.get(card.id) ?? null)))}::uuid[])
    AS u (id, kind, subject, version, removed, body, file, author)
  WHERE u.removed = 0 OR EXISTS (SELECT FROM shelf s WHERE s.municipality = ${municipality} AND s.id = u.id)
  ON CONFLICT (municipality, id) DO UPDATE SET subject = EXCLUDED.subject, version = EXCLUDED.version, removed = EXCLUDED.removed,
    body = EXCLUDED.body, file = EXCLUDED.file, file_author = EXCLUDED.file_author`;
};

const subjectOrNull = (record: RecordEnvelope): string | null => subjectOfRecord(record) ?? null;
