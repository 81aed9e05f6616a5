/**
 * The server's half of escrow: the municipality's key pair, and opening what devices sealed to it. So a forgotten password
 * or a locked tablet never loses queued work. The private key never goes to a device.
 */
import { DecapError, OpenError } from 'hpke';
import { err, ok, type Result } from '../domain/result.ts';
import { KEY_BYTES, TAG_BYTES, type VaultKey } from './aes-gcm.ts';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { type Bytes, concatBytes, ownBytes } from './bytes.ts';
import { type DataKey, rawToDataKey } from './data-key.ts';
import { type EscrowPublicKey, type EscrowSlot, escrowBinding, escrowSuite } from './escrow-slot.ts';

const SCALAR_BYTES = escrowSuite.KEM.Nsk;
const POINT_BYTES = escrowSuite.KEM.Npk;
const KEY_ID_BYTES = 12;

/**
 * All base64url. `privateKey` holds the scalar and, behind it, the public point: HPKE needs both to open, and the point
 * tells which `keyId` the key belongs to.
 */
export type EscrowKeyPair = EscrowPublicKey & { readonly privateKey: string };

export const createEscrowKeyPair = async (): Promise<EscrowKeyPair> => {
  const pair = await escrowSuite.GenerateKeyPair(true);
  const point = await escrowSuite.SerializePublicKey(pair.publicKey);
  const scalar = await escrowSuite.SerializePrivateKey(pair.privateKey);
  return {
    keyId: await pointToKeyId(point),
    publicKey: bytesToBase64url(point),
    privateKey: bytesToBase64url(concatBytes(scalar, point)),
  };
};

/** WrongEscrowKey: the slot was sealed to another key pair, look for the one named `slot.keyId`. Throws on a private key that is none. */
export const openEscrowSlot = async (
  slot: EscrowSlot,
  privateKey: string,
  vaultId: string,
): Promise<Result<DataKey, { readonly type: 'WrongEscrowKey' } | { readonly type: 'SlotDamaged' }>> => {
  const { scalar, point } = parsePrivateKey(privateKey);
  if ((await pointToKeyId(point)) !== slot.keyId) return err({ type: 'WrongEscrowKey' });
  const pair = {
    privateKey: await importPrivateKey(scalar, point),
    publicKey: await escrowSuite.DeserializePublicKey(point),
  };
  const enc = base64urlToBytes(slot.enc);
  const sealed = base64urlToBytes(slot.sealed);
  if (enc?.length !== escrowSuite.KEM.Nenc || sealed?.length !== KEY_BYTES + TAG_BYTES) {
    return err({ type: 'SlotDamaged' });
  }
  try {
    const raw = await escrowSuite.Open(pair, enc, sealed, { info: escrowBinding(slot.keyId, vaultId) });
    return ok(await rawToDataKey(ownBytes(raw)));
  } catch (error) {
    // A point off the curve, or a ciphertext that this key did not make.
    if (error instanceof DecapError || error instanceof OpenError) return err({ type: 'SlotDamaged' });
    throw error;
  }
};

const parsePrivateKey = (text: string): { readonly scalar: Bytes; readonly point: Bytes } => {
  const bytes = base64urlToBytes(text);
  // The key itself must not stand in an error message: messages end in logs.
  if (bytes?.length !== SCALAR_BYTES + POINT_BYTES) throw new RangeError('not an escrow private key');
  return { scalar: bytes.slice(0, SCALAR_BYTES), point: bytes.slice(SCALAR_BYTES) };
};

/** Not through hpke's own deserializer: it works out the point with an API that Node still calls experimental, aloud. */
const importPrivateKey = (scalar: Bytes, point: Bytes): Promise<VaultKey> => {
  const coordinateBytes = (POINT_BYTES - 1) / 2;
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: bytesToBase64url(scalar),
    x: bytesToBase64url(point.subarray(1, 1 + coordinateBytes)),
    y: bytesToBase64url(point.subarray(1 + coordinateBytes)),
  };
  return crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
};

const pointToKeyId = async (point: Uint8Array): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', ownBytes(point)));
  return bytesToBase64url(digest.subarray(0, KEY_ID_BYTES));
};
