import type { Device } from '../device/open-device.ts';
import { err, type Result } from '../domain/result.ts';
import type { EntranceTrouble } from '../features/entrance.ts';
import { RecoverResponse } from '../protocol/vault.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { type HttpPorts, nothing, sendRequest } from '../sync/http-client.ts';
import { forget } from '../vault/bytes.ts';
import { createRecoveryKeys, openRecovery } from '../vault/recovery.ts';
import { failureToTrouble, type SignedIn } from './join-municipality.ts';

/**
 * The way back into a vault whose password was forgotten or whose slot is damaged: its owner has just signed in with a password that the
 * server takes, so the municipality gives the data key back, sealed to a key pair of this one request. The new password's slot then takes
 * the place of the old one, and what waits is where it was.
 */
export async function recoverVault(
  http: HttpPorts,
  device: Device,
  vaultId: string,
  { session, root }: Pick<SignedIn, 'session' | 'root'>,
): Promise<Result<void, EntranceTrouble>> {
  const authorization = `Bearer ${session.token}`;
  await register(http, device, vaultId, authorization);
  const keys = await createRecoveryKeys();
  const answer = await sendRequest(http, {
    method: 'POST',
    path: `/vaults/${vaultId}/recover`,
    authorization,
    body: { protocol: PROTOCOL_VERSION, publicKey: keys.publicKey },
    response: RecoverResponse,
  });
  if (!answer.ok) return err(failureToRecovery(answer.error));
  const opened = await openRecovery(answer.value, keys, vaultId);
  if (!opened.ok) return err({ type: 'ServerTrouble' });
  const replaced = await device.replacePassword(vaultId, opened.value, root);
  forget(opened.value.raw);
  if (replaced.ok) return replaced;
  const { error } = replaced;
  if (error.type === 'VaultUnknown') return err({ type: 'DatabaseMissing' });
  return err(error.type === 'WrongPassword' || error.type === 'PasswordStale' ? { type: 'ServerTrouble' } : error);
}

/** A vault that never met the server can still be made known by its owner: its slot needs no password. Known already, that changes nothing. */
async function register(http: HttpPorts, device: Device, vaultId: string, authorization: string): Promise<void> {
  const slot = await (await device.lockedMail()).findEscrowSlot(vaultId);
  if (!slot.ok || slot.value === undefined) return;
  await sendRequest(http, {
    method: 'PUT',
    path: `/vaults/${vaultId}`,
    authorization,
    body: { protocol: PROTOCOL_VERSION, escrow: slot.value },
    response: nothing,
  });
}

/** Where the municipality cannot give the key back, the old password still opens what is here. */
function failureToRecovery(failure: SyncFailure): EntranceTrouble {
  const isNotTheirs =
    failure.type === 'Refused' && (failure.problem === 'VaultUnknown' || failure.problem === 'NotPermitted');
  return isNotTheirs ? { type: 'PasswordChanged' } : failureToTrouble(failure);
}
