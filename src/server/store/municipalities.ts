import { randomUUID } from 'node:crypto';
import { MUNICIPALITIES } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import type { EscrowKey } from '../../protocol/enrol.ts';
import { AUDIT_START_HASH, writeAudit } from './audit-log.ts';
import { inMunicipality, OPERATOR_ACTOR, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

export type Municipality = { readonly id: MunicipalityId; readonly name: string; readonly escrow: EscrowKey };

export type NewMunicipality = Municipality & { readonly escrowPrivateKeySealed: string; readonly at: string };

/** For the owner's pool. False when the municipality is already there. */
export function insertMunicipality(pool: Pool, { id, name, escrow, at, ...rest }: NewMunicipality): Promise<boolean> {
  const scope = { municipality: id, actor: OPERATOR_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    const made = await sql`
      INSERT INTO municipalities (municipality, name, epoch, escrow_key_id, escrow_public_key, escrow_private_key_sealed, created_at)
      VALUES (${id}, ${name}, ${randomUUID()}, ${escrow.keyId}, ${escrow.publicKey}, ${rest.escrowPrivateKeySealed}, ${at})
      ON CONFLICT DO NOTHING`;
    if (made.count === 0) return false;
    await sql`INSERT INTO heads (municipality, audit_hash) VALUES (${id}, ${AUDIT_START_HASH})`;
    await writeAudit(sql, scope, at, { action: 'municipality-created', detail: { escrowKey: escrow.keyId } });
    return true;
  });
}

export function findStoredMunicipality(pool: Pool, municipality: MunicipalityId): Promise<Municipality | undefined> {
  return inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    const [row] = await sql<{ name: string; key_id: string; public_key: string }[]>`
      SELECT name, escrow_key_id AS key_id, escrow_public_key AS public_key FROM municipalities WHERE municipality = ${municipality}`;
    return row && { id: municipality, name: row.name, escrow: { keyId: row.key_id, publicKey: row.public_key } };
  });
}

export function findEpoch(pool: Pool, municipality: MunicipalityId): Promise<string | undefined> {
  return inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    const [row] = await sql<{ epoch: string }[]>`SELECT epoch FROM municipalities WHERE municipality = ${municipality}`;
    return row?.epoch;
  });
}

/** One after the other: each is read with only itself in sight. */
export async function listMunicipalities(pool: Pool): Promise<Municipality[]> {
  const found: Municipality[] = [];
  for (const { id } of MUNICIPALITIES) {
    const municipality = await findStoredMunicipality(pool, MunicipalityId.parse(id));
    if (municipality !== undefined) found.push(municipality);
  }
  return found;
}

/** After a restore from a backup: devices see the new epoch and push again what they still hold. For the owner's pool. */
export function renewEpoch(pool: Pool, municipality: MunicipalityId, at: string): Promise<boolean> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    const done = await sql`UPDATE municipalities SET epoch = ${randomUUID()} WHERE municipality = ${municipality}`;
    if (done.count === 0) return false;
    await writeAudit(sql, scope, at, { action: 'epoch-renewed', detail: {} });
    return true;
  });
}
