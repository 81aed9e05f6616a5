import { z } from 'zod';
import { createCacheMarker } from '../device/device-marker.ts';
import type { DevicePorts } from '../device/device-ports.ts';
import type { GuestPhone, NewGuest } from '../device/guest-phone.ts';
import { createTabChannel } from '../device/tab-channel.ts';
import type { UnlockedVault } from '../device/unlock-vault.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GuestDoorTrouble } from '../features/guest/GuestDoor.tsx';
import { GuestResponse } from '../protocol/guest.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { isServerDown, type SyncFailure } from '../sync/failure.ts';
import { sendRequest } from '../sync/http-client.ts';
import { createBrowserPorts } from './browser-ports.ts';
import { ownServer } from './entrance.ts';

/** A volunteer's phone: its own channel between tabs, and no marker, because an event that is gone is no loss to be told of. */
export const createGuestPorts = (): DevicePorts => ({
  ...createBrowserPorts(),
  marker: createCacheMarker(undefined),
  tabs: 'BroadcastChannel' in globalThis ? createTabChannel(new BroadcastChannel('taccuino-guest')) : undefined,
});

/** Brings the code of an event and makes the vault of this phone. */
export async function comeIn(phone: GuestPhone, code: string): Promise<Result<UnlockedVault, GuestDoorTrouble>> {
  const guest = await bringCode(code);
  if (!guest.ok) return guest;
  const unlocked = await phone.comeIn(guest.value);
  return unlocked.ok ? unlocked : err('troubleStorage');
}

/**
 * A phone that the server knows no more is let in anew by a code of its event, and keeps what it holds. The vault is locked then and to be
 * opened anew.
 */
export async function comeInAnew(
  phone: GuestPhone,
  unlocked: UnlockedVault,
  code: string,
): Promise<Result<void, GuestDoorTrouble | 'otherEvent'>> {
  const guest = await bringCode(code);
  if (!guest.ok) return guest;
  const { actor, sessionToken } = guest.value;
  const inside = unlocked.vault.actor;
  if (inside.role !== 'guest' || actor.event !== inside.event) {
    void sayGoodbye(sessionToken);
    return err('otherEvent');
  }
  // Sealed with the rest, as at the first time.
  unlocked.vault.drafts.save(CODE_DRAFT, code);
  const cameIn = await phone.comeInAnew(unlocked, guest.value);
  return cameIn.ok ? cameIn : err('troubleStorage');
}

/** The code that let this phone in: to tell this event's code from another's. */
export const CODE_DRAFT = 'guest:code';

/** The part of a scanned link that carries the code of an event; undefined where something else was scanned. */
export const findCodeHash = (text: string): string | undefined => /\/door(#[^#]+)$/.exec(text.trim())?.[1];

async function bringCode(code: string): Promise<Result<NewGuest, GuestDoorTrouble>> {
  const answer = await sendRequest(ownServer(), {
    method: 'POST',
    path: '/guest',
    body: { protocol: PROTOCOL_VERSION, code },
    response: GuestResponse,
  });
  if (!answer.ok) return err(failureToTrouble(answer.error));
  const { deviceId, deviceToken, municipality, escrow, actor, token } = answer.value;
  // The device's label is its name in the municipality; no person's.
  const enrolment = { deviceId, deviceToken, municipality, escrow, label: actor.name };
  return ok({ enrolment, actor, sessionToken: token });
}

/** The session ends with the turn; without an answer it ends by itself, and opens nothing but the event. */
export const sayGoodbye = (token: string | undefined) =>
  sendRequest(ownServer(), {
    method: 'DELETE',
    path: '/session',
    authorization: `Bearer ${token ?? ''}`,
    response: z.undefined(),
  });

function failureToTrouble(failure: SyncFailure): GuestDoorTrouble {
  if (isServerDown(failure)) return 'troubleServer';
  if (failure.type === 'Unreachable' || failure.type === 'NotOurServer') return 'troubleOffline';
  if (failure.type !== 'Refused') return 'troubleServer';
  if (failure.problem === 'InvitationOver') return 'troubleOver';
  return failure.problem === 'InvitationInvalid' || failure.problem === 'BodyInvalid' ? 'troubleCode' : 'troubleServer';
}

const LANGUAGE_KEY = 'taccuino.guest-language';

/** It says nothing about anybody, so it may lie in local storage. */
export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(LANGUAGE_KEY);
  } catch {
    // Local storage may be switched off: then it is asked again.
    return null;
  }
}

export function storeLanguage(language: string): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // As above.
  }
}
