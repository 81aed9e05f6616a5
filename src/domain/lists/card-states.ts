import { z } from 'zod';

/** [S] ACTV it is valid · LOST it was reported lost, or replaced. */
export const CARD_STATES = ['ACTV', 'LOST'] as const;
export const CardState = z.enum(CARD_STATES);
export type CardState = z.infer<typeof CardState>;
