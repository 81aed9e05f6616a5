import { randomInt } from 'node:crypto';
import { findMunicipality } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import { EnrolmentCode } from '../../protocol/enrol.ts';

/** Letters and digits that nobody mistakes for each other; 32 of them, so eight are 40 bits: enough for an hour and slowed-down tries. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** `D969-7K3M-9QXT` for Genova. */
export function createEnrolmentCode(municipality: MunicipalityId): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${municipality.slice(2).toUpperCase()}-${group()}-${group()}`;
}

/** What is compared, without hyphens and in capitals, and the municipality it names; undefined when it is no code at all. */
export function findEnrolmentCode(text: string): { code: string; municipality: MunicipalityId } | undefined {
  const code = EnrolmentCode.safeParse(text);
  if (!code.success) return undefined;
  const municipality = MunicipalityId.parse(`c_${code.data.slice(0, 4).toLowerCase()}`);
  return findMunicipality(municipality) === undefined ? undefined : { code: code.data, municipality };
}
