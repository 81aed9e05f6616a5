import { useState } from 'preact/hooks';

/** A trembling hand taps again within this time; whoever means it twice looks first. */
export const AGAIN_MS = 350;

type Once = (work: () => unknown) => void;

/**
 * Runs what one tap starts, and nothing while that is under way or just over: a double tap must not save twice, nor tap the button that came
 * to stand in the same place. What gives no promise is never held up, so that taps that count are all counted.
 */
export function useOnce(): Once {
  const [once] = useState(() => createOnce(() => performance.now()));
  return once;
}

/** `now` gives milliseconds. */
export function createOnce(now: () => number): Once {
  let isRunning = false;
  let endedAt = Number.NEGATIVE_INFINITY;
  return (work) => {
    if (isRunning || now() - endedAt < AGAIN_MS) return;
    const running = work();
    if (!(running instanceof Promise)) return;
    isRunning = true;
    void running.finally(() => {
      isRunning = false;
      endedAt = now();
    });
  };
}
