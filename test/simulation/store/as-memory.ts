import type { Pool } from '../../../src/server/store/open-pool.ts';
import type { MemoryDatabase } from '../memory-database.ts';

/** In the simulated process the handlers' `pool` is the database in memory: only the substituted store files look into it. */
export const asMemory = (pool: Pool): MemoryDatabase => pool as unknown as MemoryDatabase;
export const asPool = (database: MemoryDatabase): Pool => database as unknown as Pool;
