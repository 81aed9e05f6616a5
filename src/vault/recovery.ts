/**
 * A vault's data key on its way back to the device whose password was forgotten: HPKE (RFC 9180) to a key pair that the device made
 * for this one request, bound to the vault. Nobody on the way, and no second request, can open it.
 */
import { DecapError, DeserializeError, EncapError, OpenError } from 'hpke';
import { err, ok, type Result } from '../domain/result.ts';
import { KEY_BYTES, TAG_BYTES, type VaultKey } from './aes-gcm.ts';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { type Bytes, boundBytes, ownBytes } from './bytes.ts';
import { type DataKey, rawToDataKey } from './data-key.ts';
import { escrowSuite } from './escrow-slot.ts';
import { wholeKey } from './whole-key.ts';

/** Both base64url. */
export type SealedRecovery = { readonly enc: string; readonly sealed: string };

/** `publicKey` (base64url) goes into the request; the private half cannot leave the page and goes with it. */
export type RecoveryKeys = { readonly publicKey: string; readonly pair: { publicKey: VaultKey; privateKey: VaultKey } };

const recoveryBinding = (vaultId: string): Bytes => boundBytes('taccuino/recovery/v1', vaultId);

/** The device half. */
export const createRecoveryKeys = async (): Promise<RecoveryKeys> => {
  const pair = await escrowSuite.GenerateKeyPair(false);
  return { publicKey: bytesToBase64url(await escrowSuite.SerializePublicKey(pair.publicKey)), pair };
};

/** The server half. PublicKeyInvalid: what came is no point of the curve. */
export const sealRecovery = async (
  raw: Uint8Array,
  publicKey: string,
  vaultId: string,
): Promise<Result<SealedRecovery, { readonly type: 'PublicKeyInvalid' }>> => {
  const bytes = base64urlToBytes(publicKey);
  if (bytes?.length !== escrowSuite.KEM.Npk) return err({ type: 'PublicKeyInvalid' });
  try {
    const { encapsulatedSecret, ciphertext } = await escrowSuite.Seal(
      await escrowSuite.DeserializePublicKey(bytes),
      wholeKey(raw),
      { info: recoveryBinding(vaultId) },
    );
    return ok({ enc: bytesToBase64url(encapsulatedSecret), sealed: bytesToBase64url(ciphertext) });
  } catch (error) {
    if (error instanceof DeserializeError || error instanceof EncapError) return err({ type: 'PublicKeyInvalid' });
    throw error;
  }
};

/** The device half: SlotDamaged when it was sealed to another key pair, for another vault, or altered on the way. */
export const openRecovery = async (
  { enc, sealed }: SealedRecovery,
  { pair }: RecoveryKeys,
  vaultId: string,
): Promise<Result<DataKey, { readonly type: 'SlotDamaged' }>> => {
  const encBytes = base64urlToBytes(enc);
  const sealedBytes = base64urlToBytes(sealed);
  if (encBytes?.length !== escrowSuite.KEM.Nenc || sealedBytes?.length !== KEY_BYTES + TAG_BYTES) {
    return err({ type: 'SlotDamaged' });
  }
  try {
    const raw = await escrowSuite.Open(pair, encBytes, sealedBytes, { info: recoveryBinding(vaultId) });
    return ok(await rawToDataKey(ownBytes(raw)));
  } catch (error) {
    if (error instanceof DecapError || error instanceof OpenError) return err({ type: 'SlotDamaged' });
    throw error;
  }
};
