import { randomUUID } from 'node:crypto';
import { type GuestStanding, guestStanding, isLettingIn, mayOpenLate } from '../../domain/guest-time.ts';
import type { Id } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, inMunicipalityRetried, type Scope } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';
import { bodyToRecord } from './push-store.ts';

/** Codes of events. The code itself is made by whoever asks, from the id (`auth/invitation-code.ts`). */
export type StoredInvitation = {
  readonly id: string;
  readonly madeAt: string;
  readonly standing: GuestStanding;
  readonly phones: number;
};

type At = { readonly event: Id; readonly at: string };

/** The latest of an event; undefined when there is none, or no such event. */
export const findInvitation = (pool: Pool, scope: Scope, { event, at }: At): Promise<StoredInvitation | undefined> =>
  inMunicipality(pool, scope, async (sql) =>
    readLatest(sql, scope, await readEvent(sql, scope.municipality, event), event, at),
  );

/**
 * The open code of the event, a new one where there is none; after the event a late one. Undefined where nobody can be let in: no such
 * event, or it does not take place.
 * `hashCode` gives the hash of the code that belongs to an id.
 */
export function openInvitation(
  pool: Pool,
  scope: Scope,
  { event, at, hashCode }: At & { readonly hashCode: (id: string) => string },
): Promise<StoredInvitation | undefined> {
  const { municipality, actor } = scope;
  return inMunicipalityRetried(pool, scope, async (sql) => {
    const record = await readEvent(sql, municipality, event);
    if (guestStanding(record, undefined, at) !== 'open' && !mayOpenLate(record, at)) return undefined;
    const known = await readLatest(sql, scope, record, event, at);
    if (known?.standing === 'open') return known;
    // It ended with the event, and one at a time is open.
    if (known !== undefined) await endOpen(sql, scope, { event, at });
    const id = randomUUID();
    await sql`
      INSERT INTO invitations (municipality, id, event, code_hash, made_by, made_at)
      VALUES (${municipality}, ${id}, ${event}, ${hashCode(id)}, ${actor}, ${at})`;
    await writeAudit(sql, scope, at, { action: 'invitation-made', detail: { invitation: id, event } });
    return { id, madeAt: at, standing: 'open', phones: 0 };
  });
}

/** False when none is open. */
export const endInvitation = (pool: Pool, scope: Scope, { event, at }: At): Promise<boolean> =>
  inMunicipality(pool, scope, (sql) => endOpen(sql, scope, { event, at }));

async function endOpen(sql: Transaction, scope: Scope, { event, at }: At): Promise<boolean> {
  const { municipality } = scope;
  const ended = await sql<{ id: string }[]>`
    UPDATE invitations SET ended_at = ${at} WHERE municipality = ${municipality} AND event = ${event} AND ended_at IS NULL RETURNING id`;
  for (const { id } of ended)
    await writeAudit(sql, scope, at, { action: 'invitation-ended', detail: { invitation: id, event } });
  return ended.length > 0;
}

export async function readEvent(
  sql: Transaction,
  municipality: string,
  event: string,
): Promise<RecordEnvelope | undefined> {
  const [row] = await sql<{ body: string }[]>`
    SELECT body FROM records WHERE municipality = ${municipality} AND id = ${event} AND kind = 'event'`;
  return row && bodyToRecord(row);
}

async function readLatest(
  sql: Transaction,
  { municipality }: Scope,
  record: RecordEnvelope | undefined,
  event: string,
  at: string,
): Promise<StoredInvitation | undefined> {
  const [row] = await sql<{ id: string; made: Date; ended: Date | null; phones: number }[]>`
    SELECT id, made_at AS made, ended_at AS ended,
      (SELECT count(*) FROM guests g WHERE g.municipality = ${municipality} AND g.invitation = i.id) AS phones
    FROM invitations i WHERE municipality = ${municipality} AND event = ${event} ORDER BY made_at DESC, id LIMIT 1`;
  if (row === undefined) return undefined;
  const [madeAt, endedAt] = [row.made.toISOString(), row.ended?.toISOString()];
  const standing = isLettingIn(record, { madeAt, endedAt }, at) ? 'open' : guestStanding(record, endedAt, at);
  return { id: row.id, madeAt, standing, phones: Number(row.phones) };
}
