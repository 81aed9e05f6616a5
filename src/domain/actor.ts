import { z } from 'zod';
import { Id, MunicipalityId, ShortText } from './primitives.ts';

/** Roles of the network that an account has; `volunteer`, `monitor` and `admin` never see a person's record. */
export const ROLES = ['outreach', 'volunteer', 'coordinator', 'monitor', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Everybody who may act: a `guest` has no account of their own and no password, only the code of one event. */
export const ACTOR_ROLES = [...ROLES, 'guest'] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

/** Who wrote something, as it stays in the record: staff, never a person served. */
export const Author = z.strictObject({ id: Id, name: ShortText });
export type Author = z.infer<typeof Author>;

/** Somebody who signs in. */
export const AccountActor = z.strictObject({ id: Id, name: ShortText, role: Role, municipality: MunicipalityId });
export type AccountActor = z.infer<typeof AccountActor>;

/** A phone that counts at one event and is inside nothing else; without `event` its time there is over, and it writes nothing more. */
export const GuestActor = z.strictObject({
  id: Id,
  name: ShortText,
  role: z.literal('guest'),
  municipality: MunicipalityId,
  event: Id.optional(),
});
export type GuestActor = z.infer<typeof GuestActor>;

/** Who acts now. On the server it comes from the session, never from a payload. */
export const Actor = z.discriminatedUnion('role', [AccountActor, GuestActor]);
export type Actor = z.infer<typeof Actor>;

export const actorToAuthor = ({ id, name }: Actor): Author => ({ id, name });
