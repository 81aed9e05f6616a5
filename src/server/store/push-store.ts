import type { RecordEnvelope } from '../../domain/record.ts';
import type { LoggedChange, PushStore, PushTransaction, StreamState } from '../push/push-ports.ts';
import { inMunicipalityRetried, type Scope } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';
import { writePush } from './write-push.ts';

/** The PostgreSQL behind a push. A transaction that lost a race (same new record, same new change) is simply run again. */
export const createPushStore = (pool: Pool): PushStore => ({
  inTransaction: (actor, work) =>
    inMunicipalityRetried(pool, { municipality: actor.municipality, actor: actor.id }, (sql) =>
      work(createTransaction(sql, { municipality: actor.municipality, actor: actor.id })),
    ),
});

export function createTransaction(sql: Transaction, scope: Scope): PushTransaction {
  const { municipality } = scope;
  // Learnt with the stream, so that a push by somebody who has nothing open asks nothing more.
  let hasOpenItems = false;
  return {
    lockStream: async (stream, owner) => {
      const { hasOpenItems: isSo, ...state } = await lockStream(sql, municipality, stream, owner);
      hasOpenItems = isSo;
      return state;
    },

    findLogged: async ({ stream, fromSeq, toSeq, changeIds }) => {
      // Two lookups rather than one with OR, so that each goes by its own index; a row found by both is the same row.
      const rows = await sql<LoggedRow[]>`
        SELECT seq, id, stream, is_first, hash, record, verdict FROM changes
        WHERE municipality = ${municipality} AND stream = ${stream} AND seq BETWEEN ${fromSeq} AND ${toSeq}
        UNION ALL
        SELECT seq, id, stream, is_first, hash, record, verdict FROM changes
        WHERE municipality = ${municipality} AND id = ANY(${changeIds}::uuid[]) AND is_first`;
      return withApplied(
        sql,
        municipality,
        rows.map(({ seq, id, hash, record, verdict, ...row }) => ({
          seq,
          changeId: id,
          hash,
          recordId: record ?? undefined,
          verdict: JSON.parse(verdict),
          isFirst: row.is_first,
          isOfStream: row.stream === stream,
        })),
      );
    },

    lockRecords: async (ids) => {
      // Locked in the order of their ids whoever asks, so that two pushes never wait for each other in a ring.
      const rows = await sql<{ body: string }[]>`
        SELECT body FROM records WHERE municipality = ${municipality} AND id = ANY(ARRAY(
          SELECT unnest(${ids}::uuid[]) UNION
          SELECT subject FROM records WHERE municipality = ${municipality} AND id = ANY(${ids}::uuid[])))
        ORDER BY id FOR NO KEY UPDATE`;
      return rows.map(bodyToRecord);
    },

    readAbout: async (subjects) => {
      const rows = await sql<{ body: string }[]>`
        SELECT body FROM records WHERE municipality = ${municipality} AND subject = ANY(${subjects}::uuid[]) ORDER BY id`;
      return rows.map(bodyToRecord);
    },

    readRecords: async (ids) => {
      const rows = await sql<{ body: string }[]>`
        SELECT body FROM records WHERE municipality = ${municipality} AND id = ANY(${ids}::uuid[]) ORDER BY id`;
      return rows.map(bodyToRecord);
    },

    lockHead: async () => {
      const [row] = await sql<{ version: number; seq: number; hash: string }[]>`
        SELECT version, audit_seq AS seq, audit_hash AS hash FROM heads WHERE municipality = ${municipality} FOR UPDATE`;
      if (row === undefined) throw new Error(`no such municipality: ${municipality}`);
      return { version: row.version, audit: { seq: row.seq, hash: row.hash } };
    },

    write: (push) => writePush(sql, scope, push, hasOpenItems),
  };
}

/**
 * A coordinator may have said yes to what was refused first: whoever sends it again is told so, or they would mend what is in order.
 * Asked only when a refused change comes again.
 */
async function withApplied(
  sql: Transaction,
  municipality: string,
  logged: readonly LoggedChange[],
): Promise<LoggedChange[]> {
  const refusedIds = logged.flatMap(({ changeId, verdict }) => (verdict.verdict === 'refused' ? [changeId] : []));
  if (refusedIds.length === 0) return [...logged];
  const rows = await sql<{ change: string; record: string | null }[]>`
    SELECT change, record FROM attention
    WHERE municipality = ${municipality} AND change = ANY(${refusedIds}::uuid[]) AND closed_how = 'applied'`;
  const recordsByChange = new Map(rows.map(({ change, record }) => [change, record ?? undefined]));
  return logged.map((known) => {
    const { seq, changeId, verdict } = known;
    if (verdict.verdict !== 'refused' || !recordsByChange.has(changeId)) return known;
    return { ...known, recordId: recordsByChange.get(changeId), verdict: { seq, changeId, verdict: 'accepted' } };
  });
}

type LoggedRow = {
  seq: number;
  id: string;
  stream: string;
  is_first: boolean;
  hash: string;
  record: string | null;
  verdict: string;
};

/** What stands in the database was parsed on its way in; it is not parsed again on every read. */
export const bodyToRecord = ({ body }: { body: string }): RecordEnvelope => JSON.parse(body);

async function lockStream(
  sql: Transaction,
  municipality: string,
  stream: string,
  owner: { accountId: string; deviceId: string },
): Promise<StreamState & { hasOpenItems: boolean }> {
  const select = () => sql<(StreamState & { hasOpenItems: boolean })[]>`
    SELECT account AS "accountId", device AS "deviceId", mark, count, chain,
      (SELECT epoch FROM municipalities m WHERE m.municipality = ${municipality}) AS epoch,
      EXISTS (SELECT FROM attention t WHERE t.municipality = ${municipality} AND t.account = ${owner.accountId} AND t.closed_at IS NULL) AS "hasOpenItems"
    FROM streams WHERE municipality = ${municipality} AND stream = ${stream} FOR UPDATE`;
  const [known] = await select();
  if (known !== undefined) return known;
  await sql`
    INSERT INTO streams (municipality, stream, account, device, chain)
    VALUES (${municipality}, ${stream}, ${owner.accountId}, ${owner.deviceId}, ${'0'.repeat(64)}) ON CONFLICT DO NOTHING`;
  const [made] = await select();
  if (made === undefined) throw new Error('a stream that was just inserted is not there');
  return made;
}
