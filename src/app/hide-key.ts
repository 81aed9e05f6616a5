/** Slower than a finger that leaves a list and then a dialog, faster than a thought. */
export const TWICE_MS = 500;

/** Escape twice: a key for both hands and every keyboard, and pressed by chance it costs one tap. Undone by what it returns. */
export function listenForHideKey(hide: () => void): () => void {
  const isTwice = createTwice(TWICE_MS);
  const press = ({ key, repeat, timeStamp }: KeyboardEvent) => {
    if (key === 'Escape' && !repeat && isTwice(timeStamp)) hide();
  };
  // Before anybody below has a say: a dialog that closes by the first Escape must not keep the second one.
  window.addEventListener('keydown', press, { capture: true });
  return () => window.removeEventListener('keydown', press, { capture: true });
}

/** Whether this is the second of two within the time; a third begins anew. */
export function createTwice(withinMs: number): (atMs: number) => boolean {
  let beforeMs = Number.NEGATIVE_INFINITY;
  return (atMs) => {
    const isSecond = atMs - beforeMs <= withinMs;
    beforeMs = isSecond ? Number.NEGATIVE_INFINITY : atMs;
    return isSecond;
  };
}
