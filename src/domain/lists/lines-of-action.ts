import { z } from 'zod';

/** The three municipal lines: civic engagement, taking in charge, housing inclusion. A city may run only some. */
export const LINES_OF_ACTION = ['CIVIC', 'CHARGE', 'HOUSING'] as const;
export const LineOfAction = z.enum(LINES_OF_ACTION);
export type LineOfAction = z.infer<typeof LineOfAction>;
