import { z } from 'zod';

/** Planned, held, cancelled. A cancelled event takes no attendance and counts nowhere. */
export const EVENT_STATES = ['PLAN', 'HELD', 'CANC'] as const;
export const EventState = z.enum(EVENT_STATES);
export type EventState = z.infer<typeof EventState>;
