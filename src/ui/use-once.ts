import { useState } from 'preact/hooks';

/** A trembling hand taps again within this time; whoever means it twice looks first. */
export const AGAIN_MS = 350;

/** `mayBeSameTap`: it comes as the second half of a double tap comes, and is held for a moment more. */
type Once = (work: () => unknown, mayBeSameTap?: boolean) => void;

/**
 * Runs what one tap starts, and nothing while that is under way, nor right behind it what may be the same tap: that must not save twice, nor do
 * the next thing where another came to stand in the same place. What gives no promise is never held up, so that taps that count are all counted.
 */
export function useOnce(): Once {
  const [once] = useState(() => createOnce(() => performance.now()));
  return once;
}

/** Whether this may be the second half: a mouse counts its clicks; of two touches only the time between them tells. */
export const isOfDoubleTap = (event: MouseEvent): boolean =>
  event.detail > 1 || (event instanceof PointerEvent && event.pointerType === 'touch');

/** `now` gives milliseconds. */
export function createOnce(now: () => number): Once {
  let isRunning = false;
  let endedAt = Number.NEGATIVE_INFINITY;
  return (work, mayBeSameTap = false) => {
    if (isRunning || (mayBeSameTap && now() - endedAt < AGAIN_MS)) return;
    const running = work();
    if (!(running instanceof Promise)) return;
    isRunning = true;
    void running.finally(() => {
      isRunning = false;
      endedAt = now();
    });
  };
}
