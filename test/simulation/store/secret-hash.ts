import type * as real from '../../../src/server/auth/secret-hash.ts';

/** Stands in for src/server/auth/secret-hash.ts, in the simulated process only: Argon2 runs on other threads, and every secret here is right. */
export const isSecretRight: typeof real.isSecretRight = async (_secret, kept) => kept !== undefined;
export const hashSecret: typeof real.hashSecret = async (secret) => secret;
