import type { MunicipalityId } from '../../domain/primitives.ts';
import type { DeviceSummary } from '../../protocol/devices.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, OPERATOR_ACTOR, type Scope, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';
import { SEEN_STALE_MS } from './sessions.ts';

export type NewCode = {
  readonly municipality: MunicipalityId;
  readonly codeHash: string;
  readonly uses: number;
  readonly at: string;
  readonly expiresAt: string;
};

/** For the owner's pool. False when there is no such municipality. */
export function insertEnrolmentCode(
  pool: Pool,
  { municipality, codeHash, uses, at, expiresAt }: NewCode,
): Promise<boolean> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    await sql`DELETE FROM enrolment_codes WHERE municipality = ${municipality} AND (expires_at < ${at} OR uses_left = 0)`;
    const made = await sql`
      INSERT INTO enrolment_codes (municipality, code_hash, created_at, expires_at, uses_left)
      SELECT municipality, ${codeHash}, ${at}, ${expiresAt}, ${uses} FROM municipalities WHERE municipality = ${municipality}`;
    if (made.count === 0) return false;
    await writeAudit(sql, scope, at, { action: 'enrolment-code-created', detail: { uses, expiresAt } });
    return true;
  });
}

export type NewDevice = {
  readonly municipality: MunicipalityId;
  readonly codeHash: string;
  readonly id: string;
  readonly label: string;
  readonly tokenHash: string;
  readonly at: string;
};

/** Uses the code and adds the device, or neither. False when the code is unknown, used up or too old. */
export function insertDevice(pool: Pool, device: NewDevice): Promise<boolean> {
  const { municipality, codeHash, id, label, tokenHash, at } = device;
  const scope = { municipality, actor: SYSTEM_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    const used = await sql`
      UPDATE enrolment_codes SET uses_left = uses_left - 1
      WHERE municipality = ${municipality} AND code_hash = ${codeHash} AND uses_left > 0 AND expires_at > ${at}`;
    if (used.count === 0) return false;
    await sql`
      INSERT INTO devices (municipality, id, label, token_hash, enrolled_at) VALUES (${municipality}, ${id}, ${label}, ${tokenHash}, ${at})`;
    await writeAudit(sql, scope, at, { action: 'device-enrolled', detail: { device: id } });
    return true;
  });
}

export type KnownDevice = { readonly id: string; readonly isRevoked: boolean };

/** By its own token: a locked device that comes with what waits on it was seen too. */
export function findDevice(
  pool: Pool,
  { municipality, tokenHash, at }: { municipality: MunicipalityId; tokenHash: string; at: string },
): Promise<KnownDevice | undefined> {
  return inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    const [device] = await sql<(KnownDevice & { seen: Date | null })[]>`
      SELECT id, revoked_at IS NOT NULL AS "isRevoked", last_seen_at AS seen
      FROM devices WHERE municipality = ${municipality} AND token_hash = ${tokenHash}`;
    if (device === undefined) return undefined;
    const { id, isRevoked, seen } = device;
    if (seen === null || Date.parse(at) - seen.getTime() > SEEN_STALE_MS) {
      await sql`UPDATE devices SET last_seen_at = ${at} WHERE municipality = ${municipality} AND id = ${id}`;
    }
    return { id, isRevoked };
  });
}

/** Of the municipality; a volunteer's phone is not, and stays for one event. */
export function listDevices(pool: Pool, scope: Scope): Promise<DeviceSummary[]> {
  return inMunicipality(pool, scope, async (sql) => {
    const rows = await sql<{ id: string; label: string; enrolled: Date; seen: Date | null; revoked: Date | null }[]>`
      SELECT id, label, enrolled_at AS enrolled, last_seen_at AS seen, revoked_at AS revoked
      FROM devices d WHERE municipality = ${scope.municipality}
        AND NOT EXISTS (SELECT FROM guests g WHERE g.municipality = ${scope.municipality} AND g.device = d.id)
      ORDER BY enrolled_at, id`;
    return rows.map(({ id, label, enrolled, seen, revoked }) => ({
      id,
      label,
      enrolledAt: enrolled.toISOString(),
      ...(seen && { lastSeenAt: seen.toISOString() }),
      ...(revoked && { revokedAt: revoked.toISOString() }),
    }));
  });
}

/** Its sessions stay, so that the device is told why it may no longer come in. False when there is no such device. */
export function revokeDevice(pool: Pool, scope: Scope, { id, at }: { id: string; at: string }): Promise<boolean> {
  return inMunicipality(pool, scope, async (sql) => {
    const [device] = await sql<{ revoked_at: Date | null }[]>`
      SELECT revoked_at FROM devices WHERE municipality = ${scope.municipality} AND id = ${id} FOR UPDATE`;
    if (device === undefined) return false;
    if (device.revoked_at !== null) return true;
    await sql`UPDATE devices SET revoked_at = ${at} WHERE municipality = ${scope.municipality} AND id = ${id}`;
    await writeAudit(sql, scope, at, { action: 'device-revoked', detail: { device: id } });
    return true;
  });
}

/** Written down the first time only. */
export function markWiped(pool: Pool, scope: Scope, { id, at }: { id: string; at: string }): Promise<void> {
  return inMunicipality(pool, scope, async (sql) => {
    const done = await sql`
      UPDATE devices SET wiped_at = ${at} WHERE municipality = ${scope.municipality} AND id = ${id} AND wiped_at IS NULL`;
    if (done.count > 0) await writeAudit(sql, scope, at, { action: 'device-wiped', detail: { device: id } });
  });
}
