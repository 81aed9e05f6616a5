import { z } from 'zod';

/** How a service ended: done, done in part, declined by the person, person did not come, follow-up needed. */
export const SERVICE_OUTCOMES = ['DONE', 'PART', 'REFU', 'ABSE', 'FOLL'] as const;
export const ServiceOutcome = z.enum(SERVICE_OUTCOMES);
export type ServiceOutcome = z.infer<typeof ServiceOutcome>;
