import { z } from 'zod';

/** Who owns a dwelling: a private person, a company, a public body, an association or cooperative, a church body, an agency, other. [S] */
export const LANDLORD_TYPES = ['PRIV', 'SOCI', 'PUBB', 'ASSO', 'CHIE', 'AGEN', 'ALTR'] as const;
export const LandlordType = z.enum(LANDLORD_TYPES);
export type LandlordType = z.infer<typeof LandlordType>;
