import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { moveFocusByArrow } from './list-arrows.ts';
import { useListWindow } from './list-window.ts';

type VirtualListProps<T> = {
  label: string;
  /** Pass the same array as long as nothing changed: its rows are then not counted anew at each scroll. */
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The inside of a row; its `<li>` is made here. */
  row: (item: T, index: number) => ComponentChildren;
  /** A row's likely height in px; measured heights replace it. */
  estimatePx: number;
  /** Under this name the place in the list is kept while the app runs, and found again on the way back. */
  restoreKey?: string | undefined;
};

/**
 * A list of any length with only the rows near the screen in the page. It scrolls with whatever scrolls around it; screen readers hear
 * each row's number and the whole count; the row that has the focus stays even when it is scrolled out of sight.
 */
export function VirtualList<T>({ label, items, keyOf, row, estimatePx, restoreKey }: VirtualListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [focusedKey, setFocusedKey] = useState<string | undefined>(undefined);
  const keys = useMemo(() => items.map(keyOf), [items]);
  const { offsetsPx, first, end } = useListWindow({ list, keys, estimatePx, restoreKey });

  const indexes = Array.from({ length: end - first }, (_, step) => first + step);
  const focused = focusedKey === undefined ? -1 : keys.indexOf(focusedKey);
  if (focused >= 0 && focused < first) indexes.unshift(focused);
  if (focused >= end) indexes.push(focused);

  const offset = (index: number) => offsetsPx[index] ?? 0;
  const lastShown = indexes.at(-1) ?? -1;
  return (
    <ul
      ref={list}
      class="rows virtual"
      aria-label={label}
      style={{ paddingBlockEnd: `${offset(items.length) - offset(lastShown + 1)}px` }}
      onFocusIn={(event) => setFocusedKey(keyOfRowAround(event.target))}
      onFocusOut={() => setFocusedKey(undefined)}
      onKeyDown={moveFocusByArrow}
    >
      {indexes.map((index, place) => {
        const item = items[index];
        if (item === undefined) return null;
        // In the flow with the gap as a margin, not absolutely placed: so the browser's scroll anchoring holds the visible rows still.
        const gapPx = offset(index) - offset((indexes[place - 1] ?? -1) + 1);
        return (
          <li
            key={keys[index]}
            class="row"
            data-key={keys[index]}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ marginBlockStart: `${gapPx}px` }}
          >
            {row(item, index)}
          </li>
        );
      })}
    </ul>
  );
}

function keyOfRowAround(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;
}
