import type { Id } from './primitives.ts';

/**
 * The code of a person's card: `TC-` and 20 characters, 100 bits of chance. It says nothing of anybody; without a device of the city it
 * leads nowhere. Crockford's alphabet has no I, L, O and U, so that nobody reads one letter for another
 * (https://www.crockford.com/base32.html).
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const PREFIX = 'TC-';
export const CARD_CODE_PATTERN = new RegExp(`^${PREFIX}[${ALPHABET}]{${LENGTH}}$`);

/** The last 40 bits of a UUIDv7 are random (RFC 9562) and make eight characters; three of them are enough. */
const RANDOM_HEX = 10;
const CHARACTERS_PER_ID = 8;

/** A code nobody had before. `newId` gives ids that are used for nothing else. */
export function createCardCode(newId: () => Id): string {
  const ids = Array.from({ length: Math.ceil(LENGTH / CHARACTERS_PER_ID) }, newId);
  return PREFIX + ids.map(idToCharacters).join('').slice(0, LENGTH);
}

function idToCharacters(id: Id): string {
  const bits = Number.parseInt(id.slice(-RANDOM_HEX), 16);
  return Array.from({ length: CHARACTERS_PER_ID }, (_, place) => ALPHABET[Math.floor(bits / 32 ** place) % 32]).join(
    '',
  );
}

/** The code in what a camera saw or a person typed: small letters, blanks, a missing beginning and look-alikes are forgiven. */
export function readCardCode(text: string): string | undefined {
  const typed = text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^TC(?=.{20}$)/, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  const code = PREFIX + typed;
  return CARD_CODE_PATTERN.test(code) ? code : undefined;
}

/** In fives, as one reads it out: "TC 0123A BCDEF GHJKM NPQRS". */
export const cardCodeToText = (code: string): string =>
  ['TC', ...(code.slice(PREFIX.length).match(/.{1,5}/g) ?? [])].join(' ');
