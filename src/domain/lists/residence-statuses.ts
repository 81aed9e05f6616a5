import { z } from 'zod';

/** A restricted field: volunteers never see it. On purpose there is no code for "irregular". */
export const RESIDENCE_STATUSES = [
  'ASIL',
  'SUSS',
  'RICH',
  'SPEC',
  'CS18',
  'CS18B',
  'CS22',
  'TEMP',
  'CURE',
  'CALA',
  'VALC',
  'MINO',
  'INTM',
  'ASSM',
  'FAMI',
  'LSUB',
  'LAUT',
  'LSTA',
  'ATOC',
  'STUD',
  'UELP',
  'BLUE',
  'RESE',
  'GIUS',
  'APOL',
  'VACL',
  'CITT',
  'CFUE',
  'RINN',
  'REGO',
  'NRIL',
] as const;
export const ResidenceStatus = z.enum(RESIDENCE_STATUSES);
export type ResidenceStatus = z.infer<typeof ResidenceStatus>;
