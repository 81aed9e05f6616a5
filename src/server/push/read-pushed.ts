import { Change } from '../../domain/change.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PushedChange } from '../../protocol/push.ts';
import { digestChange } from './change-digest.ts';

/** A pushed change, read by itself: what is wrong with it stops nothing but itself. */
export type ReadChange = {
  readonly seq: number;
  readonly changeId: string;
  /** The record it says it is about, also when the rest could not be read. */
  readonly recordId: string | undefined;
  readonly hash: string;
  readonly body: string;
  /** Whether the hash is the hash of what came. */
  readonly isHashRight: boolean;
  readonly change: Result<Change, Refusal>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function findRecordId({ recordId }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof recordId === 'string' && UUID.test(recordId) ? recordId : undefined;
}

/** The longest change of ours (every text at its limit, before and after) stays well below. */
export const CHANGE_LENGTH_MAX = 256 * 1024;

export function readPushed({ seq, hash, change }: PushedChange): ReadChange {
  const body = JSON.stringify(change);
  const isStorable = body.length <= CHANGE_LENGTH_MAX && isWhole(change);
  const isHashRight = isStorable && digestChange(change) === hash;
  // PostgreSQL knows one spelling of a UUID. Change refuses any other, but first it must not pass for an id that is not there yet.
  const read = { seq, changeId: change.id.toLowerCase(), recordId: findRecordId(change), hash, body, isHashRight };
  if (!isStorable) return { ...read, change: malformed('text') };
  if (!isHashRight) return { ...read, change: malformed('hash') };
  const parsed = Change.safeParse(change);
  if (parsed.success) return { ...read, change: ok(parsed.data) };
  return { ...read, change: malformed(parsed.error.issues[0]?.path ?? []) };
}

/**
 * Half a surrogate pair has no UTF-8, NUL no place in PostgreSQL, and 1e999, which the parser takes for infinity, no canonical text;
 * also where a kind's own schema never looks.
 */
function isWhole(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isWhole(key) && isWhole(inner));
}

const malformed = (path: string | readonly PropertyKey[]): Result<never, Refusal> => {
  const text = typeof path === 'string' ? path : path.map(String).join('.');
  return err({ type: 'ChangeMalformed', path: text.replace(/[^\w.-]/g, '?').slice(0, 200) });
};
