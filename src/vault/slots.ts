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
import { err, ok, type Result } from '../domain/result.ts';
import { createIv, decrypt, encrypt, IV_BYTES, type VaultKey } from './aes-gcm.ts';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { type Bytes, boundBytes } from './bytes.ts';
import { type DataKey, rawToDataKey } from './data-key.ts';
import { deriveAesKey, deriveBytes } from './hkdf.ts';
import { KDF_CURRENT, type KdfVersion } from './password-root.ts';
import { wholeKey } from './whole-key.ts';

/** `iv`, `sealed` and `check` are base64url. `check` tells a wrong password from a damaged slot, which GCM cannot. */
export type PasswordSlot = {
  readonly kind: 'password';
  readonly kdf: KdfVersion;
  readonly iv: string;
  readonly sealed: string;
  readonly check: string;
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
