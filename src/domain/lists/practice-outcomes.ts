import { z } from 'zod';

/** [S] WORK it worked · PART it worked in part · FAIL it did not work. */
export const PRACTICE_OUTCOMES = ['WORK', 'PART', 'FAIL'] as const;
export const PracticeOutcome = z.enum(PRACTICE_OUTCOMES);
export type PracticeOutcome = z.infer<typeof PracticeOutcome>;
