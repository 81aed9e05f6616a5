import { addDays, daysBetween } from './calendar.ts';
import { type Dwelling, monthlyRentFor } from './kinds/dwelling.ts';
import type { HousingMeasure } from './lists/housing-measures.ts';
import { endOfOffer, freeThroughout, type Stay } from './occupancy.ts';
import type { CalendarDate } from './primitives.ts';

/**
 * Which dwellings suit a household, the best first, each with its reasons. Pure. Only places that are there and free on every night asked for are
 * ever suggested; the rest are wishes, and a wish that is not met is said and costs rank, because a person may know better.
 */
export type HousingNeed = {
  readonly people: number;
  readonly from: CalendarDate;
  /** Undefined: for as long as it takes. */
  readonly until: CalendarDate | undefined;
  /** A month, in euro cents. */
  readonly rentMaxCents: number | undefined;
  readonly area: string | undefined;
  /** Somebody cannot climb stairs. Asked for the search, never stored: it would tell of somebody's health. */
  readonly isStepFree: boolean;
  readonly measures: readonly HousingMeasure[];
};

export type DwellingOffer = {
  readonly id: string;
  readonly fields: Partial<Dwelling>;
  readonly stays: readonly Stay[];
};

/** Why a dwelling suits (`good`), or what is to be thought of (`bad`), with what the sentence needs. */
export type MatchReason = { readonly good: boolean } & (
  | { readonly about: 'size'; readonly free: number; readonly left: number }
  /** Somebody lives in a whole home that is not shared by agreement. */
  | { readonly about: 'shared' }
  | { readonly about: 'period'; readonly from: CalendarDate; readonly until: CalendarDate | undefined }
  | { readonly about: 'rent'; readonly rentCents: number; readonly overCents: number }
  | { readonly about: 'rentUnknown' }
  | { readonly about: 'area'; readonly area: string }
  | { readonly about: 'areaUnknown' }
  | { readonly about: 'access'; readonly access: 'FULL' | 'PART' | 'UNKNOWN' }
  | { readonly about: 'measure'; readonly measure: HousingMeasure }
);
export type Match = { readonly id: string; readonly score: number; readonly reasons: readonly MatchReason[] };

/** A place that comes free within this time is worth waiting for. [S] */
export const WAIT_DAYS_MAX = 60;
/** A rent above the wish by more than this share is out of reach. [S] */
const RENT_OVER_SHARE_MAX = 0.2;

/** Points of each reason: budget and stairs shut somebody out, the area is a wish, a bed left over is a bed for the next. [S] */
const POINTS = {
  shared: -50,
  rent: 40,
  rentUnknown: 10,
  access: 40,
  accessPart: 15,
  area: 30,
  measure: 10,
  exactSize: 20,
  now: 30,
};

export function matchDwellings(need: HousingNeed, offers: readonly DwellingOffer[]): Match[] {
  return offers
    .flatMap((offer) => matchOf(need, offer) ?? [])
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

type Part = { readonly points: number; readonly reason?: MatchReason };
/** Undefined: not to be thought of. */
type Judge = (need: HousingNeed, fields: Partial<Dwelling>) => Part | undefined;

function matchOf(need: HousingNeed, offer: DwellingOffer): Match | undefined {
  const room = roomFor(need, offer);
  const wishes = WISHES.flatMap((judge) => judge(need, offer.fields) ?? []);
  // A wish that rules the dwelling out left no part.
  if (room === undefined || wishes.length < WISHES.length) return undefined;
  const found = [...room, ...wishes];
  return {
    id: offer.id,
    score: found.reduce((sum, { points }) => sum + points, 0),
    reasons: found.flatMap(({ reason }) => reason ?? []),
  };
}

/** Free from the day asked for, or from the first day within `WAIT_DAYS_MAX` on which it is. */
function roomFor({ people, from, until }: HousingNeed, { fields, stays }: DwellingOffer): Part[] | undefined {
  const last = addDays(from, WAIT_DAYS_MAX);
  // Places come free only on a day on which somebody leaves, or on which the dwelling is there.
  const days = [from, fields.freeFromDate, ...stays.map((stay) => stay.until)]
    .filter((day): day is CalendarDate => day !== undefined && day >= from && day <= last)
    .sort();
  const end = endOfOffer(fields);
  for (const day of days) {
    // Who does not know how long they need stays as long as there is a dwelling.
    const nightsUntil = until ?? end;
    if (nightsUntil !== undefined && nightsUntil <= day) continue;
    const free = freeThroughout(fields, stays, day, nightsUntil);
    if (free < people) continue;
    const left = free - people;
    const isShared = isOneHome(fields) && stays.some((stay) => isThereWithin(stay, day, nightsUntil));
    const wait = daysBetween(from, day);
    return [
      {
        points: left === 0 ? POINTS.exactSize : -Math.min(left, 10),
        reason: { about: 'size', good: true, free, left },
      },
      ...(isShared ? [{ points: POINTS.shared, reason: { about: 'shared', good: false } as const }] : []),
      {
        points: POINTS.now * (1 - wait / WAIT_DAYS_MAX),
        reason: { about: 'period', good: wait === 0, from: day, until: end },
      },
    ];
  }
  return undefined;
}

/** Let whole, and not for co-housing: whoever came second would move in with strangers. */
const isOneHome = ({ type, measures = [] }: Partial<Dwelling>): boolean =>
  type === 'INTE' && !measures.includes('COHO');

const isThereWithin = (stay: Stay, from: CalendarDate, until: CalendarDate | undefined): boolean =>
  (stay.until === undefined || stay.until > from) && (until === undefined || stay.from < until);

const WISHES: readonly Judge[] = [
  ({ rentMaxCents, people }, fields) => {
    if (rentMaxCents === undefined) return NO_MATTER;
    const rentCents = monthlyRentFor(fields, people);
    if (rentCents === undefined) return { points: POINTS.rentUnknown, reason: { about: 'rentUnknown', good: false } };
    const overCents = rentCents - rentMaxCents;
    if (overCents > rentMaxCents * RENT_OVER_SHARE_MAX) return undefined;
    const good = overCents <= 0;
    return { points: good ? POINTS.rent : 0, reason: { about: 'rent', good, rentCents, overCents } };
  },
  ({ isStepFree }, { accessibility }) => {
    if (!isStepFree) return NO_MATTER;
    switch (accessibility) {
      case 'FULL':
        return { points: POINTS.access, reason: { about: 'access', good: true, access: 'FULL' } };
      case 'PART':
        return { points: POINTS.accessPart, reason: { about: 'access', good: false, access: 'PART' } };
      case 'NONE':
        return undefined;
      default:
        return { points: 0, reason: { about: 'access', good: false, access: 'UNKNOWN' } };
    }
  },
  ({ area: wish }, { area }) => {
    if (wish === undefined || plain(wish) === '') return NO_MATTER;
    if (area === undefined) return { points: 0, reason: { about: 'areaUnknown', good: false } };
    // "Sampierdarena o Cornigliano" is met by either.
    const good = plain(area).includes(plain(wish)) || plain(wish).includes(plain(area));
    return { points: good ? POINTS.area : 0, reason: { about: 'area', good, area } };
  },
  ({ measures }, fields) => {
    const shared = measures.find((measure) => fields.measures?.includes(measure));
    if (shared === undefined) return NO_MATTER;
    return { points: POINTS.measure, reason: { about: 'measure', good: true, measure: shared } };
  },
];
const NO_MATTER: Part = { points: 0 };

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
