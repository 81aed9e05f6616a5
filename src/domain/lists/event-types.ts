import { z } from 'zod';

/** What a civic-engagement event is: green care, clean-up, street furniture, street art, workshop, summer camp, games, social support, awareness, training. */
export const EVENT_TYPES = ['VERD', 'PULI', 'ARRE', 'ARTE', 'LABO', 'CAMP', 'GIOC', 'SUPP', 'SENS', 'FORM'] as const;
export const EventType = z.enum(EVENT_TYPES);
export type EventType = z.infer<typeof EventType>;
