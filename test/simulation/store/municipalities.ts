import type * as real from '../../../src/server/store/municipalities.ts';
import { escrowOf } from '../memory-database.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/municipalities.ts, in the simulated process only. */
export const findStoredMunicipality: typeof real.findStoredMunicipality = async (pool, municipality) => {
  const { keyId, publicKey } = escrowOf(asMemory(pool).tables, municipality);
  return { id: municipality, name: 'Genova', escrow: { keyId, publicKey } };
};

export const findEpoch: typeof real.findEpoch = async (pool) => {
  const database = asMemory(pool);
  await database.travel();
  return database.tables.epoch;
};

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const insertMunicipality: typeof real.insertMunicipality = unused;
export const listMunicipalities: typeof real.listMunicipalities = unused;
export const renewEpoch: typeof real.renewEpoch = unused;
