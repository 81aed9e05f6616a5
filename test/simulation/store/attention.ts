import { ReturnedChange } from '../../../src/protocol/attention.ts';
import type * as real from '../../../src/server/store/attention.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/attention.ts, in the simulated process only. */
export const listReturned: typeof real.listReturned = async (pool, { actor }) => {
  const database = asMemory(pool);
  await database.travel();
  return [...database.tables.attention].flatMap(([changeId, { account, isClosed, sentBack, body, note }]) =>
    account === actor && !isClosed && sentBack === 'yes'
      ? [ReturnedChange.parse({ changeId, change: JSON.parse(body), ...(note !== undefined && { note }) })]
      : [],
  );
};

export const markTaken: typeof real.markTaken = async (pool, { actor }, changeIds) => {
  const database = asMemory(pool);
  await database.travel();
  const { attention } = database.tables;
  for (const id of changeIds) {
    const row = attention.get(id);
    if (row?.account === actor && !row.isClosed && row.sentBack === 'yes')
      attention.set(id, { ...row, sentBack: 'taken' });
  }
};

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const listAttention: typeof real.listAttention = unused;
