import { z } from 'zod';

/** How long after the exit somebody asks how it goes: M3 three months, M6 six. */
export const FOLLOW_UPS = ['M3', 'M6'] as const;
export const FollowUp = z.enum(FOLLOW_UPS);
export type FollowUp = z.infer<typeof FollowUp>;

export const FOLLOW_UP_MONTHS = { M3: 3, M6: 6 } as const satisfies Record<FollowUp, number>;
