import { subjectOfRecord } from '../../../src/domain/subject-of-record.ts';
import type * as real from '../../../src/server/store/files.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/files.ts, in the simulated process only. */
export const findNaming: typeof real.findNaming = async (pool, _scope, sha256) => {
  const database = asMemory(pool);
  await database.travel();
  const { records, holders } = database.tables;
  const naming = [...records.values()].filter(({ fields }) => fields.sha256 === sha256);
  return naming
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((attachment) => {
      const parent = records.get(subjectOfRecord(attachment) ?? '');
      const isHeld = holders.has(`${sha256} ${attachment.createdBy.id}`);
      return parent === undefined ? [] : [{ attachment, parent, isHeld }];
    });
};

export const isNamedByHeld: typeof real.isNamedByHeld = async (pool, _scope, { account, sha256 }) => {
  const database = asMemory(pool);
  await database.travel();
  return [...database.tables.attention.values()].some(
    (row) => row.account === account && row.why === 'held' && !row.isClosed && row.body.includes(sha256),
  );
};

export const addHolder: typeof real.addHolder = async (pool, { actor }, { sha256 }) => {
  const database = asMemory(pool);
  await database.travel();
  database.tables.holders.add(`${sha256} ${actor}`);
};

export const readPiece: typeof real.readPiece = async (pool, _scope, { sha256, place }) => {
  const database = asMemory(pool);
  await database.travel();
  return database.tables.files.get(sha256)?.pieces.get(place);
};

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const dropUnnamed: typeof real.dropUnnamed = unused;
