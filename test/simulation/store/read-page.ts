import { PULL_RECORDS_MAX } from '../../../src/protocol/pull.ts';
import type * as real from '../../../src/server/store/read-page.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/read-page.ts, in the simulated process only. */
export const readPage: typeof real.readPage = async (pool, _scope, { after, recordsMax = PULL_RECORDS_MAX }) => {
  const database = asMemory(pool);
  await database.travel();
  const rows = [...database.tables.records.values()]
    .filter(({ version }) => version > after)
    .sort((one, other) => one.version - other.version);
  const records = rows.slice(0, recordsMax);
  const upTo = records.at(-1)?.version ?? after;
  return { records, upTo, remaining: rows.length - records.length };
};
