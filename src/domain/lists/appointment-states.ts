import { z } from 'zod';

/** [S] PLAN it is still to be · DONE they met · MISS the person did not come · CANC it was called off. */
export const APPOINTMENT_STATES = ['PLAN', 'DONE', 'MISS', 'CANC'] as const;
export const AppointmentState = z.enum(APPOINTMENT_STATES);
export type AppointmentState = z.infer<typeof AppointmentState>;
