import type { Id, MunicipalityId } from './primitives.ts';
import { CODE_ALPHABET, CODE_LENGTH, createRandomCharacters, forgiveLookAlikes, inFives } from './random-code.ts';

/**
 * The code of a certificate: the cadastral code of the city that issued it, so that the server knows where to look, and 20 random
 * characters: `D9690123ABCDEFGHJKMNPQRS`. Nobody guesses one, and it says nothing of whose it is.
 */
const CITY_LENGTH = 4;
export const CERTIFICATE_CODE_PATTERN = new RegExp(`^[A-Z][0-9]{3}[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** A code nobody had before. `newId` gives ids that are used for nothing else. */
export const createCertificateCode = (municipality: MunicipalityId, newId: () => Id): string =>
  municipality.slice(2).toUpperCase() + createRandomCharacters(newId);

/** The code in what somebody typed or in the address that a camera saw; small letters, blanks, hyphens and look-alikes are forgiven. */
export function readCertificateCode(text: string): string | undefined {
  const typed = (text.split(/[#/]/).at(-1) ?? '').toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const code = typed.slice(0, CITY_LENGTH) + forgiveLookAlikes(typed.slice(CITY_LENGTH));
  return CERTIFICATE_CODE_PATTERN.test(code) ? code : undefined;
}

/** Id of the city that issued it, whether there is such a city or not. */
export const cityOfCode = (code: string): string => `c_${code.slice(0, CITY_LENGTH).toLowerCase()}`;

/** "D969 0123A BCDEF GHJKM NPQRS" */
export const certificateCodeToText = (code: string): string =>
  `${code.slice(0, CITY_LENGTH)} ${inFives(code.slice(CITY_LENGTH))}`;
