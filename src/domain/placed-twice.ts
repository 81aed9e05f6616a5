import { arrivalIn } from './field-arrival.ts';
import { arePeriodsOverlapping, type Period, placementPeriod } from './kinds/placement-periods.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * People who are in two placements at one time. Of the person a placement is told of, its rules refuse that. Who else belongs to the
 * household stands in other records, which no rule of the server sees, and so does what a merge brought together: both placements hold,
 * because each was right for whoever wrote it, and a person decides. Pure, and the same on every device that knows the same.
 */
export type Presence = Period & {
  readonly placementId: string;
  readonly personId: string;
  /** The version at which it came to be so; above every version while only a device knows. */
  readonly arrival: number;
  /** As the arrival, without the days that may change and leave a reason standing. */
  readonly reasonStandsOn: number;
  /** When somebody wrote why the people of this placement are in another one too. */
  readonly reasonArrival: number | undefined;
};

/** The placement that came second, and with whom of it each that was there before is shared. */
export type PlacedTwice = {
  readonly placementId: string;
  readonly others: readonly { readonly placementId: string; readonly personIds: readonly string[] }[];
};

type Known = { readonly id: string } & Pick<RecordEnvelope, 'fields' | 'fieldVersions'>;
/** With the record as the server has it. */
type Held = { readonly record: Known; readonly confirmed?: RecordEnvelope | undefined };

const PERIOD_FIELDS = ['beneficiary', 'householdId', 'referralDate', 'entryDate', 'exitDate'];
const REASON_STANDS_ON = ['beneficiary', 'householdId', 'entryDate'];
const BELONGING_FIELDS = ['household', 'beneficiary', 'fromDate', 'toDate'];
const BELONGING_STANDS_ON = ['household', 'beneficiary', 'fromDate'];

/** That of the person a placement is told of: as long as it runs, whatever household it is for. */
export function placementToPresence({ record, confirmed }: Held, personId: string): Presence {
  const arrivalOf = arrivalIn(record, confirmed);
  const hasReason = record.fields.overlapReason !== undefined;
  return {
    ...placementPeriod(record.fields),
    placementId: record.id,
    personId,
    arrival: arrivalOf(PERIOD_FIELDS),
    reasonStandsOn: arrivalOf(REASON_STANDS_ON),
    reasonArrival: hasReason ? arrivalOf(['overlapReason']) : undefined,
  };
}

/**
 * That of somebody who belongs to the household of a placement: while it runs and they belong. Undefined where they never do both; who
 * left was not in a placement that has no date yet.
 */
export function memberToPresence(
  ofPlacement: Presence,
  { record, confirmed }: Held,
  personId: string,
): Presence | undefined {
  const { fromDate, toDate } = record.fields as { fromDate?: string; toDate?: string };
  if (ofPlacement.start === undefined && toDate !== undefined) return undefined;
  const start = latest(ofPlacement.start, fromDate);
  const end = earliest(ofPlacement.end, toDate);
  if (start !== undefined && end !== undefined && end <= start) return undefined;
  const arrivalOf = arrivalIn(record, confirmed);
  return {
    ...ofPlacement,
    personId,
    start,
    end,
    arrival: Math.max(ofPlacement.arrival, arrivalOf(BELONGING_FIELDS)),
    reasonStandsOn: Math.max(ofPlacement.reasonStandsOn, arrivalOf(BELONGING_STANDS_ON)),
  };
}

const latest = (one = '', other = ''): string | undefined => (one > other ? one : other) || undefined;
const earliest = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/**
 * Told is the one that came second in the order of the server, once for each pair; a reason on either, written after both came to be,
 * has decided.
 */
export function findPlacedTwice(presences: readonly Presence[]): PlacedTwice[] {
  const people = new Map<string, Map<string, Set<string>>>();
  for (const ofPerson of Map.groupBy(presences, ({ personId }) => personId).values()) {
    for (const [first, second] of pairsByArrival(ofPerson)) {
      if (first.placementId === second.placementId || !arePeriodsOverlapping(first, second)) continue;
      if (isDecided(first, second)) continue;
      const others = people.get(second.placementId) ?? new Map<string, Set<string>>();
      people.set(second.placementId, others);
      others.set(first.placementId, (others.get(first.placementId) ?? new Set()).add(second.personId));
    }
  }
  return [...people].map(([placementId, others]) => ({
    placementId,
    others: [...others].map(([id, personIds]) => ({ placementId: id, personIds: [...personIds] })),
  }));
}

function pairsByArrival(presences: readonly Presence[]): [Presence, Presence][] {
  if (presences.length < 2) return [];
  const sorted = presences.toSorted(byArrival);
  return sorted.flatMap((first, index) =>
    sorted.slice(index + 1).map((second): [Presence, Presence] => [first, second]),
  );
}

/** What only one device knows has no order of the server yet: there the id decides, which begins with the time of its making. */
const byArrival = (a: Presence, b: Presence): number => {
  if (a.arrival !== b.arrival) return a.arrival < b.arrival ? -1 : 1;
  return a.placementId < b.placementId ? -1 : 1;
};

const isDecided = (one: Presence, other: Presence): boolean =>
  [one, other].some(
    ({ reasonArrival }) =>
      reasonArrival !== undefined && reasonArrival >= Math.max(one.reasonStandsOn, other.reasonStandsOn),
  );
