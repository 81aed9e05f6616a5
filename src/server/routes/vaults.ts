import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ACTOR_ROLES, ROLES } from '../../domain/actor.ts';
import { assert } from '../../domain/assert.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok } from '../../domain/result.ts';
import { RecoverRequest, RecoverResponse, VaultRegistration } from '../../protocol/vault.ts';
import { API_BASE } from '../../protocol/version.ts';
import { forget } from '../../vault/bytes.ts';
import type { DataKey } from '../../vault/data-key.ts';
import { sealRecovery } from '../../vault/recovery.ts';
import type { ServerKeys } from '../auth/server-keys.ts';
import type { Refused } from '../http/problem.ts';
import { findVault, getEscrowSecret, type KnownVault, noteRecovery, registerVault } from '../store/vaults.ts';
import { openVault } from '../vaults/open-vault.ts';
import { sessionRoute } from './route.ts';

/** The slot is bound to the id as it is spelled, so there is one spelling. */
const VaultId = z.uuid().lowercase();

const SLOT_REFUSED: Refused = {
  type: 'BodyInvalid',
  detail:
    'The escrow slot does not open with the key of this municipality as it is now. Sign in again to learn the key.',
};

export const registerVaultRoute = sessionRoute({
  method: 'PUT',
  path: `${API_BASE}/vaults/:vaultId`,
  summary: 'A vault makes itself known with its escrow slot; the first account to name it owns it',
  roles: ACTOR_ROLES,
  body: VaultRegistration,
  answer: 'empty',
  async handle({ caller: { actor, deviceId }, body, request }, { pool, keys, clock }) {
    const id = VaultId.safeParse(request.params.vaultId);
    if (!id.success) return err({ type: 'NotFound' });
    const scope = { municipality: actor.municipality, actor: actor.id };
    const known = await findVault(pool, scope, id.data);
    if (known !== undefined && known.owner.id !== actor.id) return err({ type: 'NotPermitted' });
    const { escrowKeySealed } = await getEscrowSecret(pool, scope);
    const named = await openVault(keys, actor.municipality, { id: id.data, slot: body.escrow, escrowKeySealed });
    if (!named.ok) return err(SLOT_REFUSED);
    const isOther = known !== undefined && !(await isSameKey(keys, actor.municipality, known, named.value));
    forget(named.value.raw);
    // A vault has one data key for life; another one here would make all that it sealed unreadable for good.
    if (isOther) return err({ type: 'BodyInvalid', detail: 'This vault is known with another data key.' });
    const done = await registerVault(pool, scope, { id: id.data, deviceId, slot: body.escrow, at: clock.now() });
    if (done === 'oldKey') return err(SLOT_REFUSED);
    return done === 'foreign' ? err({ type: 'NotPermitted' }) : ok(undefined);
  },
});

async function isSameKey(keys: ServerKeys, municipality: MunicipalityId, known: KnownVault, other: DataKey) {
  const opened = await openVault(keys, municipality, known);
  assert(opened.ok, 'a registered slot does not open with its municipality', known.id);
  const isSame = timingSafeEqual(opened.value.raw, other.raw);
  forget(opened.value.raw);
  return isSame;
}

export const recoverVaultRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/vaults/:vaultId/recover`,
  summary: 'The owner, with a new password, gets the data key of the vault back, sealed to the device',
  roles: ROLES,
  body: RecoverRequest,
  answer: RecoverResponse,
  async handle({ caller: { actor, deviceId }, body, request }, { pool, keys, clock }) {
    const id = VaultId.safeParse(request.params.vaultId);
    const scope = { municipality: actor.municipality, actor: actor.id };
    const vault = id.success ? await findVault(pool, scope, id.data) : undefined;
    if (vault === undefined) return err({ type: 'VaultUnknown' });
    if (vault.owner.id !== actor.id) return err({ type: 'NotPermitted' });
    const opened = await openVault(keys, actor.municipality, vault);
    assert(opened.ok, 'a registered slot does not open with its municipality', vault.id);
    const sealed = await sealRecovery(opened.value.raw, body.publicKey, vault.id);
    forget(opened.value.raw);
    if (!sealed.ok) return err({ type: 'BodyInvalid', detail: 'The public key is no point of P-256.' });
    await noteRecovery(pool, scope, { vault: vault.id, device: deviceId, at: clock.now() });
    return ok(sealed.value);
  },
});
