import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { INITIAL_STATE, type SyncEffect, type SyncEvent, type SyncState, step } from '../../src/sync/sync-machine.ts';

const nudged: SyncEvent = { type: 'nudged' };
const failed = (failure: SyncFailure): SyncEvent => ({ type: 'failed', failure, random: 0.5 });
const refused = (problem: (SyncFailure & { type: 'Refused' })['problem'], status = 400): SyncEvent =>
  failed({ type: 'Refused', problem, status, retryAfterMs: undefined });

const NOT_PERMITTED = { type: 'Refused', problem: 'NotPermitted', status: 403, retryAfterMs: undefined } as const;

/** What hardly ever has anything to do is answered at once, and left out of the effects. */
const AT_ONCE: Partial<Record<SyncEffect['do'], SyncEvent>> = {
  register: { type: 'registered' },
  fetchReturned: { type: 'fetched' },
};

/** Feeds the events in turn and returns the last state with all effects in order. */
function play(events: readonly SyncEvent[], from: SyncState = INITIAL_STATE): [SyncState, SyncEffect[]] {
  let state = from;
  const effects: SyncEffect[] = [];
  const todo = [...events];
  for (let event = todo.shift(); event !== undefined; event = todo.shift()) {
    const [next, made] = step(state, event);
    state = next;
    effects.push(...made.filter((effect) => AT_ONCE[effect.do] === undefined));
    todo.unshift(...made.flatMap((effect) => AT_ONCE[effect.do] ?? []));
  }
  return [state, effects];
}

const verbs = (effects: readonly SyncEffect[]) => effects.map((effect) => effect.do);

describe('a round', () => {
  it('pushes until nothing waits, pulls until nothing is to come, then asks for a receipt and rests', () => {
    const [state, effects] = play([
      nudged,
      { type: 'pushed', isMoreWaiting: true },
      { type: 'pushed', isMoreWaiting: false },
      { type: 'pulled', isMoreComing: true },
      { type: 'pulled', isMoreComing: false },
      { type: 'proved', isEqual: true, random: 0.5 },
    ]);
    expect(verbs(effects)).toEqual(['push', 'push', 'report', 'pull', 'pull', 'prove', 'report', 'wait']);
    expect(state).toEqual(INITIAL_STATE);
  });

  it('makes the vault known before it pushes, and asks for what was sent back after it pulled', () => {
    const orders = [
      nudged,
      { type: 'registered' },
      { type: 'pushed', isMoreWaiting: false },
      { type: 'pulled', isMoreComing: false },
      { type: 'fetched' },
    ] as const;
    let state = INITIAL_STATE;
    const effects: SyncEffect[] = [];
    for (const event of orders) {
      const [next, made] = step(state, event);
      state = next;
      effects.push(...made);
    }
    expect(verbs(effects)).toEqual(['register', 'push', 'report', 'pull', 'fetchReturned', 'prove']);
  });

  it('remembers a nudge that comes while it runs, and starts again right after', () => {
    const [state, effects] = play([
      nudged,
      nudged,
      { type: 'pushed', isMoreWaiting: false },
      { type: 'pulled', isMoreComing: false },
      { type: 'proved', isEqual: true, random: 0.5 },
    ]);
    expect(effects.at(-1)?.do).toBe('push');
    expect(state.phase).toBe('pushing');
    expect(state.isNudged).toBe(false);
  });

  it('never says that all is well when the receipt differs, and mends by a new stream once', () => {
    const differs: SyncEvent = { type: 'proved', isEqual: false, random: 0.5 };
    const round: SyncEvent[] = [
      { type: 'pushed', isMoreWaiting: false },
      { type: 'pulled', isMoreComing: false },
      differs,
    ];
    const [state, effects] = play([nudged, ...round]);
    expect(effects.slice(-2)).toEqual([
      { do: 'report', isOnline: true, trouble: 'receipt-differs' },
      { do: 'reidentify' },
    ]);
    const [, again] = play([{ type: 'mended' }, ...round], state);
    expect(verbs(again)).not.toContain('reidentify');
    expect(again.at(-1)?.do).toBe('wait');
  });
});

describe('a failure', () => {
  it.each([
    ['no answer', { type: 'Unreachable' }, false, undefined],
    ['a page that is not ours', { type: 'NotOurServer', status: 200 }, false, 'not-our-server'],
    ['a proxy before a server that is down', { type: 'NotOurServer', status: 502 }, false, undefined],
    ['no space to store the answer', { type: 'StorageFull' }, true, 'storage-full'],
    ['storage that does not work', { type: 'StorageBroken' }, true, 'storage-trouble'],
    ['rights that were taken away', NOT_PERMITTED, true, 'not-permitted'],
    ['a busy server', { type: 'Refused', problem: 'ServerBusy', status: 503, retryAfterMs: 5_000 }, true, undefined],
    ['a fault', { type: 'Refused', problem: 'ServerFault', status: 500, retryAfterMs: undefined }, true, undefined],
  ] as const)('%s: tells the person and tries again later', (_, failure, isOnline, trouble) => {
    const [state, effects] = play([nudged, failed(failure)]);
    expect(effects.at(-2)).toEqual({ do: 'report', isOnline, trouble });
    expect(effects.at(-1)?.do).toBe('wait');
    expect(state).toMatchObject({ phase: 'resting', failures: 1 });
  });

  it('waits longer after each failure in a row, and never less than the server asked for', () => {
    const waitOf = (failures: number, retryAfterMs?: number) => {
      const event = failed({ type: 'Refused', problem: 'ServerBusy', status: 503, retryAfterMs });
      const [, effects] = step({ ...INITIAL_STATE, phase: 'pushing', failures }, event);
      const wait = effects.find((effect) => effect.do === 'wait');
      return wait?.do === 'wait' ? wait.ms : 0;
    };
    expect(waitOf(3)).toBeGreaterThan(waitOf(0));
    expect(waitOf(50)).toBeLessThan(6 * 60_000);
    expect(waitOf(0, 90_000)).toBe(90_000);
  });

  it('an ended session is renewed once a round without asking; a second end is tried again later, not given up for good', () => {
    const [renewing, effects] = play([nudged, refused('SessionExpired', 401)]);
    expect(effects.at(-1)).toEqual({ do: 'renew' });
    const [, onward] = play([{ type: 'renewed' }], renewing);
    expect(verbs(onward)).toEqual(['push']);
    const [state, second] = play([{ type: 'renewed' }, refused('SessionExpired', 401)], renewing);
    expect(second).toContainEqual({ do: 'report', isOnline: true, trouble: 'signed-out' });
    expect(verbs(second)).toContain('wait');
    const [, again] = play([nudged, refused('SessionExpired', 401)], state);
    expect(again.at(-1)).toEqual({ do: 'renew' });
  });

  it('a revoked device stops, and a nudge does not start it again', () => {
    const [state] = play([nudged, refused('DeviceRevoked', 403)]);
    const [after, effects] = play([nudged, nudged], state);
    expect(after.phase).toBe('halted');
    expect(effects).toEqual([]);
  });

  it('a closed account stops, and says which', () => {
    const [state, effects] = play([nudged, refused('AccountDisabled', 403)]);
    expect(state.phase).toBe('halted');
    expect(effects.at(-1)).toMatchObject({ trouble: 'account-disabled' });
  });

  it.each(['StreamGap', 'StreamForked', 'StreamForeign'] as const)('%s goes on with a new stream', (problem) => {
    const [, effects] = play([nudged, refused(problem, 409), { type: 'mended' }]);
    expect(verbs(effects)).toEqual(['push', 'reidentify', 'push']);
  });

  it('a request that is too large is sent again in halves', () => {
    const [state, effects] = play([nudged, refused('BodyTooLarge', 413), refused('BodyTooLarge', 413)]);
    const sizes = effects.flatMap((effect) => (effect.do === 'push' ? [effect.changesMax] : []));
    expect(sizes).toEqual([500, 250, 125]);
    expect(state.phase).toBe('pushing');
  });

  it('the 413 of a proxy counts as too large too; what got through lets the next one be larger again', () => {
    const [state, effects] = play([
      nudged,
      failed({ type: 'NotOurServer', status: 413 }),
      failed({ type: 'NotOurServer', status: 413 }),
      { type: 'pushed', isMoreWaiting: true },
    ]);
    const sizes = effects.flatMap((effect) => (effect.do === 'push' ? [effect.changesMax] : []));
    expect(sizes).toEqual([500, 250, 125, 250]);
    expect(state.phase).toBe('pushing');
  });

  it('a push that got no answer is tried smaller, for a network too slow for so much, but never crumbled', () => {
    let state = INITIAL_STATE;
    for (let tries = 0; tries < 3; tries += 1) [state] = play([nudged, failed({ type: 'Unreachable' })], state);
    expect(state.batchMax).toBe(63);
    for (let tries = 0; tries < 20; tries += 1) [state] = play([nudged, failed({ type: 'Unreachable' })], state);
    expect(state.batchMax).toBe(16);
    const [, effects] = play(
      [nudged, { type: 'pushed', isMoreWaiting: true }, { type: 'pushed', isMoreWaiting: true }],
      state,
    );
    expect(effects.flatMap((effect) => (effect.do === 'push' ? [effect.changesMax] : []))).toEqual([16, 32, 64]);
  });

  it('a pull that got no answer is tried with smaller pages, and each that came lets the next be larger', () => {
    const toPull: SyncEvent[] = [nudged, { type: 'pushed', isMoreWaiting: false }];
    const sizesOf = (effects: readonly SyncEffect[]) =>
      effects.flatMap((effect) => (effect.do === 'pull' ? [effect.recordsMax] : []));
    let [state, effects] = play([]);
    for (let tries = 0; tries < 3; tries += 1) {
      const [next, made] = play([...toPull, failed({ type: 'Unreachable' })], state);
      [state, effects] = [next, [...effects, ...made]];
    }
    expect(sizesOf(effects)).toEqual([1000, 500, 250]);
    expect(state.batchMax, 'pushes are not slowed by it').toBe(INITIAL_STATE.batchMax);
    const page: SyncEvent = { type: 'pulled', isMoreComing: true };
    const [after, grown] = play([...toPull, page, page, page, page], state);
    expect(sizesOf(grown)).toEqual([125, 250, 500, 1000, 1000]);
    expect(after.failures, 'what moves on has not failed').toBe(0);
    for (let tries = 0; tries < 20; tries += 1) [state] = play([...toPull, failed({ type: 'Unreachable' })], state);
    expect(sizesOf(play(toPull, state)[1])).toEqual([16]);
  });

  it('a locked vault ends the work without a word', () => {
    const [state, effects] = play([nudged, failed({ type: 'VaultLocked' })]);
    expect(state.phase).toBe('halted');
    expect(verbs(effects)).toEqual(['push']);
  });

  it('a nudge during a round that gets no answer has the next try soon, as after the first failure', () => {
    const waitOf = (events: readonly SyncEvent[]) =>
      play(events, { ...INITIAL_STATE, failures: 9 })[1].find((effect) => effect.do === 'wait');
    const patient = waitOf([nudged, failed({ type: 'Unreachable' })]);
    const eager = waitOf([nudged, nudged, failed({ type: 'Unreachable' })]);
    expect(patient?.do === 'wait' && patient.ms).toBeGreaterThan(60_000);
    expect(eager?.do === 'wait' && eager.ms).toBeLessThan(2_500);
  });

  it('an invalid cursor starts the pull from the beginning', () => {
    const [, effects] = play([nudged, { type: 'pushed', isMoreWaiting: false }, refused('CursorInvalid', 400)]);
    expect(effects.at(-1)).toEqual({ do: 'resetCursor' });
  });
});

/**
 * Whatever happens in whatever order: there is always something under way (an effect that will feed back, or a wait) unless a person is
 * needed, and never two things that talk to the server at once.
 */
it('never stands still without a wait and never does two things at once', () => {
  const failure = fc.oneof(
    fc.constant<SyncFailure>({ type: 'Unreachable' }),
    fc.constant<SyncFailure>({ type: 'NotOurServer', status: 200 }),
    fc.constantFrom<SyncFailure>({ type: 'StorageFull' }, { type: 'StorageBroken' }, { type: 'VaultLocked' }),
    fc
      .constantFrom('StreamGap', 'CursorInvalid', 'BodyTooLarge', 'ServerBusy', 'SessionExpired', undefined)
      .map((problem): SyncFailure => ({ type: 'Refused', problem, status: 400, retryAfterMs: undefined })),
  );
  const script = fc.array(
    fc.record({ isFailing: fc.boolean(), failure, isMore: fc.boolean(), isNudgedMeanwhile: fc.boolean() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(script, (steps) => {
      let [state, effects] = step(INITIAL_STATE, nudged);
      for (const { isFailing, failure: why, isMore, isNudgedMeanwhile } of steps) {
        const busy = effects.filter((effect) => effect.do !== 'report');
        if (state.phase === 'halted') return busy.length === 0;
        if (busy.length !== 1) return false;
        if (isNudgedMeanwhile && state.phase !== 'resting') [state] = step(state, nudged);
        const answer = isFailing && state.phase !== 'resting' ? failed(why) : answerOf(busy[0], isMore);
        [state, effects] = step(state, answer);
      }
      return true;
    }),
  );
});

function answerOf(effect: SyncEffect | undefined, isMore: boolean): SyncEvent {
  switch (effect?.do) {
    case 'register':
      return { type: 'registered' };
    case 'fetchReturned':
      return { type: 'fetched' };
    case 'push':
      return { type: 'pushed', isMoreWaiting: isMore };
    case 'pull':
      return { type: 'pulled', isMoreComing: isMore };
    case 'prove':
      return { type: 'proved', isEqual: isMore, random: 0.5 };
    case 'renew':
      return { type: 'renewed' };
    case 'reidentify':
    case 'resetCursor':
      return { type: 'mended' };
    default:
      return nudged;
  }
}
