import { rowAt } from './virtual-window.ts';

/** Places kept at once; the oldest goes first. More lists than this nobody goes back to. */
const placesMax = 40;

/** Where each list stood, in memory only: row number and how far into it, no keys and no content of anybody's record. */
const placesByList = new Map<string, { row: number; insidePx: number }>();

/** Notes where the list stands now. */
export function keepListPlace(list: HTMLElement, name: string, offsetsPx: readonly number[]): void {
  const topPx = -list.getBoundingClientRect().top;
  const row = rowAt(offsetsPx, topPx);
  placesByList.delete(name);
  placesByList.set(name, { row, insidePx: topPx - (offsetsPx[row] ?? 0) });
  const oldest = placesByList.keys().next().value;
  if (placesByList.size > placesMax && oldest !== undefined) placesByList.delete(oldest);
}

/** Scrolls the list to where it stood when it was last left; does nothing for a list not seen before. */
export function findListPlace(list: HTMLElement, name: string, offsetsPx: readonly number[]): void {
  const place = placesByList.get(name);
  if (!place) return;
  // Room must be there before scrolling into it: the rows themselves come with the next render.
  list.style.paddingBlockEnd = `${offsetsPx.at(-1) ?? 0}px`;
  const wantedTopPx = (offsetsPx[place.row] ?? 0) + place.insidePx;
  scrollerOf(list).scrollTop += list.getBoundingClientRect().top + wantedTopPx;
}

/** Forgets every place: for the moment when another person unlocks the device. */
export function forgetListPlaces(): void {
  placesByList.clear();
}

function scrollerOf(element: HTMLElement): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return document.scrollingElement ?? document.documentElement;
}
