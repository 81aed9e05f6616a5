// HKDF-SHA256 (RFC 5869) without salt: what goes in is already uniform (Argon2's output, or a key made from it).
import type { VaultKey } from './aes-gcm.ts';
import { type Bytes, ownBytes } from './bytes.ts';

export const importHkdfKey = (secret: Uint8Array): Promise<VaultKey> =>
  crypto.subtle.importKey('raw', ownBytes(secret), 'HKDF', false, ['deriveBits', 'deriveKey']);

const hkdf = (info: Bytes) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info });

export const deriveBytes = async (key: VaultKey, info: Bytes, lengthBytes: number): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), key, lengthBytes * 8));

export const deriveAesKey = (key: VaultKey, info: Bytes): Promise<VaultKey> =>
  crypto.subtle.deriveKey(hkdf(info), key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
