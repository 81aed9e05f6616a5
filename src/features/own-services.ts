import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { Service } from '../domain/kinds/service.ts';
import type { PlaceKind } from '../domain/lists/place-kinds.ts';
import type { ServiceType } from '../domain/lists/service-types.ts';
import type { CalendarDate, Instant, TimeOfDay } from '../domain/primitives.ts';

/** What this person logged, as home and the forms look back on it. Pure: they read the caseload and nothing else. */

/** Fields of a service. They were parsed when they came in; a newer app may have written more, so nothing is taken as given. */
export const serviceFieldsOf = ({ record }: CaseRecord): Partial<Service> => record.fields as Partial<Service>;

/** Services that the person wrote, the latest day and time first; what has no time stands at the end of its day. */
export function ownServices({ caseload, actor }: OpenVault): CaseRecord[] {
  return caseload
    .ofKind('service')
    .filter(({ record }) => record.createdBy.id === actor.id)
    .sort(latestFirst);
}

function latestFirst(a: CaseRecord, b: CaseRecord): number {
  const whenA = whenOf(a);
  const whenB = whenOf(b);
  if (whenA !== whenB) return whenA < whenB ? 1 : -1;
  return a.record.createdAt < b.record.createdAt ? 1 : -1;
}

const whenOf = (held: CaseRecord): string => {
  const { date, time } = serviceFieldsOf(held);
  return `${date ?? ''} ${time ?? ''}`;
};

/** Where the person last stood among people. */
export type Stop = {
  readonly date: CalendarDate;
  readonly placeKind?: PlaceKind;
  readonly place?: string;
  readonly givenBy?: string;
  /** What was done there: taken again only by who asks to repeat it. */
  readonly types?: ServiceType[];
};

/** A telephone is no stop, and the address of somebody's home must never be offered for the next contact. */
const KINDS_OF_STOP: ReadonlySet<PlaceKind> = new Set(['UNIT', 'DESK', 'PART']);

/** The last stop among services as `ownServices` gives them. */
export function findLastStop(services: readonly CaseRecord[]): Stop | undefined {
  for (const held of services) {
    const { date, placeKind, place, givenBy, types } = serviceFieldsOf(held);
    if (date === undefined || placeKind === undefined || !KINDS_OF_STOP.has(placeKind)) continue;
    return {
      date,
      placeKind,
      ...(place !== undefined && { place }),
      ...(givenBy !== undefined && { givenBy }),
      ...(types !== undefined && { types }),
    };
  }
  return undefined;
}

/** What a new service takes from the last stop. Who gave it is asked anew every day: yesterday's colleague may not be here. */
export function stopToFields(stop: Stop | undefined, today: CalendarDate): Omit<Stop, 'date' | 'types'> {
  if (stop === undefined) return {};
  const { date, givenBy, types: _, ...place } = stop;
  return date === today && givenBy !== undefined ? { ...place, givenBy } : place;
}

/**
 * Services and people of one day: somebody met twice is one person, an anonymous contact is as many as were counted. `findPerson` leads
 * from a merged person to the one that is left.
 */
export function countDay(
  services: readonly CaseRecord[],
  findPerson: (id: string) => string,
): { readonly services: number; readonly people: number } {
  const persons = new Set<string>();
  let unnamed = 0;
  for (const held of services) {
    const { beneficiary, contact } = serviceFieldsOf(held);
    if (beneficiary !== undefined) persons.add(findPerson(beneficiary));
    else unnamed += contact?.count ?? 1;
  }
  return { services: services.length, people: persons.size + unnamed };
}

/** Hour and minute of the row: as written, otherwise when it was saved. */
export const timeOfService = (held: CaseRecord, formatTime: (instant: Instant) => TimeOfDay): TimeOfDay =>
  serviceFieldsOf(held).time ?? formatTime(held.record.createdAt);
