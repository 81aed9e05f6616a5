/** The device half of escrow: sealing a vault's data key to the municipality. Apart from `slots.ts`, because only a new vault needs HPKE. */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { type Bytes, boundBytes } from './bytes.ts';
import { wholeKey } from './whole-key.ts';

/** HPKE (RFC 9180), base mode. `keyId` names the municipality's key pair; `enc` and `sealed` are base64url. */
export type EscrowSlot = {
  readonly kind: 'escrow';
  readonly keyId: string;
  readonly enc: string;
  readonly sealed: string;
};

/** P-256 rather than X25519: every browser of the last ten years has it natively, X25519 came to Chromium only in 2025. */
export const escrowSuite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

export const escrowBinding = (keyId: string, vaultId: string): Bytes =>
  boundBytes('taccuino/escrow-slot/v1', keyId, vaultId);

/** What a device knows of its municipality's key: enough to seal, nothing to open. */
export type EscrowPublicKey = { readonly keyId: string; readonly publicKey: string };

/** The device half; `openEscrowSlot` in `escrow.ts` is the server's. Throws on a public key that is none. */
export const sealEscrowSlot = async (
  raw: Uint8Array,
  { keyId, publicKey }: EscrowPublicKey,
  vaultId: string,
): Promise<EscrowSlot> => {
  const bytes = base64urlToBytes(publicKey);
  if (bytes === undefined) throw new RangeError('the escrow public key is not base64url');
  const { encapsulatedSecret, ciphertext } = await escrowSuite.Seal(
    await escrowSuite.DeserializePublicKey(bytes),
    wholeKey(raw),
    { info: escrowBinding(keyId, vaultId) },
  );
  return {
    kind: 'escrow',
    keyId,
    enc: bytesToBase64url(encapsulatedSecret),
    sealed: bytesToBase64url(ciphertext),
  };
};
