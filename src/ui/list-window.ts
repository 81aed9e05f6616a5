import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findListPlace, keepListPlace } from './list-places.ts';
import { rowOffsetsPx, visibleRows } from './virtual-window.ts';

type ListWindow = {
  list: RefObject<HTMLElement | null>;
  keys: readonly string[];
  estimatePx: number;
  restoreKey?: string | undefined;
};

/** Below this a measured height counts as unchanged; fractions of a pixel come and go with zoom. */
const heightTolerancePx = 0.5;

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
    [keys.join('\n'), measureCount, estimatePx],
  );

  const follow = () => {
    if (!list.current) return;
    const topPx = -list.current.getBoundingClientRect().top;
    const next = visibleRows(offsetsPx, topPx, topPx + window.innerHeight);
    setRows((now) => (now.first === next.first && now.end === next.end ? now : next));
  };

  useLayoutEffect(() => {
    if (list.current && restoreKey !== undefined) findListPlace(list.current, restoreKey, offsetsPx);
  }, [restoreKey]);

  useLayoutEffect(() => {
    if (measureRows(list.current, heightsPx)) {
      typicalPx.current ??= average(heightsPx);
      setMeasureCount((count) => count + 1);
    }
  });

  useLayoutEffect(() => {
    follow();
    const onScroll = () => {
      follow();
      if (list.current && restoreKey !== undefined) keepListPlace(list.current, restoreKey, offsetsPx);
    };
    const onResize = () => {
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
  }, [offsetsPx, restoreKey]);

  // A list that became shorter may be asked for rows that are gone.
  return { offsetsPx, first: Math.min(rows.first, keys.length), end: Math.min(rows.end, keys.length) };
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
