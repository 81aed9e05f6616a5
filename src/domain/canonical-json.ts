import canonicalize from 'canonicalize';
import { assert } from './assert.ts';

/** RFC 8785 text of a JSON value: the same value always gives the same text, so hashes and comparisons agree everywhere. */
export function canonicalJson(value: unknown): string {
  const textOfValue = canonicalize(value);
  assert(textOfValue !== undefined, 'only JSON has a canonical text');
  return textOfValue;
}
