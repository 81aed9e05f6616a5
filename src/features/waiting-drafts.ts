import type { OpenVault } from '../device/open-vault.ts';
import type { Instant } from '../domain/primitives.ts';
import { PLACES, withHousehold, withPerson } from './places.ts';

/** Names under which new things are kept while they are half filled, and the way back from a name to its form. */
export const DRAFT_KEYS = {
  contact: 'service:contact',
  newService: (personId: string) => `service:new:${personId}`,
  newGroup: 'service:group',
  newHouseholdService: (householdId: string) => `service:household:${householdId}`,
  editService: (id: string) => `service:edit:${id}`,
  editGroup: (group: string) => `service:edit-group:${group}`,
  answerOn: (id: string) => `answer:${id}`,
  newPerson: 'person:new',
  newEvent: 'event:new',
  newOffice: 'office:new',
  newDwelling: 'dwelling:new',
  newLandlord: 'landlord:new',
  newCourse: 'course:new',
  newPractice: 'practice:new',
  newAppointment: (personId: string | undefined) => `appointment:new:${personId ?? ''}`,
  newPlacement: (personId: string | undefined) => `placement:new:${personId ?? ''}`,
  newHouseholdPlacement: (householdId: string) => `placement:household:${householdId}`,
} as const;

type WaitingDraft = {
  readonly what:
    | 'contact'
    | 'service'
    | 'group'
    | 'person'
    | 'placement'
    | 'event'
    | 'course'
    | 'practice'
    | 'appointment'
    | 'office'
    | 'dwelling'
    | 'landlord';
  /** Where it goes on. */
  readonly place: string;
  /** For whom it is, where that was known from the start. */
  readonly person?: string;
  readonly startedAt: Instant;
};

/** New records that were begun and not saved, the last one begun first. */
export function waitingDrafts({ drafts, caseload }: OpenVault): WaitingDraft[] {
  return drafts
    .keys()
    .flatMap((key): WaitingDraft[] => {
      const target = findTarget(key);
      const recordId = recordIdOf(drafts.find(key));
      if (target === undefined || recordId === undefined) return [];
      // Saved just before the app closed: the record is there, the draft is spent.
      if (caseload.find(recordId) !== undefined) return [];
      return [{ ...target, startedAt: idToInstant(recordId) }];
    })
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

function findTarget(key: string): Omit<WaitingDraft, 'startedAt'> | undefined {
  if (key === DRAFT_KEYS.contact) return { what: 'contact', place: PLACES.contact };
  if (key === DRAFT_KEYS.newGroup) return { what: 'group', place: PLACES.newGroup };
  if (key === DRAFT_KEYS.newPerson) return { what: 'person', place: PLACES.newPerson };
  if (key === DRAFT_KEYS.newEvent) return { what: 'event', place: PLACES.newEvent };
  if (key === DRAFT_KEYS.newOffice) return { what: 'office', place: PLACES.newOffice };
  if (key === DRAFT_KEYS.newDwelling) return { what: 'dwelling', place: PLACES.newDwelling };
  if (key === DRAFT_KEYS.newLandlord) return { what: 'landlord', place: PLACES.newLandlord };
  if (key === DRAFT_KEYS.newPractice) return { what: 'practice', place: PLACES.newPractice };
  if (key === DRAFT_KEYS.newCourse) return { what: 'course', place: PLACES.newCourse };
  if (key === DRAFT_KEYS.newPlacement(undefined)) return { what: 'placement', place: PLACES.newPlacement };
  if (key === DRAFT_KEYS.newAppointment(undefined)) return { what: 'appointment', place: PLACES.newAppointment };
  return (
    findTargetFor(key, 'appointment', DRAFT_KEYS.newAppointment(''), PLACES.newAppointment) ??
    findTargetFor(key, 'service', DRAFT_KEYS.newService(''), PLACES.newService) ??
    findTargetFor(key, 'placement', DRAFT_KEYS.newPlacement(''), PLACES.newPlacement) ??
    findTargetFor(key, 'service', DRAFT_KEYS.newHouseholdService(''), PLACES.newGroup, withHousehold) ??
    findTargetFor(key, 'placement', DRAFT_KEYS.newHouseholdPlacement(''), PLACES.newPlacement, withHousehold)
  );
}

function findTargetFor(
  key: string,
  what: WaitingDraft['what'],
  prefix: string,
  place: string,
  withWhom = withPerson,
): Omit<WaitingDraft, 'startedAt'> | undefined {
  if (!key.startsWith(prefix)) return undefined;
  // A household is told by its name as a person is.
  const person = key.slice(prefix.length);
  return { what, place: withWhom(place, person), person };
}

function recordIdOf(draft: unknown): string | undefined {
  if (typeof draft !== 'object' || draft === null || !('recordId' in draft)) return undefined;
  return typeof draft.recordId === 'string' ? draft.recordId : undefined;
}

/** A UUIDv7 begins with the milliseconds since 1970 at which it was made (RFC 9562, 5.7): a form's id is made when it opens. */
export function idToInstant(id: string): Instant {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();
}
