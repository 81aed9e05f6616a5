import { MUNICIPALITIES } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import type { Advance } from '../push/advance.ts';
import type { LiveHub } from './live-hub.ts';

const EVERY_CITY: readonly MunicipalityId[] = MUNICIPALITIES.map(({ id }) => MunicipalityId.parse(id));

/** Wakes the devices that have something to fetch. */
export function announceAdvance(live: Pick<LiveHub, 'announce'>, municipality: MunicipalityId, advance: Advance): void {
  if (advance === 'nowhere') return;
  const reached = advance === 'network' ? new Set([municipality, ...EVERY_CITY]) : [municipality];
  for (const city of reached) live.announce({ what: 'advanced', municipality: city });
}
