import { z } from 'zod';
import { type Actor, ROLES, type Role } from '../../domain/actor.ts';
import { assert } from '../../domain/assert.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { AccountsResponse, PasswordRequest, ResetRequest } from '../../protocol/accounts.ts';
import { API_BASE } from '../../protocol/version.ts';
import { checkSecret } from '../auth/check-secret.ts';
import { hashSecret } from '../auth/secret-hash.ts';
import type { Refused } from '../http/problem.ts';
import type { ServerPorts } from '../server-ports.ts';
import { forgiveAttempts } from '../store/attempts.ts';
import {
  disableAccount,
  enableAccount,
  findAccount,
  type KeptAccount,
  listAccountSummaries,
  replaceSecretOf,
} from '../store/manage-accounts.ts';
import { type ApiRequest, sessionRoute } from './route.ts';

const ACCOUNT_KEEPERS: readonly Role[] = ['coordinator', 'admin'];

export const accountsRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/accounts`,
  summary: 'Accounts of the municipality',
  roles: ACCOUNT_KEEPERS,
  answer: AccountsResponse,
  async handle({ caller: { actor } }, { pool }) {
    return ok({ accounts: await listAccountSummaries(pool, scopeOf(actor)) });
  },
});

export const resetAccountRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/accounts/:id/reset`,
  summary: 'A new password for somebody who forgot theirs; all sessions of the account end',
  roles: ACCOUNT_KEEPERS,
  body: ResetRequest,
  answer: 'empty',
  async handle({ caller: { actor }, body, request }, ports) {
    const account = await findManaged(ports, actor, request);
    if (!account.ok) return account;
    const secretHash = await hashSecret(body.secret);
    const reset = { id: account.value.id, secretHash, at: ports.clock.now() };
    endSessions(ports, actor.municipality, await replaceSecretOf(ports.pool, scopeOf(actor), reset));
    return ok(undefined);
  },
});

export const disableAccountRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/accounts/:id/disable`,
  summary: 'An account may no longer come in; what its devices still hold is taken and held',
  roles: ACCOUNT_KEEPERS,
  answer: 'empty',
  async handle({ caller: { actor }, request }, ports) {
    const account = await findManaged(ports, actor, request);
    if (!account.ok) return account;
    const told = await disableAccount(ports.pool, scopeOf(actor), { id: account.value.id, at: ports.clock.now() });
    endSessions(ports, actor.municipality, told);
    return ok(undefined);
  },
});

export const enableAccountRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/accounts/:id/enable`,
  summary: 'A closed account may come in again',
  roles: ACCOUNT_KEEPERS,
  answer: 'empty',
  async handle({ caller: { actor }, request }, ports) {
    const account = await findManaged(ports, actor, request);
    if (!account.ok) return account;
    await enableAccount(ports.pool, scopeOf(actor), { id: account.value.id, at: ports.clock.now() });
    return ok(undefined);
  },
});

export const passwordRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/password`,
  summary: 'A person changes their own password; their other sessions end',
  roles: ROLES,
  body: PasswordRequest,
  answer: 'empty',
  async handle({ caller: { actor, id: sessionId }, body, request }, ports) {
    const { pool, clock } = ports;
    const { municipality } = actor;
    const own = await findAccount(pool, scopeOf(actor), { id: actor.id });
    assert(own !== undefined, 'a session has an account', actor.id);
    const { username } = own;
    const { oldSecret: secret, newSecret } = body;
    const known = await checkSecret(ports, { municipality, username, secret, address: request.address });
    if (!known.ok) return known;
    const at = clock.now();
    const replaced = { id: actor.id, secretHash: await hashSecret(newSecret), at, keptSession: sessionId };
    endSessions(ports, municipality, await replaceSecretOf(pool, scopeOf(actor), replaced));
    const { ofAccount, ofAddress } = known.value;
    await forgiveAttempts(pool, { municipality, subjects: [ofAccount, ofAddress], at });
    return ok(undefined);
  },
});

/**
 * Whom the request is about, if the caller may: nobody closes themselves out, and one's own password is changed with the old one; a
 * coordinator has no say over those who keep the accounts of all.
 */
async function findManaged(
  { pool }: ServerPorts,
  actor: Actor,
  { params }: ApiRequest,
): Promise<Result<KeptAccount, Refused>> {
  const id = z.uuid().safeParse(params.id);
  const account = id.success ? await findAccount(pool, scopeOf(actor), { id: id.data }) : undefined;
  if (account === undefined) return err({ type: 'NotFound' });
  const mayManage = account.id !== actor.id && (actor.role === 'admin' || account.role !== 'admin');
  return mayManage ? ok(account) : err({ type: 'NotPermitted' });
}

const scopeOf = ({ municipality, id }: Actor) => ({ municipality, actor: id });

/** Their live connections close, so that each device asks and is told. */
function endSessions({ live }: ServerPorts, municipality: MunicipalityId, ids: readonly string[]): void {
  for (const id of ids) live.announce({ what: 'session-ended', municipality, id });
}
