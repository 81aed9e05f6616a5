import { randomUUID } from 'node:crypto';
import type { Actor, ActorRole } from '../../domain/actor.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import type { Account } from './accounts.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';
import { toActor } from './to-actor.ts';

/** Counted from the last contact: a tablet that works is signed in, one that lies in a drawer for a month is not. */
const SESSION_DAYS = 30;
/** The last contact of a session, and of a device, is written at most this often. */
export const SEEN_STALE_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export const sessionEnd = (at: string): string => new Date(Date.parse(at) + SESSION_DAYS * DAY_MS).toISOString();

export type NewSession = {
  readonly municipality: MunicipalityId;
  readonly account: Account;
  readonly deviceId: string;
  readonly tokenHash: string;
  readonly at: string;
  /** Subjects of `attempts` that start anew now. */
  readonly forgive: readonly string[];
};

export function insertSession(pool: Pool, session: NewSession): Promise<void> {
  const { municipality, account, deviceId, tokenHash, at, forgive } = session;
  const scope = { municipality, actor: account.id };
  return inMunicipality(pool, scope, async (sql) => {
    await sql`DELETE FROM sessions WHERE municipality = ${municipality} AND account = ${account.id} AND expires_at < ${at}`;
    await sql`DELETE FROM attempts WHERE municipality = ${municipality} AND subject = ANY(${forgive})`;
    await sql`
      INSERT INTO sessions (municipality, token_hash, id, account, device, created_at, seen_at, expires_at)
      VALUES (${municipality}, ${tokenHash}, ${randomUUID()}, ${account.id}, ${deviceId}, ${at}, ${at}, ${sessionEnd(at)})`;
    await sql`UPDATE devices SET last_seen_at = ${at} WHERE municipality = ${municipality} AND id = ${deviceId}`;
    await writeAudit(sql, scope, at, { action: 'signed-in', detail: { device: deviceId } });
  });
}

export type KnownSession = {
  readonly id: string;
  readonly actor: Actor;
  readonly deviceId: string;
  readonly epoch: string;
  readonly isExpired: boolean;
  readonly isDeviceRevoked: boolean;
  readonly isAccountDisabled: boolean;
};

type SessionRow = {
  id: string;
  account: string;
  device: string;
  name: string;
  role: ActorRole;
  epoch: string;
  is_revoked: boolean;
  is_disabled: boolean;
  seen_at: Date;
  expires_at: Date;
};

export function findSession(
  pool: Pool,
  { municipality, tokenHash, at }: { municipality: MunicipalityId; tokenHash: string; at: string },
): Promise<KnownSession | undefined> {
  return inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    const [row] = await sql<SessionRow[]>`
      SELECT s.id, s.account, s.device, a.name, a.role, m.epoch, d.revoked_at IS NOT NULL AS is_revoked,
        a.disabled_at IS NOT NULL AS is_disabled, s.seen_at, s.expires_at
      FROM sessions s
      JOIN accounts a ON a.municipality = s.municipality AND a.id = s.account
      JOIN devices d ON d.municipality = s.municipality AND d.id = s.device
      JOIN municipalities m ON m.municipality = s.municipality
      WHERE s.municipality = ${municipality} AND s.token_hash = ${tokenHash}`;
    if (row === undefined) return undefined;
    const isExpired = row.expires_at.getTime() <= Date.parse(at);
    const isStale = Date.parse(at) - row.seen_at.getTime() > SEEN_STALE_MS;
    if (isStale && !isExpired && !row.is_revoked && !row.is_disabled) {
      await sql`
        UPDATE sessions SET seen_at = ${at}, expires_at = ${sessionEnd(at)} WHERE municipality = ${municipality} AND token_hash = ${tokenHash}`;
      await sql`UPDATE devices SET last_seen_at = ${at} WHERE municipality = ${municipality} AND id = ${row.device}`;
    }
    return {
      id: row.id,
      actor: await toActor(sql, municipality, { id: row.account, name: row.name, role: row.role }, at),
      deviceId: row.device,
      epoch: row.epoch,
      isExpired,
      isDeviceRevoked: row.is_revoked,
      isAccountDisabled: row.is_disabled,
    };
  });
}

export function deleteSession(pool: Pool, session: KnownSession, at: string): Promise<void> {
  const scope = { municipality: session.actor.municipality, actor: session.actor.id };
  return inMunicipality(pool, scope, async (sql) => {
    await sql`DELETE FROM sessions WHERE municipality = ${scope.municipality} AND id = ${session.id}`;
    await writeAudit(sql, scope, at, { action: 'signed-out', detail: { device: session.deviceId } });
  });
}
