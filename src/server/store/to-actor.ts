import { Actor, type ActorRole } from '../../domain/actor.ts';
import { type GuestStanding, guestStanding } from '../../domain/guest-time.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { inMunicipality, type Scope } from './in-municipality.ts';
import { readEvent } from './invitations.ts';
import type { Pool, Transaction } from './open-pool.ts';

type ActorColumns = { readonly id: string; readonly name: string; readonly role: ActorRole };

/**
 * Whoever an account stands for, as they may act at `at`; a guest whose time is over has no event left. Without `at` as they were while it
 * lasted: for a coordinator who says yes to what came too late.
 */
export async function toActor(
  sql: Transaction,
  municipality: MunicipalityId,
  { id, name, role }: ActorColumns,
  at: string | undefined,
): Promise<Actor> {
  if (role !== 'guest') return Actor.parse({ id, name, role, municipality });
  const place = await findGuestPlace(sql, municipality, id);
  const isOver =
    place === undefined || (at !== undefined && (await readStanding(sql, municipality, place, at)) === 'over');
  return Actor.parse({ id, name, role, municipality, ...(!isOver && { event: place.event }) });
}

/** How the code that let a guest in stands at `at`; `over` for whom none let in. */
export const findGuestStanding = (pool: Pool, { municipality, actor }: Scope, at: string): Promise<GuestStanding> =>
  inMunicipality(pool, { municipality, actor }, async (sql) => {
    const place = await findGuestPlace(sql, municipality, actor);
    return place === undefined ? 'over' : readStanding(sql, municipality, place, at);
  });

type GuestPlace = { readonly event: string; readonly ended: Date | null };

async function findGuestPlace(
  sql: Transaction,
  municipality: string,
  account: string,
): Promise<GuestPlace | undefined> {
  const [row] = await sql<GuestPlace[]>`
    SELECT i.event, i.ended_at AS ended FROM guests g
    JOIN invitations i ON i.municipality = g.municipality AND i.id = g.invitation
    WHERE g.municipality = ${municipality} AND g.account = ${account}`;
  return row;
}

const readStanding = async (
  sql: Transaction,
  municipality: string,
  { event, ended }: GuestPlace,
  at: string,
): Promise<GuestStanding> => guestStanding(await readEvent(sql, municipality, event), ended?.toISOString(), at);
