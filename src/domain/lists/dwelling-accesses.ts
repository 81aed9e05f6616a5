import { z } from 'zod';

/** How a wheelchair gets around: everywhere, to the door or with help, only stairs. Not written is not known. [S] */
export const DWELLING_ACCESSES = ['FULL', 'PART', 'NONE'] as const;
export const DwellingAccess = z.enum(DWELLING_ACCESSES);
export type DwellingAccess = z.infer<typeof DwellingAccess>;
