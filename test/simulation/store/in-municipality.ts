import type * as real from '../../../src/server/store/in-municipality.ts';

/** Stands in for src/server/store/in-municipality.ts, in the simulated process only: the one transaction left is a sign-in's read. */
export const SYSTEM_ACTOR = 'system';
export const OPERATOR_ACTOR = 'operator';
export const inMunicipality: typeof real.inMunicipality = (pool, _scope, work) => work(pool as never);
export const inMunicipalityRetried: typeof real.inMunicipalityRetried = (pool, _scope, work) => work(pool as never);
export const sqlState: typeof real.sqlState = (error) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
