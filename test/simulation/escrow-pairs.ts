import { createECDH, hash } from 'node:crypto';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import { sealEscrowKey } from '../../src/server/auth/escrow-seal.ts';
import type { EscrowPublicKey } from '../../src/vault/escrow-slot.ts';

/** A municipality's key pair, as its table holds it. */
export type EscrowPair = EscrowPublicKey & { readonly privateKeySealed: string };

export const GENOVA = MunicipalityId.parse('c_d969');
/** Which only reads what Genova shares. */
export const TORINO = MunicipalityId.parse('c_l219');
const KEY_ID_BYTES = 12;

/** The same pair for the same 32 bytes; `createEscrowKeyPair` asks the platform, which no seed decides. */
export function bytesToEscrowPair(bytes: Uint8Array, serverKey: Buffer, municipality = GENOVA): EscrowPair {
  const scalar = Buffer.from(bytes);
  // Below the order of the group.
  scalar[0] = 1;
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar);
  const point = ecdh.getPublicKey();
  return {
    keyId: hash('sha256', point, 'buffer').subarray(0, KEY_ID_BYTES).toString('base64url'),
    publicKey: point.toString('base64url'),
    privateKeySealed: sealEscrowKey(serverKey, municipality, Buffer.concat([scalar, point]).toString('base64url')),
  };
}
