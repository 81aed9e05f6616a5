import { z } from 'zod';

/** What was done for somebody. `PCAR` is the taking in charge that the indicators count; LING, CIVI and PROF feed O.2.3.1-3. */
export const SERVICE_TYPES = [
  'CONT',
  'VALB',
  'PINT',
  'ORIE',
  'EDUC',
  'PSIC',
  'LEGA',
  'MEDC',
  'MEDI',
  'SOCL',
  'PCAR',
  'BABY',
  'ACCO',
  'INVI',
  'LING',
  'CIVI',
  'PROF',
] as const;
export const ServiceType = z.enum(SERVICE_TYPES);
export type ServiceType = z.infer<typeof ServiceType>;
