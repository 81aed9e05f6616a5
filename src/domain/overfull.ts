import { arrivalIn } from './field-arrival.ts';
import type { Dwelling } from './kinds/dwelling.ts';
import { endOfOffer, isThereOn, type Stay, takenOn } from './occupancy.ts';
import type { CalendarDate } from './primitives.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * Households for whom a dwelling has no place, although they were placed there: two devices without a network that each gave away the last bed. Both
 * placements hold, because somebody may be sleeping there by now; a person decides. Pure, and the same on every device that knows the same.
 */
export type Claim = Stay & {
  /** The version at which the placement last got what its stay depends on; above every version while only a device knows. */
  readonly arrival: number;
  /** Somebody wrote why they stay all the same, after the stay was last changed. */
  readonly isKept: boolean;
};

export type Overfull = {
  readonly claim: Claim;
  /** `places`: others came before. `period`: the dwelling is not there on some nights that they are known to stay. */
  readonly why: 'places' | 'period';
  /** The first night on which it is so. */
  readonly from: CalendarDate;
  /** Who is there on that night and came before. */
  readonly others: readonly Claim[];
};

/** What a stay depends on, and of that what makes a reason given before an old one: leaving earlier or later does not. */
const STAY_FIELDS = [
  'dwellingId',
  'dwellingFromDate',
  'entryDate',
  'expectedExitDate',
  'exitDate',
  'householdSize',
] as const;
const REASON_STANDS_ON = ['dwellingId', 'dwellingFromDate', 'entryDate', 'householdSize'] as const;

/** `confirmed` is the record as the server has it. */
export function stayToClaim(
  stay: Stay,
  record: Pick<RecordEnvelope, 'fields' | 'fieldVersions'>,
  confirmed: RecordEnvelope | undefined,
): Claim {
  const arrivalOf = arrivalIn(record, confirmed);
  const hasReason = record.fields.overPlacesReason !== undefined;
  return {
    ...stay,
    arrival: arrivalOf(STAY_FIELDS),
    isKept: hasReason && arrivalOf(['overPlacesReason']) >= arrivalOf(REASON_STANDS_ON),
  };
}

type Offer = Pick<Partial<Dwelling>, 'places' | 'freeFromDate' | 'freeUntilDate' | 'closedDate'>;

/**
 * First come, first served, by the order of the server. In that order:
 *
 * fits beside who has a place | is kept with a reason | then
 * --------------------------- | --------------------- | ----
 * yes                         | any                   | has a place
 * no                          | yes                   | takes its places all the same: somebody has decided
 * no                          | no                    | is told, and takes none from who came later: it is not decided yet
 *
 * So on every night with more people than places somebody is told, or was kept with a reason.
 */
export function findOverfull(offer: Offer, claims: readonly Claim[]): Overfull[] {
  const placed: Claim[] = [];
  const told: Overfull[] = [];
  for (const claim of claims.toSorted(byArrival)) {
    const problem = outsideOffer(offer, claim) ?? overPlaces(offer.places ?? 0, claim, placed);
    if (problem === undefined || claim.isKept) placed.push(claim);
    else told.push(problem);
  }
  return told;
}

/** What only one device knows has no order of the server yet: there the id decides, which begins with the time of its making. */
const byArrival = (a: Claim, b: Claim): number => {
  if (a.arrival !== b.arrival) return a.arrival < b.arrival ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

function outsideOffer(offer: Offer, claim: Claim): Overfull | undefined {
  const end = endOfOffer(offer);
  if (offer.freeFromDate !== undefined && claim.from < offer.freeFromDate) {
    return { claim, why: 'period', from: claim.from, others: [] };
  }
  if (end === undefined || claim.knownUntil <= end) return undefined;
  const isAlreadyOver = claim.from > end;
  return { claim, why: 'period', from: isAlreadyOver ? claim.from : end, others: [] };
}

/** More people are there only from a day on which somebody comes. */
function overPlaces(places: number, claim: Claim, placed: readonly Claim[]): Overfull | undefined {
  const days = [claim.from, ...placed.map(({ from }) => from).filter((day) => isThereOn(claim, day))].sort();
  const from = days.find((day) => takenOn(placed, day) + claim.people > places);
  if (from === undefined) return undefined;
  return { claim, why: 'places', from, others: placed.filter((other) => isThereOn(other, from)) };
}
