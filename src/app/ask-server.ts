import { err, type Result } from '../domain/result.ts';
import type { RemoteTrouble } from '../features/remote-ports.ts';
import { isServerDown, type SyncFailure } from '../sync/failure.ts';
import type { Signed } from '../sync/file-server-port.ts';
import { type HttpRequest, sendRequest } from '../sync/http-client.ts';
import { type Entered, ownServer } from './entrance.ts';
import type { RenewSession } from './renew-session.ts';

/** One request of a screen, signed with the vault's session. A session that ended is renewed once, as `sync` does. */
export type Ask = <T>(request: Omit<HttpRequest<T>, 'authorization'>) => Promise<Result<T, SyncFailure>>;

export function createAsk(entered: Entered, renewSession: RenewSession): Ask {
  const signed = createSigned(entered, renewSession);
  return (request) => signed((authorization) => sendRequest(ownServer(), { ...request, authorization }));
}

export function createSigned({ unlocked: { store } }: Entered, renewSession: RenewSession): Signed {
  const bearer = () => `Bearer ${store.sessionToken() ?? ''}`;
  return async (send) => {
    const answer = await send(bearer());
    if (answer.ok || problemOf(answer.error) !== 'SessionExpired') return answer;
    const renewed = await renewSession();
    if (!renewed.ok) return renewed;
    await store.saveSessionToken(renewed.value.token);
    return send(bearer());
  };
}

export const problemOf = (failure: SyncFailure) => (failure.type === 'Refused' ? failure.problem : undefined);

export function failureToTrouble(failure: SyncFailure): RemoteTrouble {
  if (isServerDown(failure)) return 'server-trouble';
  if (failure.type !== 'Refused') return 'offline';
  if (failure.problem === 'NotPermitted') return 'not-permitted';
  return failure.problem === 'NotFound' ? 'gone' : 'server-trouble';
}

export const orTrouble = <T>(answer: Result<T, SyncFailure>): Result<T, RemoteTrouble> =>
  answer.ok ? answer : err(failureToTrouble(answer.error));
