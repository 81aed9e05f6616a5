import { Actor } from '../../../src/domain/actor.ts';
import { guestStanding } from '../../../src/domain/guest-time.ts';
import type { AccountRow, Tables } from '../memory-database.ts';

/** As src/server/store/to-actor.ts: a guest whose time is over at `at` has no event left. */
export function rowToActor(
  { guests, invitations, records }: Tables,
  municipality: string,
  { id, name, role }: AccountRow,
  at: string | undefined,
): Actor {
  const guest = guests.get(id);
  if (guest === undefined) return Actor.parse({ id, name, role, municipality });
  const invitation = invitations.get(guest);
  const isOver =
    invitation === undefined ||
    (at !== undefined && guestStanding(records.get(invitation.event), invitation.endedAt, at) === 'over');
  return Actor.parse({ id, name, role: 'guest', municipality, ...(!isOver && { event: invitation.event }) });
}
