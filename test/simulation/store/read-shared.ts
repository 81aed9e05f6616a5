import type * as real from '../../../src/server/store/read-shared.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/read-shared.ts, in the simulated process only: one city shares, and another one reads. */
export const readShared: typeof real.readShared = async (pool, { municipality }, { after, recordsMax }) => {
  const { shelf } = asMemory(pool).tables;
  const rows = [...shelf.values()]
    .map(({ card }) => card)
    .filter((card) => card.municipality !== municipality && card.version > (after.get(card.municipality) ?? 0))
    .sort((one, other) => one.version - other.version);
  const records = rows.slice(0, recordsMax);
  const upTo = new Map([...after, ...records.map((card) => [card.municipality, card.version] as const)]);
  return { records, upTo, hasMore: rows.length > recordsMax };
};

export const readSharedPiece: typeof real.readSharedPiece = async (pool, { municipality }, { sha256, place }) => {
  const { shelf, holders, files } = asMemory(pool).tables;
  const isShared = [...shelf.values()].some(({ card, file, fileAuthor }) => {
    const practice = shelf.get(String(card.fields.record))?.card;
    const isShown = !card.removed && practice?.kind === 'practice' && !practice.removed;
    return file === sha256 && isShown && card.municipality !== municipality && holders.has(`${sha256} ${fileAuthor}`);
  });
  return isShared ? files.get(sha256)?.pieces.get(place) : undefined;
};
