import { CHAIN_START } from '../../../src/protocol/change-hash.ts';
import type * as real from '../../../src/server/store/read-receipt.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/read-receipt.ts, in the simulated process only. */
export const readReceipt: typeof real.readReceipt = async (pool, scope, { stream, deviceId }) => {
  const database = asMemory(pool);
  await database.travel();
  const row = database.tables.streams.get(stream);
  if (row === undefined) return { mark: 0, count: 0, chain: CHAIN_START, backedUpMark: undefined, isForeign: false };
  const isForeign = row.accountId !== scope.actor || row.deviceId !== deviceId;
  const backedUpMark = database.tables.backedUp.get(stream);
  return { backedUpMark, mark: row.mark, count: row.count, chain: row.chain, isForeign };
};
