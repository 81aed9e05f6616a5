import { Actor, type ActorRole } from '../../domain/actor.ts';
import { guestStanding } from '../../domain/guest-time.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { readEvent } from './invitations.ts';
import type { Transaction } from './open-pool.ts';

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
  const [row] = await sql<{ event: string; ended: Date | null }[]>`
    SELECT i.event, i.ended_at AS ended FROM guests g
    JOIN invitations i ON i.municipality = g.municipality AND i.id = g.invitation
    WHERE g.municipality = ${municipality} AND g.account = ${id}`;
  const isOver =
    row === undefined ||
    (at !== undefined &&
      guestStanding(await readEvent(sql, municipality, row.event), row.ended?.toISOString(), at) === 'over');
  return Actor.parse({ id, name, role, municipality, ...(!isOver && { event: row.event }) });
}
