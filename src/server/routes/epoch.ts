import { err, ok } from '../../domain/result.ts';
import { EpochResponse } from '../../protocol/epoch.ts';
import { API_BASE } from '../../protocol/version.ts';
import { findEpoch } from '../store/municipalities.ts';
import { anyDeviceRoute } from './route.ts';

export const epochRoute = anyDeviceRoute({
  method: 'GET',
  path: `${API_BASE}/epoch`,
  summary: 'The epoch, for a device that nobody unlocks: a server that was restored has another one',
  answer: EpochResponse,
  async handle({ caller: { municipality } }, { pool }) {
    const epoch = await findEpoch(pool, municipality);
    return epoch === undefined ? err({ type: 'DeviceUnknown' }) : ok({ epoch });
  },
});
