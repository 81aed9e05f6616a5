import type { ProblemType } from '../protocol/problem.ts';

/**
 * How talking to the server can fail, as data. Nothing in here ever empties a queue: a failure only decides when to try again and
 * what the person is told.
 */
export type SyncFailure =
  /** No answer: no network, a refused connection, a request that hung and was cut. */
  | { readonly type: 'Unreachable' }
  /** An answer that our server would not give: a captive portal's page, a proxy's error. */
  | { readonly type: 'NotOurServer'; readonly status: number }
  /** Our server said no, with a stable reason. */
  | {
      readonly type: 'Refused';
      readonly problem: ProblemType | undefined;
      readonly status: number;
      readonly retryAfterMs: number | undefined;
    }
  /** This device has no space for what came. */
  | { readonly type: 'StorageFull' }
  /** This device's storage does not work for another reason. */
  | { readonly type: 'StorageBroken' }
  /** The vault was locked in the middle of the work: no trouble, only its end. */
  | { readonly type: 'VaultLocked' }
  /** A bug of ours threw; it was reported where bugs are. */
  | { readonly type: 'Fault' };

/** Bad gateway, service unavailable, gateway timeout: https://www.rfc-editor.org/rfc/rfc9110#section-15.6.3 */
const GATEWAY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/** A proxy that speaks for our server, which is down: no log-in page of a network, and nothing that a person could mend. */
export const isServerDown = (failure: SyncFailure): boolean =>
  failure.type === 'NotOurServer' && GATEWAY_STATUSES.has(failure.status);
