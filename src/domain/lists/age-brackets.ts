import { z } from 'zod';

/** AMIF brackets: under 18, 18 to 60 (both included), over 60. An unknown age has no bracket and is reported apart. */
export const AGE_BRACKETS = ['U18', 'A18_60', 'O60'] as const;
export const AgeBracket = z.enum(AGE_BRACKETS);
export type AgeBracket = z.infer<typeof AgeBracket>;
