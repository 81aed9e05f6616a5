import type { ActorRole } from '../../domain/actor.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Refused } from '../http/problem.ts';
import type { ServerPorts } from '../server-ports.ts';
import { findDevice } from '../store/devices.ts';
import { findSession, type KnownSession } from '../store/sessions.ts';
import { findToken, type Token } from './tokens.ts';

/** Who a request comes from: known from its token alone, never from what else it says. */
export type DeviceCaller = { readonly municipality: MunicipalityId; readonly deviceId: string };
/** Also a revoked device: it may bring what it still has, and say that it cleared itself. */
export type AnyDeviceCaller = DeviceCaller & { readonly isRevoked: boolean };
export type SessionCaller = KnownSession;

type WithHeaders = { readonly raw: Request };

export async function toDeviceCaller(request: WithHeaders, ports: ServerPorts): Promise<Result<DeviceCaller, Refused>> {
  const device = await toAnyDeviceCaller(request, ports);
  return device.ok && device.value.isRevoked ? err({ type: 'DeviceRevoked' }) : device;
}

export async function toAnyDeviceCaller(
  { raw }: WithHeaders,
  { pool, clock }: ServerPorts,
): Promise<Result<AnyDeviceCaller, Refused>> {
  const token = readToken(raw, 'Device');
  const device = token && (await findDevice(pool, { ...token, at: clock.now() }));
  if (token === undefined || device === undefined) return err({ type: 'DeviceUnknown' });
  return ok({ municipality: token.municipality, deviceId: device.id, isRevoked: device.isRevoked });
}

export async function toSessionCaller(
  { raw }: WithHeaders,
  { pool, clock }: ServerPorts,
  roles: readonly ActorRole[],
): Promise<Result<SessionCaller, Refused>> {
  const token = readToken(raw, 'Bearer');
  const session = token && (await findSession(pool, { ...token, at: clock.now() }));
  if (session === undefined) return err({ type: 'SessionExpired' });
  // Revoked and closed before expired: a device that was away for long still has to learn that it is to be cleared.
  if (session.isDeviceRevoked) return err({ type: 'DeviceRevoked' });
  if (session.isAccountDisabled) return err({ type: 'AccountDisabled' });
  if (session.isExpired) return err({ type: 'SessionExpired' });
  return roles.includes(session.actor.role) ? ok(session) : err({ type: 'NotPermitted' });
}

function readToken(raw: Request, scheme: 'Device' | 'Bearer'): Token | undefined {
  const [given, text, ...rest] = (raw.headers.get('authorization') ?? '').split(' ');
  if (given?.toLowerCase() !== scheme.toLowerCase() || text === undefined || rest.length > 0) return undefined;
  return findToken(text);
}
