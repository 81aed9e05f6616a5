/**
 * From one password to two secrets that do not betray each other.
 *
 *   password + login salt → Argon2id → root ─┬─ HKDF → login secret: all that the server ever receives
 *                                            └─ HKDF → slot key of one vault: never leaves the device
 *
 * HKDF's branches are independent: who reads the server's database gets no slot key, and the server learns no password.
 */
import type { VaultKey } from './aes-gcm.ts';
import { bytesToBase64url } from './base64url.ts';
import { type Bytes, boundBytes, forget, textToBytes } from './bytes.ts';
import { deriveBytes, importHkdfKey } from './hkdf.ts';

/** RFC 9106 §4, second recommended option (64 MiB, t=3), with one lane because a worker is one thread. Never edited: a new cost is a new version. */
export const KDF_V1 = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1, rootBytes: 32 } as const;

/** A slot stores which version made its key, so that an old slot opens for as long as its version stands here. */
export const KDFS = { 'argon2id-v1': KDF_V1 } as const;
export type KdfVersion = keyof typeof KDFS;
export const KDF_CURRENT: KdfVersion = 'argon2id-v1';

export type RootRequest = { readonly password: string; readonly salt: Uint8Array; readonly kdf?: KdfVersion };

/** The port: the product passes `deriveRootInWorker`, a test may pass something cheap. */
export type DeriveRoot = (request: RootRequest) => Promise<Uint8Array>;

/** The least that the browser's Argon2id takes (RFC 9106 would take any), and what an account's password has at least. */
const PASSWORD_BYTES_MIN = 8;

/**
 * Two keyboards may write one accented letter in two ways. A password too short to be anybody's is filled up: it must be
 * answered like any other wrong one. Throws on an empty one.
 */
export const passwordToBytes = (password: string): Bytes => {
  const bytes = textToBytes(password.normalize('NFKC'));
  if (bytes.length === 0) throw new Error('the password is empty');
  if (bytes.length >= PASSWORD_BYTES_MIN) return bytes;
  const filled = new Uint8Array(PASSWORD_BYTES_MIN);
  filled.set(bytes);
  return filled;
};

export type LoginName = { readonly municipality: string; readonly username: string };

/** Deterministic, not stored: a salt that one asks the server for would tell a stranger which accounts exist. */
export const loginSalt = async ({ municipality, username }: LoginName): Promise<Bytes> => {
  const bound = boundBytes('taccuino/login-salt/v1', foldName(municipality), foldName(username));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bound));
};

// Lower-casing may leave what NFKC would compose (T and ¨), and compatibility forms may become spaces: hence this order.
const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFKC').trim();

const LOGIN_SECRET_BYTES = 32;

export const rootToLoginSecret = async (root: Uint8Array): Promise<string> =>
  bytesToBase64url(await deriveBytes(await importHkdfKey(root), boundBytes('taccuino/login/v1'), LOGIN_SECRET_BYTES));

/** An HKDF key that `slots.ts` splits again into the wrapping key and the key check. Not extractable. */
export const rootToSlotKey = async (root: Uint8Array, vaultId: string): Promise<VaultKey> => {
  const secret = await deriveBytes(await importHkdfKey(root), boundBytes('taccuino/slot/v1', vaultId), 32);
  const slotKey = await importHkdfKey(secret);
  forget(secret);
  return slotKey;
};
