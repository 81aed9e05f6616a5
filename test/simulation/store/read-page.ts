import { subjectOfRecord } from '../../../src/domain/subject-of-record.ts';
import { PULL_RECORDS_MAX } from '../../../src/protocol/pull.ts';
import type * as real from '../../../src/server/store/read-page.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/read-page.ts, in the simulated process only. */
export const readPage: typeof real.readPage = async (
  pool,
  { municipality },
  { after, recordsMax = PULL_RECORDS_MAX, onlyAbout },
) => {
  const database = asMemory(pool);
  await database.travel();
  const rows = [...database.tables.records.values()]
    .filter(({ version }) => version > after)
    .filter((record) => record.municipality === municipality)
    .filter((record) => onlyAbout === undefined || record.id === onlyAbout || subjectOfRecord(record) === onlyAbout)
    .sort((one, other) => one.version - other.version);
  const records = rows.slice(0, recordsMax);
  const upTo = records.at(-1)?.version ?? after;
  return { records, upTo, remaining: rows.length - records.length };
};
