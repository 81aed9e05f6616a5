import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import { MUNICIPALITIES } from '../domain/lists/municipalities.ts';
import { MunicipalityId } from '../domain/primitives.ts';
import type { ShelfPositions } from './store/read-shared.ts';

/**
 * A pull's cursor: opaque and authenticated, so that a device can neither choose what it skips nor carry a cursor over to another
 * role, account, municipality or restored server, where what it already has would not be what it may see. It holds how far the device has
 * read at home and, city by city, on the shelf of what the others share.
 */
export type CursorBinding = { readonly actor: Actor; readonly epoch: string };
export type Position = { readonly own: number; readonly shelf: ShelfPositions };

const VERSION_BYTES = 8;
const MAC_BYTES = 16;

/** A city that joins or leaves makes every cursor another one: devices then read from the beginning. */
const CITIES = MUNICIPALITIES.map(({ id }) => MunicipalityId.parse(id));
const SHELF_LABEL = `cursor/v2\n${CITIES.join(' ')}`;
/** What devices hold from before there was a shelf. */
const HOME_LABEL = 'cursor/v1';
const HOME_BYTES = VERSION_BYTES + MAC_BYTES;
const SHELF_BYTES = VERSION_BYTES * (1 + CITIES.length) + MAC_BYTES;

/** Nothing read yet. */
export const startOf = ({ municipality }: Actor): Position => ({
  own: 0,
  shelf: new Map(CITIES.filter((city) => city !== municipality).map((city) => [city, 0])),
});

export function writeCursor(key: Buffer, binding: CursorBinding, { own, shelf }: Position): string {
  const bytes = Buffer.alloc(SHELF_BYTES - MAC_BYTES);
  [own, ...CITIES.map((city) => shelf.get(city) ?? 0)].forEach((version, index) => {
    bytes.writeBigUInt64BE(BigInt(version), index * VERSION_BYTES);
  });
  return Buffer.concat([bytes, authenticate(key, SHELF_LABEL, binding, bytes)]).toString('base64url');
}

/** Up to where the device has everything; undefined when the cursor is not one for it. */
export function readCursor(key: Buffer, binding: CursorBinding, cursor: string): Position | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== HOME_BYTES && bytes.length !== SHELF_BYTES) return undefined;
  const label = bytes.length === HOME_BYTES ? HOME_LABEL : SHELF_LABEL;
  const versions = bytes.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(authenticate(key, label, binding, versions), bytes.subarray(-MAC_BYTES))) return undefined;
  const at = (index: number): number => Number(versions.readBigUInt64BE(index * VERSION_BYTES));
  const { shelf } = startOf(binding.actor);
  if (label === HOME_LABEL) return { own: at(0), shelf };
  return { own: at(0), shelf: new Map([...shelf.keys()].map((city) => [city, at(1 + CITIES.indexOf(city))])) };
}

const authenticate = (key: Buffer, label: string, { actor, epoch }: CursorBinding, versions: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`${label}\n${actor.municipality}\n${actor.role}\n${actor.id}\n${epoch}\n`)
    .update(versions)
    .digest()
    .subarray(0, MAC_BYTES);
