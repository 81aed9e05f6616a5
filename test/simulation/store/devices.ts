import type * as real from '../../../src/server/store/devices.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/devices.ts, in the simulated process only. */
export const findDevice: typeof real.findDevice = async (pool, { tokenHash }) => {
  const database = asMemory(pool);
  await database.travel();
  return [...database.tables.devices.values()].find((device) => device.tokenHash === tokenHash);
};

export const markWiped: typeof real.markWiped = async () => undefined;

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const insertEnrolmentCode: typeof real.insertEnrolmentCode = unused;
export const insertDevice: typeof real.insertDevice = unused;
export const listDevices: typeof real.listDevices = unused;
export const revokeDevice: typeof real.revokeDevice = unused;
