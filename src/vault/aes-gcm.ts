// The one cipher of the vault: AES-256-GCM with a random 96-bit iv. A random iv is safe for 2^32 messages under one key
// (NIST SP 800-38D §8.3); a device writes some hundred rows a day.
import { type Bytes, ownBytes } from './bytes.ts';

/** The platform's CryptoKey, named through WebCrypto itself because Node's types have no global of that name. */
export type VaultKey = Awaited<ReturnType<typeof globalThis.crypto.subtle.importKey>>;

export const KEY_BYTES = 32;
export const IV_BYTES = 12;
export const TAG_BYTES = 16;

/** The key cannot be exported again, by anybody. */
export const importAesKey = async (raw: Uint8Array): Promise<VaultKey> => {
  if (raw.length !== KEY_BYTES) throw new RangeError(`a key has ${KEY_BYTES} bytes, this one has ${raw.length}`);
  return crypto.subtle.importKey('raw', ownBytes(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
};

export const createIv = (): Bytes => crypto.getRandomValues(new Uint8Array(IV_BYTES));

export type GcmInput = { readonly iv: Bytes; readonly additionalData: Bytes };

export const encrypt = async (key: VaultKey, { iv, additionalData }: GcmInput, plaintext: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plaintext));

/** Undefined when the ciphertext is not what this key and this additional data made; GCM cannot say which of them is wrong. */
export const decrypt = async (
  key: VaultKey,
  { iv, additionalData }: GcmInput,
  ciphertext: Bytes,
): Promise<Bytes | undefined> => {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
};
