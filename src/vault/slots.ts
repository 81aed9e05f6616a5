/**
 * A slot holds a vault's data key for one way in. Slots are plain JSON: they lie beside the vault in IndexedDB, and the
 * escrow slot also goes to the server. Every slot is bound to its vault: moved to another one it does not open.
 *
 *   key check | sealed key | openPasswordSlot says
 *   fits      | opens      | the key
 *   fits      | does not   | SlotDamaged
 *   differs   | opens      | the key (only the check is damaged)
 *   differs   | does not   | WrongPassword
 */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { err, ok, type Result } from '../domain/result.ts';
import { createIv, decrypt, encrypt, IV_BYTES, KEY_BYTES, type VaultKey } from './aes-gcm.ts';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { type Bytes, boundBytes, ownBytes } from './bytes.ts';
import { type DataKey, rawToDataKey } from './data-key.ts';
import { deriveAesKey, deriveBytes } from './hkdf.ts';
import { KDF_CURRENT, type KdfVersion } from './password-root.ts';

/** `iv`, `sealed` and `check` are base64url. `check` tells a wrong password from a damaged slot, which GCM cannot. */
export type PasswordSlot = {
  readonly kind: 'password';
  readonly kdf: KdfVersion;
  readonly iv: string;
  readonly sealed: string;
  readonly check: string;
};

/** HPKE (RFC 9180), base mode. `keyId` names the municipality's key pair; `enc` and `sealed` are base64url. */
export type EscrowSlot = {
  readonly kind: 'escrow';
  readonly keyId: string;
  readonly enc: string;
  readonly sealed: string;
};

/** Long enough that a wrong password never looks right (1 in 2^64), and no easier to guess against than the slot itself. */
const CHECK_BYTES = 8;

/** `raw` must be the data key's bytes; the caller forgets them afterwards. `kdf` is the version that made the root of `slotKey`. */
export const sealPasswordSlot = async (
  raw: Uint8Array,
  slotKey: VaultKey,
  vaultId: string,
  kdf: KdfVersion = KDF_CURRENT,
): Promise<PasswordSlot> => {
  const iv = createIv();
  const sealed = await encrypt(
    await wrappingKey(slotKey),
    { iv, additionalData: passwordBinding(kdf, vaultId) },
    wholeKey(raw),
  );
  return {
    kind: 'password',
    kdf,
    iv: bytesToBase64url(iv),
    sealed: bytesToBase64url(sealed),
    check: await keyCheck(slotKey),
  };
};

export const openPasswordSlot = async (
  slot: PasswordSlot,
  slotKey: VaultKey,
  vaultId: string,
): Promise<Result<DataKey, { readonly type: 'WrongPassword' } | { readonly type: 'SlotDamaged' }>> => {
  const raw = await unwrap(slot, slotKey, vaultId);
  if (raw !== undefined) return ok(await rawToDataKey(raw));
  return err({ type: (await keyCheck(slotKey)) === slot.check ? 'SlotDamaged' : 'WrongPassword' });
};

const unwrap = async (slot: PasswordSlot, slotKey: VaultKey, vaultId: string): Promise<Bytes | undefined> => {
  const iv = base64urlToBytes(slot.iv);
  const sealed = base64urlToBytes(slot.sealed);
  if (iv?.length !== IV_BYTES || sealed === undefined) return undefined;
  return decrypt(await wrappingKey(slotKey), { iv, additionalData: passwordBinding(slot.kdf, vaultId) }, sealed);
};

const passwordBinding = (kdf: KdfVersion, vaultId: string): Bytes =>
  boundBytes('taccuino/password-slot/v1', kdf, vaultId);

const wrappingKey = (slotKey: VaultKey): Promise<VaultKey> =>
  deriveAesKey(slotKey, boundBytes('taccuino/slot-wrap/v1'));

const keyCheck = async (slotKey: VaultKey): Promise<string> =>
  bytesToBase64url(await deriveBytes(slotKey, boundBytes('taccuino/slot-check/v1'), CHECK_BYTES));

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

/** Forgotten bytes are all zero: a slot made of them would lock the vault for ever, silently. */
const wholeKey = (raw: Uint8Array): Bytes => {
  if (raw.length !== KEY_BYTES) throw new RangeError(`a data key has ${KEY_BYTES} bytes, this one has ${raw.length}`);
  if (raw.every((byte) => byte === 0)) throw new RangeError('this data key was already forgotten');
  return ownBytes(raw);
};
