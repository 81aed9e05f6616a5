import { z } from 'zod';

/** [S] PIAN it is promised · PAGA it was paid. */
export const CONTRIBUTION_STATES = ['PIAN', 'PAGA'] as const;
export const ContributionState = z.enum(CONTRIBUTION_STATES);
export type ContributionState = z.infer<typeof ContributionState>;
