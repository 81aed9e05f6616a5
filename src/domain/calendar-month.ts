// Beside `primitives.ts`, because those are loaded before unlock, where every byte is counted.

import { z } from 'zod';

const EARLIEST_MONTH = '1900-01';
const LATEST_MONTH = '2199-12';

/** Month of the calendar, `2026-11`. */
export const CalendarMonth = z
  .string()
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, { error: 'MonthInvalid' })
  .refine((month) => month >= EARLIEST_MONTH && month <= LATEST_MONTH, {
    error: 'DateOutOfRange',
  });
export type CalendarMonth = z.infer<typeof CalendarMonth>;
