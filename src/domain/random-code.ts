import type { Id } from './primitives.ts';

/**
 * 20 characters, 100 bits of chance, for codes that stand on paper. Crockford's alphabet has no I, L, O and U, so that nobody reads one
 * letter for another (https://www.crockford.com/base32.html).
 */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 20;

/** The last 40 bits of a UUIDv7 are random (RFC 9562) and make eight characters; three of them are enough. */
const RANDOM_HEX = 10;
const CHARACTERS_PER_ID = 8;

/** Characters nobody had before. `newId` gives ids that are used for nothing else. */
export function createRandomCharacters(newId: () => Id): string {
  const ids = Array.from({ length: Math.ceil(CODE_LENGTH / CHARACTERS_PER_ID) }, newId);
  return ids.map(idToCharacters).join('').slice(0, CODE_LENGTH);
}

function idToCharacters(id: Id): string {
  const bits = Number.parseInt(id.slice(-RANDOM_HEX), 16);
  return Array.from(
    { length: CHARACTERS_PER_ID },
    (_, place) => CODE_ALPHABET[Math.floor(bits / 32 ** place) % 32],
  ).join('');
}

/** Letters that are not in the alphabet, as the digits that somebody took for them. */
export const forgiveLookAlikes = (typed: string): string => typed.replaceAll(/[IL]/g, '1').replaceAll('O', '0');

/** In fives, as one reads it out: "0123A BCDEF GHJKM NPQRS". */
export const inFives = (characters: string): string => (characters.match(/.{1,5}/g) ?? []).join(' ');
