import { assert } from '../../domain/assert.ts';
import { Id } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import {
  GuestRequest,
  GuestResponse,
  GuestStandingResponse,
  type Invitation,
  InvitationResponse,
} from '../../protocol/guest.ts';
import { API_BASE } from '../../protocol/version.ts';
import { idToInvitationCode } from '../auth/invitation-code.ts';
import { createToken, findToken, hashToken } from '../auth/tokens.ts';
import type { Refused } from '../http/problem.ts';
import type { ServerPorts } from '../server-ports.ts';
import { letGuestIn } from '../store/guests.ts';
import type { Scope } from '../store/in-municipality.ts';
import { endInvitation, findInvitation, openInvitation, type StoredInvitation } from '../store/invitations.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { findGuestStanding } from '../store/to-actor.ts';
import { openRoute, sessionRoute } from './route.ts';

/** Who takes presences may have help with it. */
const EVENT_KEEPERS = ['coordinator', 'outreach'] as const;
const INVITATION_PATH = `${API_BASE}/events/:eventId/invitation`;

export const invitationRoute = sessionRoute({
  method: 'GET',
  path: INVITATION_PATH,
  summary: 'The code that lets volunteers’ phones into an event, and how it stands',
  roles: EVENT_KEEPERS,
  answer: InvitationResponse,
  async handle({ caller: { actor }, request }, { pool, keys, clock }) {
    const event = readId(request.params.eventId);
    if (!event.ok) return event;
    const scope = { municipality: actor.municipality, actor: actor.id };
    const found = await findInvitation(pool, scope, { event: event.value, at: clock.now() });
    return ok(found === undefined ? {} : { invitation: withCode(keys, scope, found) });
  },
});

export const openInvitationRoute = sessionRoute({
  method: 'POST',
  path: INVITATION_PATH,
  summary: 'Makes the code of an event, or gives the one that is open; it ends with the event',
  roles: EVENT_KEEPERS,
  answer: InvitationResponse,
  async handle({ caller: { actor }, request }, { pool, keys, clock }) {
    const event = readId(request.params.eventId);
    if (!event.ok) return event;
    const scope = { municipality: actor.municipality, actor: actor.id };
    const hashCode = (id: string) => hashToken(idToInvitationCode(keys, scope.municipality, id));
    const opened = await openInvitation(pool, scope, { event: event.value, at: clock.now(), hashCode });
    return opened === undefined ? err({ type: 'NotFound' }) : ok({ invitation: withCode(keys, scope, opened) });
  },
});

export const endInvitationRoute = sessionRoute({
  method: 'DELETE',
  path: INVITATION_PATH,
  summary: 'The code lets no more phones in; those inside stop counting, and what they counted still comes for a while',
  roles: EVENT_KEEPERS,
  answer: 'empty',
  async handle({ caller: { actor }, request }, { pool, clock, live }) {
    const event = readId(request.params.eventId);
    if (!event.ok) return event;
    const scope = { municipality: actor.municipality, actor: actor.id };
    const isEnded = await endInvitation(pool, scope, { event: event.value, at: clock.now() });
    if (!isEnded) return err({ type: 'NotFound' });
    // No record advanced; but the phones inside come to ask, and hear that they are to stop.
    live.announce({ what: 'advanced', municipality: actor.municipality });
    return ok(undefined);
  },
});

export const guestStandingRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/guest`,
  summary: 'Whether the code that let this volunteer’s phone in is still open',
  roles: ['guest'],
  answer: GuestStandingResponse,
  async handle({ caller: { actor } }, { pool, clock }) {
    const scope = { municipality: actor.municipality, actor: actor.id };
    return ok({ standing: await findGuestStanding(pool, scope, clock.now()) });
  },
});

/** No slowing down: a code has 256 bits, and whoever has it comes in anyhow. */
export const guestRoute = openRoute({
  method: 'POST',
  path: `${API_BASE}/guest`,
  summary: 'A volunteer’s phone comes into an event with its code',
  body: GuestRequest,
  answer: GuestResponse,
  async handle({ body }, { pool, clock }) {
    const code = findToken(body.code);
    const home = code && (await findStoredMunicipality(pool, code.municipality));
    if (code === undefined || home === undefined) return err({ type: 'InvitationInvalid' });
    const { municipality } = code;
    const deviceToken = createToken(municipality);
    const token = createToken(municipality);
    const letIn = await letGuestIn(pool, {
      municipality,
      codeHash: code.tokenHash,
      deviceTokenHash: hashToken(deviceToken),
      sessionTokenHash: hashToken(token),
      at: clock.now(),
    });
    if (!letIn.ok) return err({ type: letIn.error === 'unknown' ? 'InvitationInvalid' : 'InvitationOver' });
    const { actor, deviceId } = letIn.value;
    assert(actor.role === 'guest' && actor.event !== undefined, 'who was just let in is at an event', actor.id);
    const { id, name, escrow } = home;
    const guest = { ...actor, event: actor.event };
    return ok({ deviceId, deviceToken, token, actor: guest, municipality: { id, name }, escrow });
  },
});

function readId(text: string | undefined): Result<Id, Refused> {
  const id = Id.safeParse(text);
  return id.success ? ok(id.data) : err({ type: 'NotFound' });
}

const withCode = (
  keys: ServerPorts['keys'],
  { municipality }: Scope,
  { id, ...standing }: StoredInvitation,
): Invitation => ({ code: idToInvitationCode(keys, municipality, id), ...standing });
