import { z } from 'zod';

/**
 * What an office or service of the city is for: town hall, police office for foreigners, health, legal help, benefits and tax help, work,
 * school and language, shelter, food and clothes, protection from violence, association, other. [S]
 */
export const OFFICE_KINDS = [
  'COMU',
  'QUES',
  'SANI',
  'LEGA',
  'PATR',
  'LAVO',
  'SCUO',
  'ACCO',
  'MENS',
  'VIOL',
  'ASSO',
  'ALTR',
] as const;
export const OfficeKind = z.enum(OFFICE_KINDS);
export type OfficeKind = z.infer<typeof OfficeKind>;
