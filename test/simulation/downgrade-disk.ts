import { DATABASE_NAME } from '../../src/device/database.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

/** The database as version 1 of the app left it: without the tables that later ones added. */
const NATIVE_VERSION_1 = 10;

type RawFactory = {
  readonly _databases: Map<string, { version: number; readonly rawObjectStores: Map<string, unknown> }>;
};

export function downgradeDisk(disk: SimulatedDisk): void {
  const raw = (disk.factory as unknown as RawFactory)._databases.get(DATABASE_NAME);
  if (raw === undefined) throw new Error('there is no database to downgrade');
  for (const name of ['kept', 'files', 'pieces']) raw.rawObjectStores.delete(name);
  raw.version = NATIVE_VERSION_1;
}
