import { assert } from '../../domain/assert.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import type { Result } from '../../domain/result.ts';
import { forget } from '../../vault/bytes.ts';
import type { DataKey } from '../../vault/data-key.ts';
import { openEscrowSlot } from '../../vault/escrow.ts';
import { type EscrowPublicKey, type EscrowSlot, sealEscrowSlot } from '../../vault/escrow-slot.ts';
import { openEscrowKey } from '../auth/escrow-seal.ts';
import type { ServerKeys } from '../auth/server-keys.ts';

type Openable = { readonly id: string; readonly slot: EscrowSlot; readonly escrowKeySealed: string };

/**
 * A vault's data key through the municipality's escrow: the private key is opened with the server's own for this one call. Whoever
 * asks forgets `raw` when done.
 */
export const openVault = (
  keys: ServerKeys,
  municipality: MunicipalityId,
  { id, slot, escrowKeySealed }: Openable,
): Promise<Result<DataKey, { readonly type: 'WrongEscrowKey' | 'SlotDamaged' }>> =>
  openEscrowSlot(slot, openEscrowKey(keys.escrow, municipality, escrowKeySealed), id);

/** The same data key for the municipality's next key pair. Throws where a registered slot does not open: then nothing is rotated. */
export async function resealVault(
  keys: ServerKeys,
  municipality: MunicipalityId,
  vault: Openable,
  next: EscrowPublicKey,
): Promise<EscrowSlot> {
  const opened = await openVault(keys, municipality, vault);
  assert(opened.ok, 'a registered slot does not open with its municipality', vault.id);
  const slot = await sealEscrowSlot(opened.value.raw, next, vault.id);
  forget(opened.value.raw);
  return slot;
}
