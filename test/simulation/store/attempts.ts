import type * as real from '../../../src/server/store/attempts.ts';

/** Stands in for src/server/store/attempts.ts, in the simulated process only: nobody guesses passwords here. */
export const claimAttempt: typeof real.claimAttempt = async () => 0;
export const forgiveAttempts: typeof real.forgiveAttempts = async () => undefined;
