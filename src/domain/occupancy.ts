import { addDays, addMonths, daysBetween, firstOfMonth, monthOf } from './calendar.ts';
import type { Dwelling } from './kinds/dwelling.ts';
import type { Placement } from './kinds/placement.ts';
import type { CalendarDate } from './primitives.ts';

/**
 * Who takes how many places of a dwelling, by day and by month. Pure.
 *
 * Every period here is half-open: the day it begins is in, the day it ends is out. Whoever leaves on the 10th sleeps there up to the night of the
 * 9th, and who comes on the 10th finds the bed free. Days are nights.
 */
export type Stay = {
  /** Of the placement. */
  readonly id: string;
  readonly from: CalendarDate;
  /** Undefined: nobody knows, so the places are not counted as free again. */
  readonly until: CalendarDate | undefined;
  /** What is known of a stay without an end: that they are there tonight. */
  readonly knownUntil: CalendarDate;
  readonly people: number;
};

type Offer = Pick<Partial<Dwelling>, 'places' | 'freeFromDate' | 'freeUntilDate' | 'closedDate'>;

/**
 * The nights a placement takes in its dwelling.
 *
 * entry | exit | expected exit | from                                    | until
 * ----- | ---- | ------------- | --------------------------------------- | -----
 * yes   | yes  | any           | entry                                   | exit
 * yes   | no   | ahead         | entry                                   | expected exit
 * yes   | no   | past, none    | entry                                   | not known: they have not left
 * no    | no   | any           | today, or when the dwelling is there:   | as above
 *       |      |               | a bed that was promised is not free     |
 *
 * Who moved in from another dwelling of the same placement is there from that day on instead of from the entry.
 */
export function placementToStay(
  id: string,
  fields: Partial<Placement>,
  { freeFromDate }: Offer,
  today: CalendarDate,
): Stay | undefined {
  const { entryDate, dwellingFromDate, exitDate, expectedExitDate, householdSize = 1 } = fields;
  const promisedFrom = freeFromDate !== undefined && freeFromDate > today ? freeFromDate : today;
  const from = dwellingFromDate ?? entryDate ?? promisedFrom;
  const until = exitDate ?? (expectedExitDate !== undefined && expectedExitDate > today ? expectedExitDate : undefined);
  if (until !== undefined && until <= from) return undefined;
  return { id, from, until, knownUntil: until ?? addDays(from > today ? from : today, 1), people: householdSize };
}

export const isThereOn = ({ from, until }: Stay, day: CalendarDate): boolean =>
  from <= day && (until === undefined || day < until);

/** First night without places, by agreement or because it was given up. */
export const endOfOffer = ({ freeUntilDate, closedDate }: Offer): CalendarDate | undefined =>
  closedDate !== undefined && (freeUntilDate === undefined || closedDate < freeUntilDate) ? closedDate : freeUntilDate;

/** Places there are on a day, taken or not. */
export function placesOn(offer: Offer, day: CalendarDate): number {
  const end = endOfOffer(offer);
  const isOffered = (offer.freeFromDate === undefined || offer.freeFromDate <= day) && (end === undefined || day < end);
  return isOffered ? (offer.places ?? 0) : 0;
}

export const takenOn = (stays: readonly Stay[], day: CalendarDate): number =>
  stays.reduce((sum, stay) => (isThereOn(stay, day) ? sum + stay.people : sum), 0);

export type DayOccupancy = { readonly places: number; readonly taken: number; readonly free: number };

/** `free` is never below zero, also where more people live than there are places. */
export function occupancyOn(offer: Offer, stays: readonly Stay[], day: CalendarDate): DayOccupancy {
  const places = placesOn(offer, day);
  const taken = takenOn(stays, day);
  return { places, taken, free: Math.max(0, places - taken) };
}

export type MonthOccupancy = {
  /** `2026-11` */
  readonly month: string;
  /** Places taken on the fullest night. */
  readonly takenMost: number;
  /** Places free on every night of the month. */
  readonly freeThroughout: number;
  /** Sum over the nights of the places there were, and of those taken. */
  readonly placeNights: number;
  readonly takenNights: number;
};

/** One row a month, from the month of `day` on. */
export const occupancyByMonth = (
  offer: Offer,
  stays: readonly Stay[],
  day: CalendarDate,
  months: number,
): MonthOccupancy[] =>
  Array.from({ length: months }, (_, index) => monthOccupancy(offer, stays, addMonths(firstOfMonth(day), index)));

function monthOccupancy(offer: Offer, stays: readonly Stay[], first: CalendarDate): MonthOccupancy {
  const length = daysBetween(first, addMonths(first, 1));
  const nights = Array.from({ length }, (_, index) => occupancyOn(offer, stays, addDays(first, index)));
  const sum = (part: 'places' | 'taken') => nights.reduce((total, night) => total + night[part], 0);
  return {
    month: monthOf(first),
    takenMost: Math.max(...nights.map(({ taken }) => taken)),
    freeThroughout: Math.min(...nights.map(({ free }) => free)),
    placeNights: sum('places'),
    takenNights: sum('taken'),
  };
}

/** The fewest places free on a night of the period; of one without an end, as far as something changes. */
export function freeThroughout(
  offer: Offer,
  stays: readonly Stay[],
  from: CalendarDate,
  until: CalendarDate | undefined,
): number {
  // Fewer places are free only from a day on which somebody comes, or on which the offer ends.
  const turns = [from, endOfOffer(offer), ...stays.map((stay) => stay.from)].filter(
    (day): day is CalendarDate => day !== undefined && day >= from && (until === undefined || day < until),
  );
  return Math.min(...turns.map((day) => occupancyOn(offer, stays, day).free));
}
