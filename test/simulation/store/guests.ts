import { Actor } from '../../../src/domain/actor.ts';
import { isLettingIn } from '../../../src/domain/guest-time.ts';
import { err, ok } from '../../../src/domain/result.ts';
import type * as real from '../../../src/server/store/guests.ts';
import { asMemory } from './as-memory.ts';
import { sessionEnd } from './sessions.ts';

/** Stands in for src/server/store/guests.ts, in the simulated process only. */
export const letGuestIn: typeof real.letGuestIn = async (pool, guest) => {
  const { municipality, codeHash, deviceTokenHash, sessionTokenHash, at } = guest;
  const database = asMemory(pool);
  await database.travel();
  const { invitations, guests, accounts, devices, sessions, records } = database.tables;
  const invitation = [...invitations.values()].find((one) => one.codeHash === codeHash);
  if (invitation === undefined) return err('unknown');
  const event = records.get(invitation.event);
  if (!isLettingIn(event, invitation, at)) return err('ended');
  const [id, deviceId] = [database.newId(), database.newId()];
  const name = `Evento · ${guests.size + 1}`;
  accounts.set(id, { id, username: `guest/${id}`, name, role: 'volunteer', isDisabled: false, secret: '' });
  devices.set(deviceId, { id: deviceId, tokenHash: deviceTokenHash, isRevoked: false });
  guests.set(id, invitation.id);
  const session = { id: sessionTokenHash.slice(0, 32), account: id, device: deviceId };
  sessions.set(sessionTokenHash, { ...session, seenAt: at, expiresAt: sessionEnd(at) });
  return ok({ actor: Actor.parse({ id, name, role: 'guest', municipality, event: invitation.event }), deviceId });
};
