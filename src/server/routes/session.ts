import { ACTOR_ROLES, AccountActor } from '../../domain/actor.ts';
import { assert } from '../../domain/assert.ts';
import { err, ok } from '../../domain/result.ts';
import { SessionRequest, SessionResponse } from '../../protocol/session.ts';
import { API_BASE } from '../../protocol/version.ts';
import { checkSecret } from '../auth/check-secret.ts';
import { createToken, hashToken } from '../auth/tokens.ts';
import { forgiveAttempts } from '../store/attempts.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { deleteSession, insertSession, sessionEnd } from '../store/sessions.ts';
import { deviceRoute, sessionRoute } from './route.ts';

export const signInRoute = deviceRoute({
  method: 'POST',
  path: `${API_BASE}/session`,
  summary: 'Sign in on an enrolled device',
  body: SessionRequest,
  answer: SessionResponse,
  async handle({ caller, body, request }, { pool, keys, clock }) {
    const { municipality, deviceId } = caller;
    const { username, secret } = body;
    const known = await checkSecret(
      { pool, keys, clock },
      { municipality, username, secret, address: request.address },
    );
    if (!known.ok) return known;
    const { account, ofAccount, ofAddress } = known.value;
    const at = clock.now();
    // Only whoever knows the secret learns that the account is closed.
    if (account.isDisabled) {
      await forgiveAttempts(pool, { municipality, subjects: [ofAccount, ofAddress], at });
      return err({ type: 'AccountDisabled' });
    }
    const token = createToken(municipality);
    const tokenHash = hashToken(token);
    await insertSession(pool, { municipality, account, deviceId, tokenHash, at, forgive: [ofAccount] });
    await forgiveAttempts(pool, { municipality, subjects: [ofAddress], at });
    const home = await findStoredMunicipality(pool, municipality);
    assert(home !== undefined, 'a device belongs to a municipality that is not there');
    const { id, name, role } = account;
    return ok({
      token,
      expiresAt: sessionEnd(at),
      actor: AccountActor.parse({ id, name, role, municipality }),
      escrow: home.escrow,
    });
  },
});

export const signOutRoute = sessionRoute({
  method: 'DELETE',
  path: `${API_BASE}/session`,
  summary: 'Sign out: the session ends, the device stays enrolled',
  roles: ACTOR_ROLES,
  answer: 'empty',
  async handle({ caller }, { pool, clock, live }) {
    await deleteSession(pool, caller, clock.now());
    live.announce({ what: 'session-ended', municipality: caller.actor.municipality, id: caller.id });
    return ok(undefined);
  },
});
