import { type Fields, fieldValue, isSameValue } from './json-value.ts';
import type { RuleContext } from './kind-definition.ts';

/**
 * Whether this change gives any of the named fields another value; a new record touches all of its fields. Rules whose answer
 * moves with the calendar or with other records ask this first, so that they never block an edit of something else.
 */
export function isTouched(
  { record }: RuleContext,
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
): boolean {
  if (record === undefined) return true;
  const now = fields as Fields;
  return names.some((name) => !isSameValue(fieldValue(record.fields, name), fieldValue(now, name)));
}
