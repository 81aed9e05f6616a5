import type { AttentionWrite } from '../push/push-ports.ts';
import type { Transaction } from './open-pool.ts';

type Write = { readonly attention: AttentionWrite; readonly at: string; readonly hasOpenItems: boolean };

/**
 * What travels in the flight of a push, and mostly nothing: items are closed only for somebody who has some, and opened only when
 * something was refused. Closed first: what this push opened is not mended by what came before it.
 */
export function writeAttention(sql: Transaction, municipality: string, { attention, at, hasOpenItems }: Write) {
  const { author, opened, mendedRecords, discarded, taken } = attention;
  const close = () => sql`
    UPDATE attention SET closed_at = ${at}, closed_how = CASE
      WHEN change = ANY(${taken}::uuid[]) THEN 'decided' WHEN change = ANY(${discarded}::uuid[]) THEN 'discarded' ELSE 'author' END
    WHERE municipality = ${municipality} AND account = ${author.accountId} AND closed_at IS NULL
      AND (change = ANY(${taken}::uuid[]) OR change = ANY(${discarded}::uuid[])
        OR (record = ANY(${mendedRecords}::uuid[]) AND (why = 'refused' OR sent_back_at IS NOT NULL)))`;
  // A change that was held and then came in the ordinary way is refused like any other.
  const open = () => sql`
    INSERT INTO attention (municipality, change, account, device, why, refusal, record, hash, body, received_at)
    SELECT ${municipality}, change, ${author.accountId}, ${author.deviceId}, 'refused', refusal, record, hash, body, ${at}::timestamptz FROM unnest(
      ${opened.map(({ changeId }) => changeId)}::uuid[], ${opened.map(({ refusal }) => JSON.stringify(refusal))}::text[],
      ${opened.map(({ recordId }) => recordId ?? null)}::uuid[], ${opened.map(({ hash }) => hash)}::text[],
      ${opened.map(({ body }) => body)}::text[]) AS u (change, refusal, record, hash, body)
    ON CONFLICT (municipality, change) DO UPDATE SET why = 'refused', refusal = excluded.refusal
    WHERE attention.why = 'held' AND attention.closed_at IS NULL AND attention.account = excluded.account`;
  const mayClose = hasOpenItems && taken.length > 0;
  return [...(mayClose ? [close()] : []), ...(opened.length > 0 ? [open()] : [])];
}
