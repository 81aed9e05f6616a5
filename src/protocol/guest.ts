import { z } from 'zod';
import { GuestActor } from '../domain/actor.ts';
import { Id, Instant, MunicipalityId, ShortText } from '../domain/primitives.ts';
import { EscrowKey } from './enrol.ts';
import { ProtocolVersion } from './version.ts';

/**
 * Volunteers' phones at one event. Whoever keeps the event shows its code (`/events/:id/invitation`); a phone brings the code once
 * (`POST /guest`, no session) and is from then on a device with a session like any other, inside that event only.
 */

/** What stands in the QR code behind `/door#`: `<municipality>.<256 bits>`. */
export const InvitationCode = z.string().regex(/^c_[a-z][0-9]{3}\.[A-Za-z0-9_-]{43}$/);

/** `open`: phones come in · `grace`: none comes in any more, what those inside send is taken · `over`: it needs a coordinator's yes. */
const Standing = z.enum(['open', 'grace', 'over']);

export const Invitation = z.strictObject({
  code: InvitationCode,
  madeAt: Instant,
  standing: Standing,
  /** Phones that came in. */
  phones: z.int().min(0),
});
export type Invitation = z.infer<typeof Invitation>;

/** The latest code of an event, if it ever had one. */
export const InvitationResponse = z.strictObject({ invitation: Invitation.optional() });
export type InvitationResponse = z.infer<typeof InvitationResponse>;

export const GuestRequest = z.strictObject({ protocol: ProtocolVersion, code: z.string().max(80) });
export type GuestRequest = z.infer<typeof GuestRequest>;

export const GuestResponse = z.strictObject({
  deviceId: z.uuid(),
  deviceToken: z.string().max(200),
  /** Of the session. */
  token: z.string().max(200),
  actor: GuestActor.extend({ event: Id }),
  municipality: z.strictObject({ id: MunicipalityId, name: ShortText }),
  escrow: EscrowKey,
});
export type GuestResponse = z.infer<typeof GuestResponse>;

/** How the code that let this phone in stands now (`GET /guest`): a phone asks at each contact, and counts no more once it is not `open`. */
export const GuestStandingResponse = z.strictObject({ standing: Standing });
export type GuestStandingResponse = z.infer<typeof GuestStandingResponse>;
