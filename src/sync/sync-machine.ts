import type { SyncTrouble } from '../device/sync-status.ts';
import { exhaustive } from '../domain/assert.ts';
import { PUSH_CHANGES_MAX } from '../protocol/push.ts';
import { waitAfterFailureMs, waitAfterSuccessMs } from './backoff.ts';
import type { SyncFailure } from './failure.ts';

/**
 * What to do next, as a pure function: `step(state, event)` gives the next state and the effects to run. It promises that
 * - a round is always push → pull → receipt, so that what comes down already knows what went up;
 * - one thing happens at a time, and a nudge during a round is remembered, never lost;
 * - no failure stops it for good but those a person has to answer (signed out, revoked), and none touches the queue.
 * It deliberately knows neither clock nor network nor storage: the driver runs the effects and feeds back what happened.
 */
export type Phase =
  | 'resting'
  | 'pushing'
  | 'pulling'
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
  /** Changes in one push; halved when the server finds the request too large. */
  readonly batchMax: number;
  /** Mends already tried since a round last went well: each at most once, so that no two servers can make us run in circles. */
  readonly hasRenewed: boolean;
  readonly hasReidentified: boolean;
  readonly hasReset: boolean;
};

export type SyncEvent =
  /** A save, the network, the screen, a live event, the timer: all mean "now would be a good time". */
  | { readonly type: 'nudged' }
  | { readonly type: 'pushed'; readonly isMoreWaiting: boolean }
  | { readonly type: 'pulled'; readonly isMoreComing: boolean }
  | { readonly type: 'proved'; readonly isEqual: boolean; readonly random: number }
  | { readonly type: 'renewed' }
  | { readonly type: 'mended' }
  | { readonly type: 'failed'; readonly failure: SyncFailure; readonly random: number };

export type SyncEffect =
  | { readonly do: 'push'; readonly changesMax: number }
  | { readonly do: 'pull' }
  | { readonly do: 'prove' }
  | { readonly do: 'renew' }
  | { readonly do: 'reidentify' }
  | { readonly do: 'resetCursor' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'report'; readonly isOnline: boolean; readonly trouble: SyncTrouble | undefined };

export type Step = readonly [SyncState, readonly SyncEffect[]];

export const INITIAL_STATE: SyncState = {
  phase: 'resting',
  isNudged: false,
  failures: 0,
  batchMax: PUSH_CHANGES_MAX,
  hasRenewed: false,
  hasReidentified: false,
  hasReset: false,
};

export function step(state: SyncState, event: SyncEvent): Step {
  switch (event.type) {
    case 'nudged':
      return state.phase === 'resting' ? startRound(state) : [{ ...state, isNudged: true }, []];
    case 'pushed':
      return event.isMoreWaiting
        ? [state, [pushEffect(state)]]
        : [{ ...state, phase: 'pulling' }, [online(undefined), { do: 'pull' }]];
    case 'pulled':
      return event.isMoreComing ? [state, [{ do: 'pull' }]] : [{ ...state, phase: 'proving' }, [{ do: 'prove' }]];
    case 'proved':
      return endRound(state, event.isEqual, event.random);
    case 'renewed':
    case 'mended':
      return [{ ...state, phase: 'pushing' }, [pushEffect(state)]];
    case 'failed':
      return afterFailure(state, event.failure, event.random);
    default:
      return exhaustive(event);
  }
}

const online = (trouble: SyncTrouble | undefined): SyncEffect => ({ do: 'report', isOnline: true, trouble });
const pushEffect = ({ batchMax }: SyncState): SyncEffect => ({ do: 'push', changesMax: batchMax });

const startRound = (state: SyncState): Step => [{ ...state, phase: 'pushing', isNudged: false }, [pushEffect(state)]];

/** The end of a round that went well: at once again if something asked meanwhile, else a long jittered wait. */
function endRound(state: SyncState, isEqual: boolean, random: number): Step {
  if (!isEqual && !state.hasReidentified) {
    const mending: SyncState = { ...state, phase: 'reidentifying', hasReidentified: true };
    return [mending, [online('receipt-differs'), { do: 'reidentify' }]];
  }
  const report = online(isEqual ? undefined : 'receipt-differs');
  if (!state.isNudged) return [INITIAL_STATE, [report, { do: 'wait', ms: waitAfterSuccessMs(random) }]];
  const [next, effects] = startRound(INITIAL_STATE);
  return [next, [report, ...effects]];
}

function afterFailure(state: SyncState, failure: SyncFailure, random: number): Step {
  switch (failure.type) {
    case 'Unreachable':
      return retryLater(state, { do: 'report', isOnline: false, trouble: undefined }, random);
    case 'NotOurServer':
      return retryLater(state, { do: 'report', isOnline: false, trouble: 'not-our-server' }, random);
    case 'StorageFull':
      return retryLater(state, online('storage-full'), random);
    case 'Refused':
      return afterRefusal(state, failure, random);
    default:
      return exhaustive(failure);
  }
}

function afterRefusal(state: SyncState, failure: SyncFailure & { type: 'Refused' }, random: number): Step {
  switch (failure.problem) {
    case 'SessionExpired':
      return state.hasRenewed
        ? halt(state, 'signed-out')
        : [{ ...state, phase: 'renewing', hasRenewed: true }, [{ do: 'renew' }]];
    case 'SignInRefused':
      return halt(state, 'signed-out');
    case 'DeviceRevoked':
    case 'DeviceUnknown':
      return halt(state, 'device-revoked');
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
      if (state.phase === 'pushing' && state.batchMax > 1) {
        const halved = { ...state, batchMax: Math.ceil(state.batchMax / 2) };
        return [halved, [pushEffect(halved)]];
      }
      return retryLater(state, online('stuck'), random);
    default:
      return retryLater(state, online(undefined), random, failure.retryAfterMs);
  }
}

function retryLater(state: SyncState, report: SyncEffect, random: number, retryAfterMs?: number): Step {
  const failures = state.failures + 1;
  const next: SyncState = { ...INITIAL_STATE, failures, batchMax: state.batchMax };
  return [next, [report, { do: 'wait', ms: waitAfterFailureMs(failures, random, retryAfterMs) }]];
}

const halt = (state: SyncState, trouble: SyncTrouble): Step => [{ ...state, phase: 'halted' }, [online(trouble)]];
