import type { Device } from '../device/open-device.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { EntranceTrouble } from '../features/entrance.ts';
import { EnrolResponse } from '../protocol/enrol.ts';
import { SessionResponse } from '../protocol/session.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { isServerDown, type SyncFailure } from '../sync/failure.ts';
import { type HttpPorts, sendRequest } from '../sync/http-client.ts';
import { deriveRootInWorker } from '../vault/derive-root-in-worker.ts';
import { loginSalt, rootToLoginSecret } from '../vault/password-root.ts';
import { after } from './browser-ports.ts';

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
  const secret = await rootToLoginSecret(root);
  const ask = () => openSession(http, enrolment.deviceToken, username, secret);
  const first = await ask();
  const waitMs = briefWaitMs(first);
  if (waitMs !== undefined) await new Promise<void>((resolve) => after(waitMs, resolve));
  const answer = waitMs === undefined ? first : await ask();
  if (!answer.ok) return err(failureToTrouble(answer.error));
  await keepEscrow(device, answer.value);
  return ok({ session: answer.value, username, root });
}

/** Longer than this is for the person to decide. */
const PATIENCE_MS = 5_000;

/**
 * The tries that made the server ask for a pause may be another's: this device may just have renewed a session with the password
 * that was changed elsewhere. A pause of seconds is waited for, not told.
 */
function briefWaitMs(answer: Result<unknown, SyncFailure>): number | undefined {
  if (answer.ok || answer.error.type !== 'Refused' || answer.error.problem !== 'SignInSlowDown') return undefined;
  const waitMs = answer.error.retryAfterMs ?? 0;
  return waitMs <= PATIENCE_MS ? waitMs : undefined;
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
  if (isServerDown(failure)) return { type: 'ServerTrouble' };
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
