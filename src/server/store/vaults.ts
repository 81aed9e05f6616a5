import { Actor, type ActorRole } from '../../domain/actor.ts';
import type { EscrowSlot } from '../../vault/escrow-slot.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, inMunicipalityRetried, type Scope } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

/** A registered vault, with what is needed to open it and to decide as its owner. */
export type KnownVault = {
  readonly id: string;
  /** As the accounts say now. */
  readonly owner: Actor;
  readonly deviceId: string;
  readonly slot: EscrowSlot;
  readonly escrowKeySealed: string;
  readonly isOwnerDisabled: boolean;
  readonly isDeviceRevoked: boolean;
};

type VaultRow = {
  account: string;
  name: string;
  role: ActorRole;
  device: string;
  key_id: string;
  enc: string;
  sealed: string;
  escrow: string;
  is_disabled: boolean;
  is_revoked: boolean;
};

/** Slot and escrow key come from one snapshot: a rotation between two reads would leave a slot without its key. */
export function findVault(pool: Pool, scope: Scope, id: string): Promise<KnownVault | undefined> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const [row] = await sql<VaultRow[]>`
      SELECT v.account, a.name, a.role, v.device, v.slot_key_id AS key_id, v.slot_enc AS enc, v.slot_sealed AS sealed,
        m.escrow_private_key_sealed AS escrow, a.disabled_at IS NOT NULL AS is_disabled, d.revoked_at IS NOT NULL AS is_revoked
      FROM vaults v
      JOIN municipalities m ON m.municipality = v.municipality
      JOIN accounts a ON a.municipality = v.municipality AND a.id = v.account
      JOIN devices d ON d.municipality = v.municipality AND d.id = v.device
      WHERE v.municipality = ${municipality} AND v.vault = ${id}`;
    return (
      row && {
        id,
        owner: Actor.parse({ id: row.account, name: row.name, role: row.role, municipality }),
        deviceId: row.device,
        slot: { kind: 'escrow', keyId: row.key_id, enc: row.enc, sealed: row.sealed },
        escrowKeySealed: row.escrow,
        isOwnerDisabled: row.is_disabled,
        isDeviceRevoked: row.is_revoked,
      }
    );
  });
}

export type EscrowSecret = { readonly keyId: string; readonly escrowKeySealed: string };

export function getEscrowSecret(pool: Pool, scope: Scope): Promise<EscrowSecret> {
  return inMunicipality(pool, scope, async (sql) => {
    const [row] = await sql<EscrowSecret[]>`
      SELECT escrow_key_id AS "keyId", escrow_private_key_sealed AS "escrowKeySealed"
      FROM municipalities WHERE municipality = ${scope.municipality}`;
    if (row === undefined) throw new Error(`no such municipality: ${scope.municipality}`);
    return row;
  });
}

export type Registration = { readonly id: string; readonly deviceId: string; readonly slot: EscrowSlot };

/**
 * The first account to name a vault owns it. The head is locked first, as a rotation of the escrow key does: a slot sealed to the
 * key of yesterday cannot slip in behind it.
 */
export function registerVault(
  pool: Pool,
  scope: Scope,
  { id, deviceId, slot, at }: Registration & { readonly at: string },
): Promise<'registered' | 'foreign' | 'oldKey'> {
  const { municipality, actor } = scope;
  const { keyId, enc, sealed } = slot;
  return inMunicipalityRetried(pool, scope, async (sql) => {
    await sql`SELECT FROM heads WHERE municipality = ${municipality} FOR UPDATE`;
    const [now] = await sql<{ is_current: boolean }[]>`
      SELECT escrow_key_id = ${keyId} AS is_current FROM municipalities WHERE municipality = ${municipality}`;
    if (now?.is_current !== true) return 'oldKey';
    const [known] = await sql<{ account: string; device: string; key_id: string }[]>`
      SELECT account, device, slot_key_id AS key_id FROM vaults WHERE municipality = ${municipality} AND vault = ${id}`;
    if (known !== undefined && known.account !== actor) return 'foreign';
    if (known?.device === deviceId && known.key_id === keyId) return 'registered';
    await sql`
      INSERT INTO vaults (municipality, vault, account, device, slot_key_id, slot_enc, slot_sealed, registered_at)
      VALUES (${municipality}, ${id}, ${actor}, ${deviceId}, ${keyId}, ${enc}, ${sealed}, ${at})
      ON CONFLICT (municipality, vault) DO UPDATE SET device = ${deviceId}, slot_key_id = ${keyId}, slot_enc = ${enc}, slot_sealed = ${sealed}`;
    const detail = { vault: id, device: deviceId, escrowKey: keyId };
    await writeAudit(sql, scope, at, { action: 'vault-registered', detail });
    return 'registered';
  });
}

/** Written down before the key goes out. */
export const noteRecovery = (pool: Pool, scope: Scope, detail: { vault: string; device: string; at: string }) =>
  inMunicipality(pool, scope, (sql) =>
    writeAudit(sql, scope, detail.at, {
      action: 'vault-recovered',
      detail: { vault: detail.vault, device: detail.device },
    }),
  );
