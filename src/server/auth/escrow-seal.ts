import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MunicipalityId } from '../../domain/primitives.ts';

/** The municipality's private escrow key as it lies in the database: AES-256-GCM under the server's key, bound to its municipality. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function sealEscrowKey(key: Buffer, municipality: MunicipalityId, privateKey: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(`escrow/${municipality}`));
  const sealed = Buffer.concat([cipher.update(privateKey, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Throws when the server's key is not the one it was sealed under: nothing to go on with. */
export function openEscrowKey(key: Buffer, municipality: MunicipalityId, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(`escrow/${municipality}`))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
}
