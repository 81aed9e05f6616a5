/** Slower than a finger that leaves a list and then a dialog, faster than a thought. */
export const TWICE_MS = 500;

/** Escape twice: a key for both hands and every keyboard, and pressed by chance it costs one tap. Undone by what it returns. */
export function listenForHideKey(hide: () => void): () => void {
  const isTwice = createTwice('Escape', TWICE_MS);
  const press = ({ key, repeat, timeStamp }: KeyboardEvent) => {
    if (!repeat && isTwice(key, timeStamp)) hide();
  };
  // Before anybody below has a say: a dialog that closes by the first Escape must not keep the second one.
  window.addEventListener('keydown', press, { capture: true });
  return () => window.removeEventListener('keydown', press, { capture: true });
}

/** Whether this is the second press of the key within the time and with no other between; a third begins anew. */
export function createTwice(wanted: string, withinMs: number): (key: string, atMs: number) => boolean {
  let beforeMs = Number.NEGATIVE_INFINITY;
  return (key, atMs) => {
    const isWanted = key === wanted;
    const isSecond = isWanted && atMs - beforeMs <= withinMs;
    beforeMs = isWanted && !isSecond ? atMs : Number.NEGATIVE_INFINITY;
    return isSecond;
  };
}
