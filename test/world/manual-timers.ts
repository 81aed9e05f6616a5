/** A clock that moves only when a test says so, and the timers that hang on it. */
export type ManualTimers = {
  readonly nowMs: () => number;
  readonly after: (ms: number, work: () => void) => () => void;
  /** Sets the clock forward or back without waking anybody. */
  readonly shift: (ms: number) => void;
  readonly count: () => number;
  /** Moves on to the soonest timer and wakes it; false when there is none. */
  readonly wakeNext: () => boolean;
};

export function createManualTimers(startMs: number): ManualTimers {
  /** Goes on whatever the clock on the wall says, as the timers of a browser do. */
  let elapsedMs = 0;
  let wallMs = startMs;
  const timers = new Set<{ readonly atMs: number; readonly work: () => void }>();
  const inOrder = () => [...timers].sort((one, other) => one.atMs - other.atMs);
  return {
    nowMs: () => wallMs + elapsedMs,
    after(ms, work) {
      const timer = { atMs: elapsedMs + ms, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    shift(ms) {
      wallMs += ms;
    },
    count: () => timers.size,
    wakeNext() {
      const next = inOrder()[0];
      if (next === undefined) return false;
      timers.delete(next);
      elapsedMs = Math.max(elapsedMs, next.atMs);
      next.work();
      return true;
    },
  };
}
