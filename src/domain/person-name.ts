import type { Fields } from './json-value.ts';

/**
 * How a person is called in lists and titles: short, so that a glance over a shoulder tells little. "Amina D." where both names
 * are known, the one name where only one is, the nickname in the quotation marks of a language where only that is; undefined when there
 * is only a number to call.
 */
export function personName(fields: Fields, quoted: (nickname: string) => string): string | undefined {
  const given = nameIn(fields.givenName);
  const family = nameIn(fields.familyName);
  if (given !== undefined && family !== undefined) return `${given} ${initialOf(family)}`;
  const nickname = nameIn(fields.nickname);
  return given ?? family ?? (nickname === undefined ? undefined : quoted(nickname));
}

/** First letter as people see it: with its marks, also outside the Latin script. */
function initialOf(name: string): string {
  const [first] = name.normalize('NFC').match(/\p{L}\p{M}*/u) ?? [];
  return first === undefined ? name : `${first.toLocaleUpperCase('it')}.`;
}

const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim() || undefined : undefined;
