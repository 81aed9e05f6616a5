import type * as real from '../../../src/server/store/read-shared.ts';

/** Stands in for src/server/store/read-shared.ts, in the simulated process only: there is one city, so nothing is on the shelf. */
export const readShared: typeof real.readShared = (_pool, _scope, { after }) =>
  Promise.resolve({ records: [], upTo: after, hasMore: false });

export const readSharedPiece: typeof real.readSharedPiece = () => Promise.resolve(undefined);
