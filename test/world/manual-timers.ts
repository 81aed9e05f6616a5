/** A clock that moves only when a test says so, and the timers that hang on it. */
export type ManualTimers = {
  readonly nowMs: () => number;
  readonly after: (ms: number, work: () => void) => () => void;
  /** Sets the clock forward or back without waking anybody. */
  readonly shift: (ms: number) => void;
  readonly count: () => number;
  /** Waits of the timers that are set, soonest first. */
  readonly waitsMs: () => readonly number[];
  /** Moves on to the soonest timer and wakes it; false when there is none. */
  readonly wakeNext: () => boolean;
};

export function createManualTimers(startMs: number): ManualTimers {
  let nowMs = startMs;
  const timers = new Set<{ readonly atMs: number; readonly work: () => void }>();
  const inOrder = () => [...timers].sort((one, other) => one.atMs - other.atMs);
  return {
    nowMs: () => nowMs,
    after(ms, work) {
      const timer = { atMs: nowMs + ms, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    shift(ms) {
      nowMs += ms;
    },
    count: () => timers.size,
    waitsMs: () => inOrder().map(({ atMs }) => atMs - nowMs),
    wakeNext() {
      const next = inOrder()[0];
      if (next === undefined) return false;
      timers.delete(next);
      nowMs = Math.max(nowMs, next.atMs);
      next.work();
      return true;
    },
  };
}
