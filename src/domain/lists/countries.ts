// Citizenships: ISO 3166-1 alpha-2 from a list package, plus what a passport list cannot say. Only the package's code
// table is imported; the names of countries come from Intl, in i18n. The table already holds XK (Kosovo), which is a
// user-assigned code and not ISO's.

import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { z } from 'zod';

/** App codes, four letters so that no future ISO code can meet them. */
export const CITIZENSHIPS_OUTSIDE_ISO = ['STLS', 'UNKN'] as const;

export const COUNTRIES: readonly string[] = isoCodes.flatMap(([alpha2]) => alpha2 ?? []);

export const CITIZENSHIPS: readonly string[] = [...COUNTRIES, ...CITIZENSHIPS_OUTSIDE_ISO];
export const Citizenship = z.enum(CITIZENSHIPS);
export type Citizenship = z.infer<typeof Citizenship>;

/** The Union's 27 member states. Their citizens are outside the target group: the form warns, it never blocks. */
const EU_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export function isEuCountry(code: string): boolean {
  return EU_COUNTRIES.has(code);
}
