import { z } from 'zod';

/** What the city does for a household. LOCA is SIUSS A1.05.01, ECON is SIUSS A1.05. */
export const HOUSING_MEASURES = [
  'ATMP',
  'COHO',
  'RCAS',
  'MEDI',
  'LOCA',
  'ECON',
  'ACCA',
  'EFIN',
  'CAUZ',
  'UTEN',
  'SOCH',
  'HFIR',
  'RESI',
] as const;
export const HousingMeasure = z.enum(HOUSING_MEASURES);
export type HousingMeasure = z.infer<typeof HousingMeasure>;
