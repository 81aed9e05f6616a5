import type { Author } from '../../domain/actor.ts';
import { ATTENTION_ITEMS_MAX, RETURNED_MAX, ReturnedChange, ServerAttentionItem } from '../../protocol/attention.ts';
import { CHANGE_LENGTH_MAX } from '../push/read-pushed.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, type Scope } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

/** A change that no device could read is listed without its content, and an answer stays this long however long the changes are. */
const ANSWER_LENGTH_MAX = 8 * 1024 * 1024;

type ItemRow = {
  change: string;
  why: 'refused' | 'held';
  refusal: string | null;
  body: string | null;
  account: string;
  name: string;
  label: string;
  received: Date;
  sent_back: Date | null;
};

/** Open items, oldest first. They speak of people served, so who was shown which is written down. */
export function listAttention(pool: Pool, scope: Scope, at: string): Promise<ServerAttentionItem[]> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const rows = await sql<ItemRow[]>`
      WITH items AS (
        SELECT *, sum(least(length(body), ${CHANGE_LENGTH_MAX})) OVER (ORDER BY received_at, change) AS length_so_far FROM attention
        WHERE municipality = ${municipality} AND closed_at IS NULL
        ORDER BY received_at, change LIMIT ${ATTENTION_ITEMS_MAX})
      SELECT i.change, i.why, i.refusal, CASE WHEN length(i.body) <= ${CHANGE_LENGTH_MAX} THEN i.body END AS body,
        i.account, a.name, d.label, i.received_at AS received, i.sent_back_at AS sent_back
      FROM items i
      JOIN accounts a ON a.municipality = ${municipality} AND a.id = i.account
      JOIN devices d ON d.municipality = ${municipality} AND d.id = i.device
      WHERE i.length_so_far <= ${ANSWER_LENGTH_MAX} ORDER BY i.received_at, i.change`;
    if (rows.length > 0) {
      const changes = rows.map(({ change }) => change);
      await writeAudit(sql, scope, at, { action: 'attention-read', detail: { changes } });
    }
    return rows.map(rowToItem);
  });
}

function rowToItem({ change, why, refusal, body, account, name, label, ...row }: ItemRow): ServerAttentionItem {
  return ServerAttentionItem.parse({
    changeId: change,
    why,
    ...(refusal !== null && { refusal: JSON.parse(refusal) }),
    ...(body !== null && { change: JSON.parse(body) }),
    author: { id: account, name } satisfies Record<keyof Author, string>,
    deviceLabel: label,
    receivedAt: row.received.toISOString(),
    ...(row.sent_back && { sentBackAt: row.sent_back.toISOString() }),
  });
}

/** What was given back to the caller and no device of theirs has taken yet. */
export function listReturned(pool: Pool, scope: Scope, at: string): Promise<ReturnedChange[]> {
  const { municipality, actor } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const rows = await sql<{ change: string; body: string; refusal: string | null; note: string | null }[]>`
      SELECT change, body, refusal, note FROM attention
      WHERE municipality = ${municipality} AND account = ${actor} AND closed_at IS NULL
        AND sent_back_at IS NOT NULL AND taken_at IS NULL AND length(body) <= ${CHANGE_LENGTH_MAX}
      ORDER BY received_at, change LIMIT ${RETURNED_MAX}`;
    if (rows.length > 0) {
      const changes = rows.map(({ change }) => change);
      await writeAudit(sql, scope, at, { action: 'returned-read', detail: { changes } });
    }
    return rows.map(({ change, body, refusal, note }) =>
      ReturnedChange.parse({
        changeId: change,
        change: JSON.parse(body),
        ...(refusal !== null && { refusal: JSON.parse(refusal) }),
        ...(note !== null && { note }),
      }),
    );
  });
}

/** A device keeps them from now on; what is not the caller's, or was not given back, is passed over. */
export function markTaken(pool: Pool, scope: Scope, changeIds: readonly string[], at: string): Promise<void> {
  const { municipality, actor } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const taken = await sql<{ change: string }[]>`
      UPDATE attention SET taken_at = ${at}
      WHERE municipality = ${municipality} AND account = ${actor} AND change = ANY(${changeIds}::uuid[])
        AND closed_at IS NULL AND sent_back_at IS NOT NULL AND taken_at IS NULL
      RETURNING change`;
    if (taken.length === 0) return;
    await writeAudit(sql, scope, at, {
      action: 'returned-taken',
      detail: { changes: taken.map(({ change }) => change) },
    });
  });
}
