/** Which part of a long list is worth having in the page. Pure, so that it can be tested without a browser. */

/** Rows kept beyond each edge of the screen: what a flick or a Tab reaches before the next paint. */
const overscanRows = 6;

/** Distance of each row from the list's start in px; one longer than the list, its last entry is the whole height. */
export function rowOffsetsPx(count: number, heightPx: (index: number) => number): number[] {
  const offsets = [0];
  for (let index = 0; index < count; index++) offsets.push((offsets[index] ?? 0) + heightPx(index));
  return offsets;
}

/** First row (inclusive) and end (exclusive) for the visible stretch `topPx`…`bottomPx` of the list, with some to spare. */
export function visibleRows(
  offsetsPx: readonly number[],
  topPx: number,
  bottomPx: number,
): { first: number; end: number } {
  const count = offsetsPx.length - 1;
  const first = Math.max(0, rowAt(offsetsPx, topPx) - overscanRows);
  const end = Math.min(count, rowAt(offsetsPx, bottomPx) + 1 + overscanRows);
  return { first, end: Math.max(first, end) };
}

/** The row that covers the place, by halving; clamped to the list. */
export function rowAt(offsetsPx: readonly number[], placePx: number): number {
  let low = 0;
  let high = Math.max(0, offsetsPx.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsetsPx[middle] ?? 0) <= placePx) low = middle;
    else high = middle - 1;
  }
  return low;
}
