import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findListPlace, keepListPlace, scrollToPlace } from './list-places.ts';
import { rowOffsetsPx, visibleRows } from './virtual-window.ts';

type ListWindow = {
  list: RefObject<HTMLElement | null>;
  keys: readonly string[];
  estimatePx: number;
  restoreKey?: string | undefined;
};

/** Below this a measured height counts as unchanged; fractions of a pixel come and go with zoom. */
const heightTolerancePx = 0.5;

/** Renders in a row that measuring may cause; rows that never agree on their height must not hang the page. */
const settleRendersMax = 12;

/**
 * The browser half of a windowed list: measures rows, follows every scroll around the list, finds the kept place again. The visible
 * stretch is taken from the screen itself, so it does not matter which ancestor scrolls.
 */
export function useListWindow({ list, keys, estimatePx, restoreKey }: ListWindow) {
  const heightsPx = useRef(new Map<string, number>()).current;
  const typicalPx = useRef<number | undefined>(undefined);
  const [measureCount, setMeasureCount] = useState(0);
  const [rows, setRows] = useState({ first: 0, end: 0 });
  const offsetsPx = useMemo(
    () => rowOffsetsPx(keys.length, (index) => heightsPx.get(keys[index] ?? '') ?? typicalPx.current ?? estimatePx),
    [keys, measureCount, estimatePx],
  );

  // The place to find again, until every row around it has been measured: its distance from the top is only then true.
  const wanted = useRef(restoreKey === undefined ? undefined : findListPlace(restoreKey));

  const wasHidden = useRef(false);
  const settleRenders = useRef(0);

  const follow = (): 'moved' | 'stays' => {
    if (!isInLayout(list.current)) return 'stays';
    const topPx = -list.current.getBoundingClientRect().top;
    const next = visibleRows(offsetsPx, topPx, topPx + window.innerHeight);
    if (rows.first === next.first && rows.end === next.end) return 'stays';
    setRows(next);
    return 'moved';
  };

  const keepPlace = () => {
    if (restoreKey !== undefined && !wanted.current && isInLayout(list.current))
      keepListPlace(list.current, restoreKey);
  };

  useLayoutEffect(() => {
    const isHidden = !isInLayout(list.current);
    // Hidden while the detail is open on a phone: the page became short meanwhile and lost its scroll position.
    if (!isHidden && wasHidden.current && restoreKey !== undefined) wanted.current = findListPlace(restoreKey);
    wasHidden.current = isHidden;
    if (isHidden || settleRenders.current > settleRendersMax) return;
    if (list.current && wanted.current) scrollToPlace(list.current, wanted.current, offsetsPx);
    const moved = follow() === 'moved';
    const measured = measureRows(list.current, heightsPx);
    if (measured) {
      typicalPx.current ??= average(heightsPx);
      setMeasureCount((count) => count + 1);
    }
    if (moved || measured) {
      settleRenders.current++;
      return;
    }
    settleRenders.current = 0;
    wanted.current = undefined;
    // Again when all is measured: the scroll event came while the rows were still estimates.
    keepPlace();
  });

  useLayoutEffect(() => {
    const onScroll = () => {
      settleRenders.current = 0;
      // While rows are still to come the place is an estimate; it is kept when they have been measured.
      if (follow() === 'stays') keepPlace();
    };
    const onResize = () => {
      settleRenders.current = 0;
      heightsPx.clear();
      setMeasureCount((count) => count + 1);
    };
    // Captured at the window: scroll events do not bubble, but they are captured from any scrolling ancestor.
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    window.addEventListener('resize', onResize);
    return () => {
      window.removeEventListener('scroll', onScroll, { capture: true });
      window.removeEventListener('resize', onResize);
    };
  }, [offsetsPx, rows, restoreKey]);

  // A list that became shorter may be asked for rows that are gone.
  return { offsetsPx, first: Math.min(rows.first, keys.length), end: Math.min(rows.end, keys.length) };
}

/** Without boxes (display: none on it or above it) every measure reads zero and says nothing about the list. */
function isInLayout(list: HTMLElement | null): list is HTMLElement {
  return list !== null && list.getClientRects().length > 0;
}

function measureRows(list: HTMLElement | null, heightsPx: Map<string, number>): boolean {
  let isChanged = false;
  for (const row of list?.children ?? []) {
    if (!(row instanceof HTMLElement) || row.dataset.key === undefined) continue;
    const heightPx = row.getBoundingClientRect().height;
    if (Math.abs((heightsPx.get(row.dataset.key) ?? 0) - heightPx) <= heightTolerancePx) continue;
    heightsPx.set(row.dataset.key, heightPx);
    isChanged = true;
  }
  return isChanged;
}

function average(heightsPx: Map<string, number>): number {
  return [...heightsPx.values()].reduce((sum, heightPx) => sum + heightPx, 0) / heightsPx.size;
}
