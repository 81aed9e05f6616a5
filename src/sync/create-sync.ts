import type { Exchange, SyncActivity, SyncStatus } from '../device/sync-status.ts';
import { EXCHANGES_MAX } from '../device/sync-status.ts';
import { exhaustive } from '../domain/assert.ts';
import { err, type Result } from '../domain/result.ts';
import { waitAfterFailureMs } from './backoff.ts';
import type { SyncFailure } from './failure.ts';
import { pullAhead } from './pull-ahead.ts';
import {
  fetchReturnedOnce,
  learnStandingsOnce,
  mendOnce,
  proveOnce,
  pullOnce,
  pushOnce,
  type RoundPorts,
  registerOnce,
  renewOnce,
} from './run-effect.ts';
import type { ServerPort } from './server-port.ts';
import { INITIAL_STATE, type SyncEffect, type SyncEvent, type SyncState, step } from './sync-machine.ts';

/**
 * Runs the machine of `sync-machine.ts` against the ports: exactly one effect at a time, every outcome fed back. Promises that only
 * the holder of the lock works, and that `stop` ends it between two effects, never inside a transaction: an answer that is still on
 * its way is dropped, one that is being stored is stored, and only then may the next holder begin.
 */
export type SyncPorts = RoundPorts & {
  readonly nowMs: () => number;
  readonly random: () => number;
  /** Calls `work` after `ms`; the returned function cancels. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Resolves when this tab is the one that syncs (Web Locks); `released` aborts when it no longer is. */
  readonly lead: (work: (released: AbortSignal) => Promise<void>) => Promise<void>;
  readonly readStatus: () => SyncStatus;
  readonly writeStatus: (status: SyncStatus) => void;
  /** The account's role is shown no record: it asks for none and listens for none, and its own password and vault are looked after all the same. */
  readonly readsNothing?: boolean | undefined;
  /** A bug threw. The round counts as failed and is tried again, as a queue must not stand still for it. */
  readonly reportFault: (error: unknown) => void;
};

export type Sync = {
  /** Something happened that makes now a good time: a save, the network, the screen. */
  readonly nudge: () => void;
  readonly stop: () => void;
};

/** The longest a change may wait while the server answers before the person is told that something is stuck. */
export const QUEUE_AGE_ALARM_MS = 2 * 60 * 60_000;

export function createSync(ports: SyncPorts): Sync {
  let state: SyncState = INITIAL_STATE;
  let isLeading = false;
  let isStopped = false;
  let cancelWait = () => {};
  let endLivePause = () => {};
  /** Until then the server asked not to be asked, whoever nudges. */
  let notBeforeMs = 0;
  let sentInRound = 0;
  let receivedInRound = 0;
  const stopped = new AbortController();
  const whenStopped = new Promise<void>((resolve) => {
    stopped.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const running = new Set<Promise<void>>();
  const round: RoundPorts = { store: ports.store, server: cutWhenStopped(pullAhead(ports.server), whenStopped) };

  void ports.lead(async (released) => {
    if (isStopped) return;
    isLeading = true;
    released.addEventListener('abort', stop, { once: true });
    // What the holder before was doing, or could not do, says nothing of this one.
    patch({ activity: { doing: 'nothing' }, trouble: undefined });
    if (!ports.readsNothing) void listenForEver();
    dispatch({ type: 'nudged' });
    await whenStopped;
    isLeading = false;
    await Promise.all(running);
  });

  return { nudge: () => dispatch({ type: 'nudged' }), stop };

  function stop(): void {
    isStopped = true;
    cancelWait();
    stopped.abort();
  }

  function dispatch(event: SyncEvent): void {
    if (isStopped || !isLeading) return;
    if (event.type === 'nudged' && state.phase === 'resting') {
      if (ports.nowMs() < notBeforeMs) return;
      cancelWait();
    }
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) start(effect);
    if (state.phase === 'halted') patch({ activity: { doing: 'nothing' } });
  }

  function start(effect: SyncEffect): void {
    const work = run(effect).catch((error: unknown) => {
      ports.reportFault(error);
      dispatch({ type: 'failed', failure: { type: 'Fault' }, random: ports.random() });
    });
    running.add(work);
    void work.then(() => running.delete(work));
  }

  async function run(effect: SyncEffect): Promise<void> {
    switch (effect.do) {
      case 'wait':
        cancelWait();
        notBeforeMs = ports.nowMs() + effect.atLeastMs;
        cancelWait = ports.after(effect.ms, () => {
          // Clocks may step back; the timer itself has waited long enough.
          notBeforeMs = 0;
          dispatch({ type: 'nudged' });
        });
        return patch({ activity: { doing: 'nothing' } });
      case 'report':
        return report(effect.isOnline, effect.trouble);
      case 'register':
        await registerOnce(round);
        return dispatch({ type: 'registered' });
      case 'push':
        return dispatch(await push(effect.changesMax));
      case 'pull':
        return dispatch(await pull(effect.recordsMax));
      case 'fetchReturned':
        return dispatch(eventOf(await fetchNews(), () => ({ type: 'fetched' })));
      case 'prove':
        return dispatch(await prove());
      case 'renew':
        return dispatch(eventOf(await renewOnce(round), () => ({ type: 'renewed' })));
      case 'reidentify':
        return dispatch(eventOf(await mendOnce(round, 'reidentify'), () => ({ type: 'mended' })));
      case 'resetCursor':
        return dispatch(eventOf(await mendOnce(round, 'resetCursor'), () => ({ type: 'mended' })));
      default:
        return exhaustive(effect);
    }
  }

  /** What others did with what is this person's: given back, or settled. */
  async function fetchNews(): Promise<Result<void, SyncFailure>> {
    const returned = await fetchReturnedOnce(round);
    return returned.ok ? learnStandingsOnce(round) : returned;
  }

  function eventOf<T>(result: Result<T, SyncFailure>, toEvent: (value: T) => SyncEvent): SyncEvent {
    return result.ok ? toEvent(result.value) : { type: 'failed', failure: result.error, random: ports.random() };
  }

  async function push(changesMax: number): Promise<SyncEvent> {
    const waiting = ports.store.waitingCount();
    if (waiting > 0) {
      // Also when another tab saved: "safe" was said of what there was before.
      const activity: SyncActivity = { doing: 'sending', done: sentInRound, total: sentInRound + waiting };
      patch({ activity, safeAt: undefined });
    }
    const pushed = await pushOnce(round, changesMax);
    return eventOf(pushed, ({ sent, refused, isMoreWaiting }) => {
      sentInRound += sent;
      if (sent - refused > 0) remember({ what: 'sent', count: sent - refused });
      if (refused > 0) remember({ what: 'refused', count: refused });
      if (!isMoreWaiting) sentInRound = 0;
      return { type: 'pushed', isMoreWaiting };
    });
  }

  async function pull(recordsMax: number): Promise<SyncEvent> {
    if (ports.readsNothing) return { type: 'pulled', isMoreComing: false };
    return eventOf(await pullOnce(round, recordsMax), ({ received, remaining, hasNewEpoch }) => {
      receivedInRound += received;
      const isMoreComing = remaining > 0;
      const activity: SyncActivity = isMoreComing
        ? { doing: 'receiving', done: receivedInRound, total: receivedInRound + remaining }
        : { doing: 'nothing' };
      if (!isMoreComing && receivedInRound > 0) remember({ what: 'received', count: receivedInRound });
      if (!isMoreComing) receivedInRound = 0;
      patch({ activity });
      return hasNewEpoch ? { type: 'restored', random: ports.random() } : { type: 'pulled', isMoreComing };
    });
  }

  async function prove(): Promise<SyncEvent> {
    const proved = await proveOnce(round);
    const unread = await ports.store.hasUnread();
    return eventOf(proved, ({ at, difference, hasNewEpoch }) => {
      if (hasNewEpoch) {
        patch({ safeAt: undefined });
        return { type: 'restored', random: ports.random() };
      }
      const isEqual = difference === undefined;
      // A change saved while the receipt was on its way is not covered by it, nor one that cannot be read here (yet).
      const isSafe = isEqual && ports.store.waitingCount() === 0 && unread.ok && !unread.value;
      patch({ activity: { doing: 'nothing' }, difference, safeAt: isSafe ? at : undefined });
      return { type: 'proved', isEqual, random: ports.random() };
    });
  }

  function report(isOnline: boolean, trouble: SyncStatus['trouble']): void {
    const oldest = ports.store.waiting(1)[0];
    const ageMs = oldest === undefined ? 0 : ports.nowMs() - Date.parse(oldest.savedAt);
    // The network is back: live events come again now, not after the long wait that the last failures earned.
    if (isOnline && ports.readStatus().isOnline !== true) endLivePause();
    const isStuck = isOnline && trouble === undefined && ageMs > QUEUE_AGE_ALARM_MS && state.failures > 0;
    patch({
      isOnline,
      trouble: isStuck ? 'stuck' : trouble,
      ...(isOnline && { lastContactAt: instantOf(ports.nowMs()) }),
    });
  }

  function remember(exchange: Omit<Exchange, 'at'>): void {
    const { exchanges } = ports.readStatus();
    const newest = { ...exchange, at: instantOf(ports.nowMs()) };
    patch({ exchanges: [newest, ...exchanges].slice(0, EXCHANGES_MAX) });
  }

  function patch(change: Partial<SyncStatus>): void {
    ports.writeStatus({ ...ports.readStatus(), ...change });
  }

  /** Live events are only a hint to pull soon; without them the timer still brings everything. */
  async function listenForEver(): Promise<void> {
    for (let failures = 0; !isStopped; failures += 1) {
      const token = ports.store.sessionToken();
      const startedMs = ports.nowMs();
      let isCut = false;
      const onAdvanced = () => {
        // From here on an end is a break, also an orderly one.
        isCut = true;
        dispatch({ type: 'nudged' });
      };
      if (token !== undefined && state.phase !== 'halted') {
        await ports.server.listen(token, onAdvanced, stopped.signal).catch(() => {
          isCut = true;
        });
      }
      if (ports.nowMs() - startedMs > LIVE_IS_STEADY_MS) failures = 0;
      if (isCut && ports.readStatus().isOnline === true) {
        // A live connection that breaks is the first sign of a lost network: asking says so in seconds, the timer in minutes.
        await pause(waitAfterFailureMs(1, ports.random()));
        dispatch({ type: 'nudged' });
      }
      await pause(waitAfterFailureMs(Math.min(failures, LIVE_FAILURES_COUNTED_MAX), ports.random()));
    }
  }

  async function pause(ms: number): Promise<void> {
    let cancel = () => {};
    await Promise.race([
      whenStopped,
      new Promise<void>((resolve) => {
        endLivePause = resolve;
        cancel = ports.after(ms, resolve);
      }),
    ]);
    cancel();
  }
}

/** The server, as long as somebody wants its answers: when stopped, a question counts as unanswered at once. */
function cutWhenStopped(server: ServerPort, whenStopped: Promise<void>): ServerPort {
  const cut = <T>(asked: Promise<Result<T, SyncFailure>>): Promise<Result<T, SyncFailure>> =>
    Promise.race([asked, whenStopped.then(() => err<SyncFailure>({ type: 'Unreachable' }))]);
  return {
    push: (token, request) => cut(server.push(token, request)),
    pull: (token, cursor, recordsMax) => cut(server.pull(token, cursor, recordsMax)),
    receipt: (token, stream) => cut(server.receipt(token, stream)),
    register: (token, vaultId, registration) => cut(server.register(token, vaultId, registration)),
    returned: (token) => cut(server.returned(token)),
    takeReturned: (token, changeIds) => cut(server.takeReturned(token, changeIds)),
    standing: (token, changeIds) => cut(server.standing(token, changeIds)),
    renewSession: () => cut(server.renewSession()),
    listen: server.listen,
  };
}

/** A connection that held this long was a good one: the next wait starts small again. */
const LIVE_IS_STEADY_MS = 60_000;
/** Caps the wait for a new live connection at about half a minute. */
const LIVE_FAILURES_COUNTED_MAX = 5;

const instantOf = (ms: number): string => new Date(ms).toISOString();
