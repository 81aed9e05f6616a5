/** Places kept at once; the oldest goes first. More lists than this nobody goes back to. */
const placesMax = 40;

/** Which row stands at the top edge of the screen, and how far into it. */
export type ListPlace = { row: number; insidePx: number };

/** Where each list stood, in memory only: numbers, no keys and no content of anybody's record. */
const placesByList = new Map<string, ListPlace>();

/** Notes where the list stands now, read from the rows themselves: what is on the screen is true whatever was estimated. */
export function keepListPlace(list: HTMLElement, name: string): void {
  const first = [...list.children].find((row) => row.getBoundingClientRect().bottom > 0);
  if (!first) return;
  placesByList.delete(name);
  placesByList.set(name, { row: rowNumber(first), insidePx: -first.getBoundingClientRect().top });
  const oldest = placesByList.keys().next().value;
  if (placesByList.size > placesMax && oldest !== undefined) placesByList.delete(oldest);
}

/** The kept place of a list; undefined for a list not seen before. */
export function findListPlace(name: string): ListPlace | undefined {
  return placesByList.get(name);
}

/** Scrolls whatever scrolls around the list so that the place comes to the top edge; by estimate as long as its row is not in the page. */
export function scrollToPlace(list: HTMLElement, place: ListPlace, offsetsPx: readonly number[]): void {
  const row = [...list.children].find((child) => rowNumber(child) === place.row);
  const rowTopPx = row
    ? row.getBoundingClientRect().top
    : list.getBoundingClientRect().top + (offsetsPx[place.row] ?? 0);
  scrollerOf(list).scrollTop += rowTopPx + place.insidePx;
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

function rowNumber(row: Element): number {
  return Number(row.getAttribute('aria-posinset')) - 1;
}
