import { z } from 'zod';

/** What is let: a whole home, single rooms of a shared home, single beds of shared rooms. [S] */
export const DWELLING_TYPES = ['INTE', 'STAN', 'POST'] as const;
export const DwellingType = z.enum(DWELLING_TYPES);
export type DwellingType = z.infer<typeof DwellingType>;
