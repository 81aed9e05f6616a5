import { z } from 'zod';
import type { Device } from '../device/open-device.ts';
import type { SyncStore } from '../device/sync-store.ts';
import { err, ok } from '../domain/result.ts';
import type { RemotePort, RemoteTrouble } from '../features/session.ts';
import { DevicesResponse } from '../protocol/devices.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { sendRequest } from '../sync/http-client.ts';
import { ownServer } from './entrance.ts';

/** The few things that screens ask the server for directly: they make no sense offline, and say so. */
export function createRemotePort(device: Device, store: SyncStore): RemotePort {
  const authorization = () => `Bearer ${store.sessionToken() ?? ''}`;
  return {
    async listDevices() {
      const answer = await sendRequest(ownServer(), {
        method: 'GET',
        path: '/devices',
        authorization: authorization(),
        response: DevicesResponse,
      });
      if (!answer.ok) return err(failureToTrouble(answer.error));
      const here = device.enrolment.peek()?.deviceId;
      return ok(answer.value.devices.map((line) => ({ ...line, isThisOne: line.id === here })));
    },
    async revokeDevice(id) {
      const answer = await sendRequest(ownServer(), {
        method: 'POST',
        path: `/devices/${id}/revoke`,
        authorization: authorization(),
        response: z.undefined(),
      });
      return answer.ok ? ok(undefined) : err(failureToTrouble(answer.error));
    },
  };
}

function failureToTrouble(failure: SyncFailure): RemoteTrouble {
  if (failure.type !== 'Refused') return 'offline';
  return failure.problem === 'NotPermitted' ? 'not-permitted' : 'server-trouble';
}
