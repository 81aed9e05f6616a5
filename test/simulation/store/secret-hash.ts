import type * as real from '../../../src/server/auth/secret-hash.ts';

/** Stands in for src/server/auth/secret-hash.ts, in the simulated process only: Argon2 runs on other threads. */
export const ANY_SECRET = 'any';
export const isSecretRight: typeof real.isSecretRight = async (secret, kept) => kept === ANY_SECRET || kept === secret;
export const hashSecret: typeof real.hashSecret = async (secret) => secret;
