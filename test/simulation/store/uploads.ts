import { hash } from 'node:crypto';
import { countPieces } from '../../../src/domain/file-pieces.ts';
import type * as real from '../../../src/server/store/uploads.ts';
import type { FileRow } from '../memory-database.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/uploads.ts, in the simulated process only. */
export const findUpload: typeof real.findUpload = async (pool, { actor }, { sha256, bytes }) => {
  const database = asMemory(pool);
  await database.travel();
  return { bytes, isWhole: false, places: placesOf(database.tables.uploads.get(`${actor} ${sha256}`)) };
};

export const keepPiece: typeof real.keepPiece = async (pool, { actor }, { sha256, bytes, place, data }) => {
  const database = asMemory(pool);
  await database.travel();
  const { uploads, files, holders } = database.tables;
  const key = `${actor} ${sha256}`;
  const known = uploads.get(key);
  const before = known?.bytes === bytes ? known.pieces : [];
  const upload: FileRow = { bytes, pieces: new Map(before).set(place, Uint8Array.from(data)) };
  if (upload.pieces.size < countPieces(bytes)) {
    uploads.set(key, upload);
    return { bytes, isWhole: false, places: placesOf(upload) };
  }
  uploads.delete(key);
  if (hash('sha256', joinPieces(upload), 'hex') !== sha256) return 'broken';
  if (!files.has(sha256)) files.set(sha256, upload);
  holders.add(`${sha256} ${actor}`);
  return { bytes, isWhole: true, places: [] };
};

export const joinPieces = ({ pieces }: FileRow): Buffer =>
  Buffer.concat([...pieces].sort(([one], [other]) => one - other).map(([, piece]) => piece));

const placesOf = (upload: FileRow | undefined): number[] =>
  [...(upload?.pieces.keys() ?? [])].sort((one, other) => one - other);
