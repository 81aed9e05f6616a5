import { z } from 'zod';
import { MISSING_REASONS } from './missing-reasons.ts';

/** F, M, X for another answer, or why there is none. */
export const GENDERS = ['F', 'M', 'X', ...MISSING_REASONS] as const;
export const Gender = z.enum(GENDERS);
export type Gender = z.infer<typeof Gender>;
