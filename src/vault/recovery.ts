/**
 * A vault's data key on its way back to a person whose password the vault does not know. The device makes a key pair for this one request;
 * the server, which has opened the escrow slot, seals the data key to it (HPKE, RFC 9180). So the key is readable by nobody in between,
 * also not by a proxy that ends the transport encryption, and an answer that was recorded opens nothing afterwards.
 *
 * Sealed and opened with the vault's id and the public key: an answer for another vault, or to another request, does not open.
 */
import { DecapError, DeserializeError, EncapError, OpenError, ValidationError } from 'hpke';
import { err, ok, type Result } from '../domain/result.ts';
import { KEY_BYTES, TAG_BYTES } from './aes-gcm.ts';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { type Bytes, boundBytes, ownBytes } from './bytes.ts';
import { type DataKey, rawToDataKey } from './data-key.ts';
import { escrowSuite } from './escrow-slot.ts';
import { wholeKey } from './whole-key.ts';

/** Base64url both. */
export type SealedRecovery = { readonly enc: string; readonly sealed: string };

/** The device's half of one request; the private key never leaves this closure, nor the browser's own key store. */
export type Recovery = {
  readonly publicKey: string;
  /** `raw` is for the new slot; whoever holds it calls `forget(raw)`. */
  readonly open: (
    answer: SealedRecovery,
    vaultId: string,
  ) => Promise<Result<DataKey, { readonly type: 'RecoveryDamaged' }>>;
};

export const createRecovery = async (): Promise<Recovery> => {
  const pair = await escrowSuite.GenerateKeyPair(false);
  const publicKey = bytesToBase64url(await escrowSuite.SerializePublicKey(pair.publicKey));
  return {
    publicKey,
    async open(answer, vaultId) {
      const enc = base64urlToBytes(answer.enc);
      const sealed = base64urlToBytes(answer.sealed);
      if (enc?.length !== escrowSuite.KEM.Nenc || sealed?.length !== KEY_BYTES + TAG_BYTES) {
        return err({ type: 'RecoveryDamaged' });
      }
      try {
        const raw = await escrowSuite.Open(pair, enc, sealed, { info: binding(vaultId, publicKey) });
        return ok(await rawToDataKey(ownBytes(raw)));
      } catch (error) {
        if (error instanceof DecapError || error instanceof OpenError) return err({ type: 'RecoveryDamaged' });
        throw error;
      }
    },
  };
};

/** The server's half. `publicKey` comes from the network: what is no point of the curve is refused. The caller forgets `raw`. */
export const sealRecovery = async (
  raw: Uint8Array,
  publicKey: string,
  vaultId: string,
): Promise<Result<SealedRecovery, { readonly type: 'PublicKeyInvalid' }>> => {
  const point = base64urlToBytes(publicKey);
  if (point?.length !== escrowSuite.KEM.Npk) return err({ type: 'PublicKeyInvalid' });
  try {
    const { encapsulatedSecret, ciphertext } = await escrowSuite.Seal(
      await escrowSuite.DeserializePublicKey(point),
      wholeKey(raw),
      { info: binding(vaultId, publicKey) },
    );
    return ok({ enc: bytesToBase64url(encapsulatedSecret), sealed: bytesToBase64url(ciphertext) });
  } catch (error) {
    const isInvalid =
      error instanceof DeserializeError || error instanceof EncapError || error instanceof ValidationError;
    if (isInvalid) return err({ type: 'PublicKeyInvalid' });
    throw error;
  }
};

const binding = (vaultId: string, publicKey: string): Bytes => boundBytes('taccuino/recovery/v1', vaultId, publicKey);
