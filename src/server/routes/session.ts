import { Actor, ROLES } from '../../domain/actor.ts';
import { assert } from '../../domain/assert.ts';
import { err, ok } from '../../domain/result.ts';
import { SessionRequest, SessionResponse } from '../../protocol/session.ts';
import { API_BASE } from '../../protocol/version.ts';
import { isSecretRight } from '../auth/secret-hash.ts';
import { createToken, hashToken } from '../auth/tokens.ts';
import { findAccountToSignIn } from '../store/accounts.ts';
import { claimAttempt, forgiveAttempts } from '../store/attempts.ts';
import { inMunicipality, SYSTEM_ACTOR } from '../store/in-municipality.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { deleteSession, insertSession, sessionEnd } from '../store/sessions.ts';
import { deviceRoute, sessionRoute } from './route.ts';

/** A typo or three are free; a whole office behind one address has more. */
const FREE_TRIES_OF_ACCOUNT_MAX = 5;
const FREE_TRIES_OF_ADDRESS_MAX = 30;

export const signInRoute = deviceRoute({
  method: 'POST',
  path: `${API_BASE}/session`,
  summary: 'Sign in on an enrolled device',
  body: SessionRequest,
  answer: SessionResponse,
  async handle({ caller, body, request }, { pool, keys, clock }) {
    const { municipality, deviceId } = caller;
    const at = clock.now();
    const ofAccount = keys.conceal('attempts', `account/${body.username}`);
    const ofAddress = keys.conceal('attempts', `address/${request.address}`);
    const subjects = [
      { subject: ofAccount, freeMax: FREE_TRIES_OF_ACCOUNT_MAX },
      { subject: ofAddress, freeMax: FREE_TRIES_OF_ADDRESS_MAX },
    ];
    const waitSeconds = await claimAttempt(pool, { municipality, subjects, at });
    if (waitSeconds > 0) return err({ type: 'SignInSlowDown', retryAfterSeconds: waitSeconds });
    const account = await inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, (sql) =>
      findAccountToSignIn(sql, municipality, body.username),
    );
    // The same work and the same answer whether the account is there or not.
    const isRight = await isSecretRight(body.secret, account?.secretHash);
    if (!isRight || account === undefined) return err({ type: 'SignInRefused' });
    const token = createToken(municipality);
    const tokenHash = hashToken(token);
    await insertSession(pool, { municipality, account, deviceId, tokenHash, at, forgive: [ofAccount] });
    await forgiveAttempts(pool, { municipality, subjects: [ofAddress], at });
    const known = await findStoredMunicipality(pool, municipality);
    assert(known !== undefined, 'a device belongs to a municipality that is not there');
    const { id, name, role } = account;
    return ok({
      token,
      expiresAt: sessionEnd(at),
      actor: Actor.parse({ id, name, role, municipality }),
      escrow: known.escrow,
    });
  },
});

export const signOutRoute = sessionRoute({
  method: 'DELETE',
  path: `${API_BASE}/session`,
  summary: 'Sign out: the session ends, the device stays enrolled',
  roles: ROLES,
  answer: 'empty',
  async handle({ caller }, { pool, clock, live }) {
    await deleteSession(pool, caller, clock.now());
    live.announce({ what: 'session-ended', municipality: caller.actor.municipality, id: caller.id });
    return ok(undefined);
  },
});
