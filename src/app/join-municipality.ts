import type { Device } from '../device/open-device.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { EntranceTrouble } from '../features/entrance.ts';
import { EnrolResponse } from '../protocol/enrol.ts';
import { SessionResponse } from '../protocol/session.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { type HttpPorts, sendRequest } from '../sync/http-client.ts';
import { deriveRootInWorker } from '../vault/derive-root-in-worker.ts';
import { loginSalt, rootToLoginSecret } from '../vault/password-root.ts';

/** What needs the network before the lock: a device that joins, a person who signs in. Loaded only when asked for. */

export async function enrolDevice(
  http: HttpPorts,
  device: Device,
  code: string,
  label: string,
): Promise<Result<void, EntranceTrouble>> {
  const answer = await sendRequest(http, {
    method: 'POST',
    path: '/enrol',
    body: { protocol: PROTOCOL_VERSION, code, label },
    response: EnrolResponse,
  });
  if (!answer.ok) return err(failureToTrouble(answer.error));
  const { deviceId, deviceToken, municipality, escrow } = answer.value;
  return device.saveEnrolment({ deviceId, deviceToken, municipality, escrow, label });
}

/** Who signed in, with the root of their password: it opens their vault, and the caller forgets it afterwards. */
export type SignedIn = { readonly session: SessionResponse; readonly username: string; readonly root: Uint8Array };

export async function signIn(
  http: HttpPorts,
  device: Device,
  typedName: string,
  password: string,
): Promise<Result<SignedIn, EntranceTrouble>> {
  const enrolment = device.enrolment.peek();
  if (enrolment === undefined) return err({ type: 'DeviceRevoked' });
  const username = typedName.trim().toLowerCase();
  const salt = await loginSalt({ municipality: enrolment.municipality.id, username });
  const root = await deriveRootInWorker({ password, salt });
  const answer = await openSession(http, enrolment.deviceToken, username, await rootToLoginSecret(root));
  if (!answer.ok) return err(failureToTrouble(answer.error));
  await keepEscrow(device, answer.value);
  return ok({ session: answer.value, username, root });
}

/** The municipality's key as it is now: vaults made from here on, and those opened with their password, are sealed to it. */
export async function keepEscrow(device: Device, { escrow }: SessionResponse): Promise<void> {
  const enrolment = device.enrolment.peek();
  if (enrolment === undefined || enrolment.escrow.keyId === escrow.keyId) return;
  await device.saveEnrolment({ ...enrolment, escrow });
}

/** A session for the person whose login secret this is. */
export const openSession = (
  http: HttpPorts,
  deviceToken: string,
  username: string,
  secret: string,
): Promise<Result<SessionResponse, SyncFailure>> =>
  sendRequest(http, {
    method: 'POST',
    path: '/session',
    authorization: `Device ${deviceToken}`,
    body: { protocol: PROTOCOL_VERSION, username, secret },
    response: SessionResponse,
  });

export function failureToTrouble(failure: SyncFailure): EntranceTrouble {
  if (failure.type === 'Unreachable' || failure.type === 'NotOurServer') return { type: 'Offline' };
  if (failure.type !== 'Refused') return { type: 'ServerTrouble' };
  switch (failure.problem) {
    case 'EnrolmentCodeInvalid':
    case 'BodyInvalid':
      return { type: 'CodeInvalid' };
    case 'SignInRefused':
      return { type: 'SignInRefused' };
    case 'SignInSlowDown':
      return { type: 'SlowDown', retryAfterSeconds: Math.ceil((failure.retryAfterMs ?? 0) / 1_000) };
    case 'DeviceRevoked':
    case 'DeviceUnknown':
      return { type: 'DeviceRevoked' };
    case 'AccountDisabled':
      return { type: 'AccountDisabled' };
    default:
      return { type: 'ServerTrouble' };
  }
}
