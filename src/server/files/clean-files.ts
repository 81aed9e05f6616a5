import { MUNICIPALITIES } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import type { ServerPorts } from '../server-ports.ts';
import { dropUnnamed } from '../store/files.ts';

/** As long as this a removed attachment can be brought back with its file. */
export const UNNAMED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Bytes that no attachment names any more leave the server. Any number of processes may do it at once. */
export async function cleanFiles({ pool, clock, log }: Pick<ServerPorts, 'pool' | 'clock' | 'log'>): Promise<void> {
  const at = clock.now();
  const before = new Date(Date.parse(at) - UNNAMED_DAYS * DAY_MS).toISOString();
  for (const { id } of MUNICIPALITIES) {
    const files = await dropUnnamed(pool, MunicipalityId.parse(id), { before, at });
    if (files > 0) log('info', 'files-dropped', { files });
  }
}
