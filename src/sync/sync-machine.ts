import type { SyncTrouble } from '../device/sync-status.ts';
import { exhaustive } from '../domain/assert.ts';
import { PULL_RECORDS_MAX } from '../protocol/pull.ts';
import { PUSH_CHANGES_MAX } from '../protocol/push.ts';
import { waitAfterFailureMs, waitAfterSuccessMs } from './backoff.ts';
import { isServerDown, type SyncFailure } from './failure.ts';

/**
 * What to do next, as a pure function: `step(state, event)` gives the next state and the effects to run. It promises that
 * - a round is always register → push → pull → returned → receipt, so that what comes down already knows what went up; a vault
 *   that cannot be registered, or changes that cannot be given back, hold up nothing of the rest;
 * - one thing happens at a time, and a nudge during a round is remembered, never lost;
 * - no failure stops it for good but those a person has to answer (signed out, revoked) and the lock of the vault, and none touches
 *   the queue.
 * It deliberately knows neither clock nor network nor storage: the driver runs the effects and feeds back what happened.
 */
export type Phase =
  | 'resting'
  | 'registering'
  | 'pushing'
  | 'pulling'
  | 'fetching'
  | 'proving'
  | 'renewing'
  | 'reidentifying'
  | 'resetting'
  | 'halted';

export type SyncState = {
  readonly phase: Phase;
  /** Something asked for a round while one was running. */
  readonly isNudged: boolean;
  readonly failures: number;
  /** Changes in one push; halved when the request is too large, or does not get through in time, and doubled when one got through. */
  readonly batchMax: number;
  /** Records in one page; halved when a pull does not get through in time, and doubled when one got through. */
  readonly pageMax: number;
  /** Mends already tried since a round last went well: each at most once, so that no two servers can make us run in circles. */
  readonly hasRenewed: boolean;
  readonly hasReidentified: boolean;
  readonly hasReset: boolean;
  readonly hasEnteredEpoch: boolean;
};

export type SyncEvent =
  /** A save, the network, the screen, a live event, the timer: all mean "now would be a good time". */
  | { readonly type: 'nudged' }
  /** Or not, for a reason that the next round may not meet. */
  | { readonly type: 'registered' }
  | { readonly type: 'pushed'; readonly isMoreWaiting: boolean }
  | { readonly type: 'pulled'; readonly isMoreComing: boolean }
  /** What a coordinator sent back is here, if there was anything. */
  | { readonly type: 'fetched' }
  | { readonly type: 'proved'; readonly isEqual: boolean; readonly random: number }
  | { readonly type: 'renewed' }
  | { readonly type: 'mended' }
  /** The server has another epoch than before, and what was kept here waits again. */
  | { readonly type: 'restored'; readonly random: number }
  | { readonly type: 'failed'; readonly failure: SyncFailure; readonly random: number };

export type SyncEffect =
  | { readonly do: 'register' }
  | { readonly do: 'push'; readonly changesMax: number }
  | { readonly do: 'pull'; readonly recordsMax: number }
  | { readonly do: 'fetchReturned' }
  | { readonly do: 'prove' }
  | { readonly do: 'renew' }
  | { readonly do: 'reidentify' }
  | { readonly do: 'resetCursor' }
  /** `atLeastMs`: what the server asked for; a nudge does not cut it short. */
  | { readonly do: 'wait'; readonly ms: number; readonly atLeastMs: number }
  | { readonly do: 'report'; readonly isOnline: boolean; readonly trouble: SyncTrouble | undefined };

export type Step = readonly [SyncState, readonly SyncEffect[]];

export const INITIAL_STATE: SyncState = {
  phase: 'resting',
  isNudged: false,
  failures: 0,
  batchMax: PUSH_CHANGES_MAX,
  pageMax: PULL_RECORDS_MAX,
  hasRenewed: false,
  hasReidentified: false,
  hasReset: false,
  hasEnteredEpoch: false,
};

export function step(state: SyncState, event: SyncEvent): Step {
  switch (event.type) {
    case 'nudged':
      return state.phase === 'resting' ? startRound(state) : [{ ...state, isNudged: true }, []];
    case 'registered':
      return [{ ...state, phase: 'pushing' }, [pushEffect(state)]];
    case 'pushed':
      return afterPush({ ...state, batchMax: Math.min(PUSH_CHANGES_MAX, state.batchMax * 2) }, event.isMoreWaiting);
    case 'pulled':
      return afterPull({ ...state, pageMax: Math.min(PULL_RECORDS_MAX, state.pageMax * 2) }, event.isMoreComing);
    case 'fetched':
      return [{ ...state, phase: 'proving' }, [{ do: 'prove' }]];
    case 'proved':
      return endRound(state, event.isEqual, event.random);
    case 'renewed':
      // The session that had ended may have kept the vault from being registered.
      return startRound(state);
    case 'mended':
      return [{ ...state, phase: 'pushing' }, [pushEffect(state)]];
    case 'restored':
      return state.hasEnteredEpoch
        ? retryLater(state, online('stuck'), event.random)
        : startRound({ ...state, hasEnteredEpoch: true, isNudged: state.isNudged });
    case 'failed':
      return afterFailure(state, event.failure, event.random);
    default:
      return exhaustive(event);
  }
}

const online = (trouble: SyncTrouble | undefined): SyncEffect => ({ do: 'report', isOnline: true, trouble });
const pushEffect = ({ batchMax }: SyncState): SyncEffect => ({ do: 'push', changesMax: batchMax });
const pullEffect = ({ pageMax }: SyncState): SyncEffect => ({ do: 'pull', recordsMax: pageMax });

const afterPush = (state: SyncState, isMoreWaiting: boolean): Step =>
  isMoreWaiting
    ? [state, [pushEffect(state)]]
    : [{ ...state, phase: 'pulling' }, [online(undefined), pullEffect(state)]];

/** A page in the middle is stored for good: whoever gets on by pages, with breaks between, need not wait longer after each break. */
const afterPull = (state: SyncState, isMoreComing: boolean): Step =>
  isMoreComing
    ? [{ ...state, failures: 0 }, [pullEffect(state)]]
    : [{ ...state, phase: 'fetching' }, [{ do: 'fetchReturned' }]];

const startRound = (state: SyncState): Step => [
  { ...state, phase: 'registering', isNudged: false },
  [{ do: 'register' }],
];

/** The end of a round that went well: at once again if something asked meanwhile, else a long jittered wait. */
function endRound(state: SyncState, isEqual: boolean, random: number): Step {
  if (!isEqual && !state.hasReidentified) {
    const mending: SyncState = { ...state, phase: 'reidentifying', hasReidentified: true };
    return [mending, [online('receipt-differs'), { do: 'reidentify' }]];
  }
  const report = online(isEqual ? undefined : 'receipt-differs');
  if (!state.isNudged) return [INITIAL_STATE, [report, { do: 'wait', ms: waitAfterSuccessMs(random), atLeastMs: 0 }]];
  const [next, effects] = startRound(INITIAL_STATE);
  return [next, [report, ...effects]];
}

function afterFailure(state: SyncState, failure: SyncFailure, random: number): Step {
  switch (failure.type) {
    case 'Unreachable':
      return afterNoAnswer(state, random);
    case 'NotOurServer':
      // A proxy before our server has a limit of its own, and words of its own for it.
      if (failure.status === 413 && isDivisible(state)) return pushHalf(state);
      return retryLater(
        state,
        { do: 'report', isOnline: false, trouble: isServerDown(failure) ? undefined : 'not-our-server' },
        random,
      );
    case 'StorageFull':
      return retryLater(state, online('storage-full'), random);
    case 'StorageBroken':
      return retryLater(state, online('storage-trouble'), random);
    case 'VaultLocked':
      return [{ ...state, phase: 'halted' }, []];
    case 'Fault':
      return retryLater(state, online('stuck'), random);
    case 'Refused':
      return afterRefusal(state, failure, random);
    default:
      return exhaustive(failure);
  }
}

function afterRefusal(state: SyncState, failure: SyncFailure & { type: 'Refused' }, random: number): Step {
  switch (failure.problem) {
    case 'SessionExpired':
      // Ended twice in one round, as when a server is restored twice: the next round may renew it; only SignInRefused needs a person.
      return state.hasRenewed
        ? retryLater(state, online('signed-out'), random)
        : [{ ...state, phase: 'renewing', hasRenewed: true }, [{ do: 'renew' }]];
    case 'SignInRefused':
      return halt(state, 'signed-out');
    case 'DeviceRevoked':
      return halt(state, 'device-revoked');
    case 'DeviceUnknown':
      return halt(state, 'device-unknown');
    case 'AccountDisabled':
      return halt(state, 'account-disabled');
    case 'NotPermitted':
      return retryLater(state, online('not-permitted'), random);
    case 'ProtocolUnsupported':
      return retryLater(state, online('protocol-unsupported'), random);
    case 'StreamGap':
    case 'StreamForked':
    case 'StreamForeign':
      return state.hasReidentified
        ? retryLater(state, online('stuck'), random)
        : [{ ...state, phase: 'reidentifying', hasReidentified: true }, [{ do: 'reidentify' }]];
    case 'CursorInvalid':
      return state.hasReset
        ? retryLater(state, online('stuck'), random)
        : [{ ...state, phase: 'resetting', hasReset: true }, [{ do: 'resetCursor' }]];
    case 'BodyTooLarge':
    case 'BodyInvalid':
      return isDivisible(state) ? pushHalf(state) : retryLater(state, online('stuck'), random);
    default:
      return retryLater(state, online(undefined), random, failure.retryAfterMs);
  }
}

const isDivisible = ({ phase, batchMax }: SyncState): boolean => phase === 'pushing' && batchMax > 1;

function pushHalf(state: SyncState): Step {
  const halved = { ...state, batchMax: Math.ceil(state.batchMax / 2) };
  return [halved, [pushEffect(halved)]];
}

/** So few changes or records get through any connection that is one. */
const SLOW_COUNT_MIN = 16;
const halfOf = (count: number): number => Math.min(count, Math.max(SLOW_COUNT_MIN, Math.ceil(count / 2)));

/** Perhaps no network, perhaps one too slow for so much at once. Whoever nudged meanwhile may have known that the network is back. */
function afterNoAnswer(state: SyncState, random: number): Step {
  const next = {
    ...state,
    batchMax: state.phase === 'pushing' ? halfOf(state.batchMax) : state.batchMax,
    pageMax: state.phase === 'pulling' ? halfOf(state.pageMax) : state.pageMax,
    failures: state.isNudged ? 0 : state.failures,
  };
  return retryLater(next, { do: 'report', isOnline: false, trouble: undefined }, random);
}

function retryLater(state: SyncState, report: SyncEffect, random: number, retryAfterMs = 0): Step {
  const failures = state.failures + 1;
  const next: SyncState = { ...INITIAL_STATE, failures, batchMax: state.batchMax, pageMax: state.pageMax };
  const ms = waitAfterFailureMs(failures, random, retryAfterMs);
  return [next, [report, { do: 'wait', ms, atLeastMs: retryAfterMs }]];
}

const halt = (state: SyncState, trouble: SyncTrouble): Step => [{ ...state, phase: 'halted' }, [online(trouble)]];
