import { z } from 'zod';

/** The stations of the housing pathway; the order of this list is the order of the pathway. */
export const STAGES = ['SEGN', 'VALU', 'PATT', 'RICE', 'INSE', 'ACCO', 'USCI', 'FUP'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;
