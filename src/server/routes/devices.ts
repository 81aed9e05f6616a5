import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import { DevicesResponse } from '../../protocol/devices.ts';
import { API_BASE } from '../../protocol/version.ts';
import { listDevices, revokeDevice } from '../store/devices.ts';
import { deviceRoute, sessionRoute } from './route.ts';

/** Asked by every locked device in every round: the ordinary answer is a yes, a revoked one is refused as everywhere. */
export const deviceStandingRoute = deviceRoute({
  method: 'GET',
  path: `${API_BASE}/device`,
  summary: 'Whether the device that asks may still come in',
  answer: 'empty',
  async handle() {
    return ok(undefined);
  },
});

const DEVICE_KEEPERS = ['coordinator', 'admin'] as const;

export const devicesRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/devices`,
  summary: 'Devices of the municipality',
  roles: DEVICE_KEEPERS,
  answer: DevicesResponse,
  async handle({ caller: { actor } }, { pool }) {
    return ok({ devices: await listDevices(pool, { municipality: actor.municipality, actor: actor.id }) });
  },
});

export const revokeDeviceRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/devices/:id/revoke`,
  summary: 'A device may no longer come in',
  roles: DEVICE_KEEPERS,
  answer: 'empty',
  async handle({ caller: { actor }, request }, { pool, clock, live }) {
    const id = z.uuid().safeParse(request.params.id);
    if (!id.success) return err({ type: 'NotFound' });
    const { municipality } = actor;
    const isRevoked = await revokeDevice(pool, { municipality, actor: actor.id }, { id: id.data, at: clock.now() });
    if (!isRevoked) return err({ type: 'NotFound' });
    live.announce({ what: 'device-revoked', municipality, id: id.data });
    return ok(undefined);
  },
});
