import { randomUUID } from 'node:crypto';
import { v7 as newUuid } from 'uuid';
import { Actor } from '../../domain/actor.ts';
import { isLettingIn } from '../../domain/guest-time.ts';
import type { Event } from '../../domain/kinds/event.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality } from './in-municipality.ts';
import { readEvent } from './invitations.ts';
import type { Pool } from './open-pool.ts';
import { sessionEnd } from './sessions.ts';

/** More phones than any event has volunteers; a code that leaked to a crowd stops here. */
const PHONES_MAX = 200;

export type NewGuest = {
  readonly municipality: MunicipalityId;
  readonly codeHash: string;
  readonly deviceTokenHash: string;
  readonly sessionTokenHash: string;
  readonly at: string;
};
export type LetIn = { readonly actor: Actor; readonly deviceId: string };

/**
 * A phone comes in with the code of an event: an account that nobody signs in with, a device and a session, all or nothing. Its name is
 * what stands beside what it counts: the event and a number, because nobody is asked who they are.
 */
export function letGuestIn(pool: Pool, guest: NewGuest): Promise<Result<LetIn, 'unknown' | 'ended' | 'full'>> {
  const { municipality, codeHash, deviceTokenHash, sessionTokenHash, at } = guest;
  const id = newUuid();
  const deviceId = randomUUID();
  const scope = { municipality, actor: id };
  return inMunicipality(pool, scope, async (sql) => {
    const [invitation] = await sql<{ id: string; event: string; made: Date; ended: Date | null }[]>`
      SELECT id, event, made_at AS made, ended_at AS ended FROM invitations
      WHERE municipality = ${municipality} AND code_hash = ${codeHash} FOR UPDATE`;
    if (invitation === undefined) return err('unknown');
    const event = await readEvent(sql, municipality, invitation.event);
    const stood = { madeAt: invitation.made.toISOString(), endedAt: invitation.ended?.toISOString() };
    if (!isLettingIn(event, stood, at)) return err('ended');
    const [{ phones } = { phones: 0 }] = await sql<{ phones: number }[]>`
      SELECT count(*) AS phones FROM guests WHERE municipality = ${municipality} AND invitation = ${invitation.id}`;
    const number = Number(phones) + 1;
    if (number > PHONES_MAX) return err('full');

    const { title = '' } = (event?.fields ?? {}) as Partial<Event>;
    // By whole characters: half of one is no text.
    const name = `${[...title].slice(0, TITLE_LENGTH_MAX).join('')} · ${number}`;
    await sql`
      INSERT INTO accounts (municipality, id, username, name, role, secret_hash, created_at)
      VALUES (${municipality}, ${id}, ${`guest/${id}`}, ${name}, 'guest', '', ${at})`;
    await sql`
      INSERT INTO devices (municipality, id, label, token_hash, enrolled_at) VALUES (${municipality}, ${deviceId}, ${name}, ${deviceTokenHash}, ${at})`;
    await sql`
      INSERT INTO guests (municipality, account, device, invitation, let_in_at)
      VALUES (${municipality}, ${id}, ${deviceId}, ${invitation.id}, ${at})`;
    await sql`
      INSERT INTO sessions (municipality, token_hash, id, account, device, created_at, seen_at, expires_at)
      VALUES (${municipality}, ${sessionTokenHash}, ${randomUUID()}, ${id}, ${deviceId}, ${at}, ${at}, ${sessionEnd(at)})`;
    const detail = { invitation: invitation.id, event: invitation.event, device: deviceId };
    await writeAudit(sql, scope, at, { action: 'guest-let-in', detail });
    return ok({ actor: Actor.parse({ id, name, role: 'guest', municipality, event: invitation.event }), deviceId });
  });
}

/** A name has 120 UTF-16 units. */
const TITLE_LENGTH_MAX = 50;
