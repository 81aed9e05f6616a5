import { z } from 'zod';

/**
 * What a dwelling has: furniture, a lift, the ground floor, a kitchen, a washing machine, heating, internet, public transport near by, registered
 * residence is possible, fit for small children, animals allowed. [S]
 */
export const DWELLING_FEATURES = [
  'ARRE',
  'ASCE',
  'PTER',
  'CUCI',
  'LAVA',
  'RISC',
  'WIFI',
  'BUSV',
  'RESI',
  'BIMB',
  'ANIM',
] as const;
export const DwellingFeature = z.enum(DWELLING_FEATURES);
export type DwellingFeature = z.infer<typeof DwellingFeature>;
