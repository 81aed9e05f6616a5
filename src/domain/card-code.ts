import type { Id } from './primitives.ts';
import { CODE_ALPHABET, CODE_LENGTH, createRandomCharacters, forgiveLookAlikes, inFives } from './random-code.ts';

/** The code of a person's card: `TC-` and 20 random characters. It says nothing of anybody; without a device of the city it leads nowhere. */
const PREFIX = 'TC-';
export const CARD_CODE_PATTERN = new RegExp(`^${PREFIX}[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** A code nobody had before. `newId` gives ids that are used for nothing else. */
export const createCardCode = (newId: () => Id): string => PREFIX + createRandomCharacters(newId);

/** The code in what a camera saw or a person typed: small letters, blanks, a missing beginning and look-alikes are forgiven. */
export function readCardCode(text: string): string | undefined {
  const typed = text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^TC(?=.{20}$)/, '');
  const code = PREFIX + forgiveLookAlikes(typed);
  return CARD_CODE_PATTERN.test(code) ? code : undefined;
}

/** In fives, as one reads it out: "TC 0123A BCDEF GHJKM NPQRS". */
export const cardCodeToText = (code: string): string => `TC ${inFives(code.slice(PREFIX.length))}`;
