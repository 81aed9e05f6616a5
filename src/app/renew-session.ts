import type { Device } from '../device/open-device.ts';
import { err, type Result } from '../domain/result.ts';
import type { SessionResponse } from '../protocol/session.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { type Entered, ownServer } from './entrance.ts';
import { keepEscrow, openSession } from './join-municipality.ts';

export type RenewSession = () => Promise<Result<SessionResponse, SyncFailure>>;

/**
 * A new session for the open vault, for `sync` and screens alike. Whoever asks while one is on its way gets the same answer, and a
 * password that was refused once is not sent again: five tries of this tab would make its owner wait with the new one.
 */
export function createRenewSession(device: Device, { unlocked: { vault }, login }: Entered): RenewSession {
  let underWay: ReturnType<RenewSession> | undefined;
  let refusedSecret: string | undefined;
  return () => {
    underWay ??= renew().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };

  async function renew(): ReturnType<RenewSession> {
    const token = device.enrolment.peek()?.deviceToken;
    if (login === undefined || token === undefined || login.secret === refusedSecret) return err(SIGN_IN_REFUSED);
    const { username, secret } = login;
    const answer = await openSession(ownServer(), token, username, secret);
    if (answer.ok) {
      await keepEscrow(device, answer.value);
      await device.keepAccount(vault.vaultId, { actor: answer.value.actor, username });
    } else if (answer.error.type === 'Refused' && answer.error.problem === 'SignInRefused') {
      refusedSecret = secret;
      // The password that opened this vault was changed elsewhere: it is to open nothing here from the next unlock on.
      await (await device.lockedMail()).notePasswordStale(vault.vaultId);
    }
    return answer;
  }
}

/** Nobody here can sign in by themselves. */
export const SIGN_IN_REFUSED: SyncFailure = {
  type: 'Refused',
  problem: 'SignInRefused',
  status: 401,
  retryAfterMs: undefined,
};
