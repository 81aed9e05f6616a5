import type * as real from '../../../src/server/store/attention.ts';

/** Stands in for src/server/store/attention.ts, in the simulated process only: no coordinator sends anything back here. */
export const listReturned: typeof real.listReturned = async () => [];

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const listAttention: typeof real.listAttention = unused;
export const markTaken: typeof real.markTaken = unused;
