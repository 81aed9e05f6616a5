import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';

/**
 * A pull's cursor: opaque and authenticated, so that a device can neither choose what it skips nor carry a cursor over to another
 * role, account, municipality or restored server, where what it already has would not be what it may see.
 */
export type CursorBinding = { readonly actor: Actor; readonly epoch: string };

const VERSION_BYTES = 8;
const MAC_BYTES = 16;

export function writeCursor(key: Buffer, binding: CursorBinding, version: number): string {
  const bytes = Buffer.alloc(VERSION_BYTES);
  bytes.writeBigUInt64BE(BigInt(version));
  return Buffer.concat([bytes, authenticate(key, binding, bytes)]).toString('base64url');
}

/** The version up to which the device has everything; undefined when the cursor is not one for it. */
export function readCursor(key: Buffer, binding: CursorBinding, cursor: string): number | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== VERSION_BYTES + MAC_BYTES) return undefined;
  const version = bytes.subarray(0, VERSION_BYTES);
  if (!timingSafeEqual(authenticate(key, binding, version), bytes.subarray(VERSION_BYTES))) return undefined;
  return Number(version.readBigUInt64BE());
}

const authenticate = (key: Buffer, { actor, epoch }: CursorBinding, version: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`cursor/v1\n${actor.municipality}\n${actor.role}\n${actor.id}\n${epoch}\n`)
    .update(version)
    .digest()
    .subarray(0, MAC_BYTES);
