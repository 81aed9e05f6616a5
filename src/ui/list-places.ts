import { rowAt } from './virtual-window.ts';

/** Places kept at once; the oldest goes first. More lists than this nobody goes back to. */
const placesMax = 40;

/** Which row stands at the top edge of the screen, and how far into it. */
export type ListPlace = { row: number; insidePx: number };

/** Where each list stood, in memory only: numbers, no keys and no content of anybody's record. */
const placesByList = new Map<string, ListPlace>();

/** Notes where the list stands now. */
export function keepListPlace(list: HTMLElement, name: string, offsetsPx: readonly number[]): void {
  const topPx = -list.getBoundingClientRect().top;
  const row = rowAt(offsetsPx, topPx);
  placesByList.delete(name);
  placesByList.set(name, { row, insidePx: topPx - (offsetsPx[row] ?? 0) });
  const oldest = placesByList.keys().next().value;
  if (placesByList.size > placesMax && oldest !== undefined) placesByList.delete(oldest);
}

/** The kept place of a list; undefined for a list not seen before. */
export function findListPlace(name: string): ListPlace | undefined {
  return placesByList.get(name);
}

/** Scrolls whatever scrolls around the list so that the place comes to the top edge of the screen. */
export function scrollToPlace(list: HTMLElement, place: ListPlace, offsetsPx: readonly number[]): void {
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
