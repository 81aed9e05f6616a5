import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';

/** What a field may hold: plain JSON that can be stored, sealed, hashed and compared everywhere. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Deeper than any kind nests; a limit, because nesting is walked by recursion. */
const DEPTH_MAX = 8;

/**
 * Our own check and not `z.json()`, which drops `__proto__` keys without a word and lets pass what PostgreSQL cannot store
 * (NUL) and what has no UTF-8 (lone surrogates). It also walks a page of records several times faster.
 */
export const JsonValue = z.unknown().refine((value) => isPlainJson(value, 0), {
  error: 'ValueInvalid',
}) as z.ZodType<JsonValue>;

/** Fields of a record as the pipes carry them: names to plain JSON. A field without a value is absent, never null. */
export type Fields = Readonly<Record<string, JsonValue>>;

/** A map by field name. `z.record` alone would skip a `__proto__` key; here it is refused like any other unknown field. */
export const fieldMapOf = <Value extends z.ZodType>(name: z.ZodType<string, string>, value: Value) =>
  z
    .unknown()
    .refine((map) => !hasPrototypeKey(map), { error: 'FieldUnknown' })
    .pipe(z.record(name, value));

/** Whether two field values are the same value; absent counts as null, and the order of keys does not matter. */
export function isSameValue(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  const [a, b] = [left ?? null, right ?? null];
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  return canonicalJson(a) === canonicalJson(b);
}

/** The value of a field, or null. Asks for own keys only: `constructor` is a possible field name. */
export const fieldValue = (fields: Fields, name: string): JsonValue =>
  Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;

function isPlainJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth >= DEPTH_MAX) return false;
  if (Array.isArray(value)) return value.every((item) => isPlainJson(item, depth + 1));
  return (
    !hasPrototypeKey(value) &&
    Object.entries(value).every(([key, item]) => isStorableText(key) && isPlainJson(item, depth + 1))
  );
}

const isStorableText = (value: string): boolean => value.isWellFormed() && !value.includes('\u0000');

const hasPrototypeKey = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__');
