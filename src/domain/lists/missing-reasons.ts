import { z } from 'zod';

/** Why a value is not there. Unknown is an answer somebody chose, never an empty string; lists that allow it spread these codes. */
export const MISSING_REASONS = ['NOT_ASKED', 'DOES_NOT_KNOW', 'PREFERS_NOT'] as const;
export const MissingReason = z.enum(MISSING_REASONS);
export type MissingReason = z.infer<typeof MissingReason>;
