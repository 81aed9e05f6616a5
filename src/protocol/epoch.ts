import { z } from 'zod';
import { Epoch } from './push.ts';

/**
 * In which epoch the server is: `GET /epoch` with the device's own token. Every other answer that says so needs an unlocked vault; by this one a
 * locked device hears that the server was restored, and brings again what it keeps for that day.
 */
export const EpochResponse = z.strictObject({ epoch: Epoch });
export type EpochResponse = z.infer<typeof EpochResponse>;
