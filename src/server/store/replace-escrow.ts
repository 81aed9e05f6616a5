import type { MunicipalityId } from '../../domain/primitives.ts';
import type { EscrowPublicKey, EscrowSlot } from '../../vault/escrow-slot.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, OPERATOR_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

type ToReseal = { readonly id: string; readonly slot: EscrowSlot; readonly escrowKeySealed: string };

export type EscrowReplacement = {
  readonly next: EscrowPublicKey & { readonly escrowPrivateKeySealed: string };
  readonly at: string;
  readonly reseal: (vault: ToReseal) => Promise<EscrowSlot>;
};

/**
 * The key pair and every registered slot in one transaction, for the owner's pool. The head is locked first, as a registration does, so
 * that no slot of the old key comes in meanwhile. Returns how many slots were sealed anew.
 */
export async function replaceEscrow(
  pool: Pool,
  municipality: MunicipalityId,
  { next, at, reseal }: EscrowReplacement,
): Promise<number> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  const count = await inMunicipality(pool, scope, async (sql) => {
    await sql`SELECT FROM heads WHERE municipality = ${municipality} FOR UPDATE`;
    const rows = await sql<{ id: string; key_id: string; enc: string; sealed: string; escrow: string }[]>`
      SELECT v.vault AS id, v.slot_key_id AS key_id, v.slot_enc AS enc, v.slot_sealed AS sealed, m.escrow_private_key_sealed AS escrow
      FROM vaults v JOIN municipalities m ON m.municipality = v.municipality WHERE v.municipality = ${municipality}`;
    const slots: { id: string; slot: EscrowSlot }[] = [];
    for (const { id, key_id: keyId, enc, sealed, escrow } of rows) {
      const slot = await reseal({ id, slot: { kind: 'escrow', keyId, enc, sealed }, escrowKeySealed: escrow });
      slots.push({ id, slot });
    }
    await sql`
      UPDATE vaults SET slot_key_id = ${next.keyId}, slot_enc = u.enc, slot_sealed = u.sealed FROM unnest(
        ${slots.map(({ id }) => id)}::uuid[], ${slots.map(({ slot }) => slot.enc)}::text[],
        ${slots.map(({ slot }) => slot.sealed)}::text[]) AS u (id, enc, sealed)
      WHERE vaults.municipality = ${municipality} AND vaults.vault = u.id`;
    await sql`
      UPDATE municipalities SET escrow_key_id = ${next.keyId}, escrow_public_key = ${next.publicKey},
        escrow_private_key_sealed = ${next.escrowPrivateKeySealed} WHERE municipality = ${municipality}`;
    const detail = { escrowKey: next.keyId, vaults: slots.length };
    await writeAudit(sql, scope, at, { action: 'escrow-rotated', detail });
    return slots.length;
  });
  // Until then the old private key, sealed, lies in the table's file as a dead row. The table has a few rows: written anew in a moment.
  await pool`VACUUM FULL municipalities`;
  return count;
}
