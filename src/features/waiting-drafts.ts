import type { OpenVault } from '../device/open-vault.ts';
import type { Fields } from '../domain/json-value.ts';
import type { Instant } from '../domain/primitives.ts';
import { newPersonFor, PLACES, withHousehold, withPerson } from './places.ts';

/** Names under which new things are kept while they are half filled, and the way back from a name to its form. */
export const DRAFT_KEYS = {
  contact: 'service:contact',
  newService: (personId: string) => `service:new:${personId}`,
  newGroup: 'service:group',
  newHouseholdService: (householdId: string) => `service:household:${householdId}`,
  editService: (id: string) => `service:edit:${id}`,
  editGroup: (group: string) => `service:edit-group:${group}`,
  answerOn: (id: string) => `answer:${id}`,
  /** By the page that asks for them: who is begun for one contact or household is nobody else. `draft` tells two of one page apart. */
  newPerson: (asker?: string, draft?: string) =>
    `person:new${asker === undefined ? '' : `:${asker}`}${draft === undefined ? '' : `#${draft}`}`,
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
export function waitingDrafts(vault: OpenVault): WaitingDraft[] {
  return vault.drafts
    .keys()
    .flatMap((key): WaitingDraft[] => {
      const target = findTarget(key);
      const draft = findBegun(vault, key);
      return target === undefined || draft === undefined ? [] : [{ ...target, startedAt: idToInstant(draft.recordId) }];
    })
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

type Begun = { readonly recordId: string; readonly values?: Fields };

/** What waits under a name, unless it was saved just before the app closed: then the record is there, and the draft is spent. */
export function findBegun({ drafts, caseload }: OpenVault, key: string): Begun | undefined {
  const draft = drafts.find(key);
  return isBegun(draft) && caseload.find(draft.recordId) === undefined ? draft : undefined;
}

const isBegun = (draft: unknown): draft is Begun =>
  typeof draft === 'object' && draft !== null && 'recordId' in draft && typeof draft.recordId === 'string';

function findTarget(key: string): Omit<WaitingDraft, 'startedAt'> | undefined {
  if (key === DRAFT_KEYS.contact) return { what: 'contact', place: PLACES.contact };
  if (key === DRAFT_KEYS.newGroup) return { what: 'group', place: PLACES.newGroup };
  if (key === DRAFT_KEYS.newEvent) return { what: 'event', place: PLACES.newEvent };
  if (key === DRAFT_KEYS.newOffice) return { what: 'office', place: PLACES.newOffice };
  if (key === DRAFT_KEYS.newDwelling) return { what: 'dwelling', place: PLACES.newDwelling };
  if (key === DRAFT_KEYS.newLandlord) return { what: 'landlord', place: PLACES.newLandlord };
  if (key === DRAFT_KEYS.newPractice) return { what: 'practice', place: PLACES.newPractice };
  if (key === DRAFT_KEYS.newCourse) return { what: 'course', place: PLACES.newCourse };
  if (key === DRAFT_KEYS.newPlacement(undefined)) return { what: 'placement', place: PLACES.newPlacement };
  if (key === DRAFT_KEYS.newAppointment(undefined)) return { what: 'appointment', place: PLACES.newAppointment };
  return (
    findPersonTarget(key) ??
    findTargetFor(key, 'appointment', DRAFT_KEYS.newAppointment(''), PLACES.newAppointment) ??
    findTargetFor(key, 'service', DRAFT_KEYS.newService(''), PLACES.newService) ??
    findTargetFor(key, 'placement', DRAFT_KEYS.newPlacement(''), PLACES.newPlacement) ??
    findTargetFor(key, 'service', DRAFT_KEYS.newHouseholdService(''), PLACES.newGroup, withHousehold) ??
    findTargetFor(key, 'placement', DRAFT_KEYS.newHouseholdPlacement(''), PLACES.newPlacement, withHousehold)
  );
}

function findPersonTarget(key: string): Omit<WaitingDraft, 'startedAt'> | undefined {
  const [, asker, draft] = key.match(/^person:new(?::([^#]+))?(?:#(.+))?$/) ?? [];
  return key.startsWith(DRAFT_KEYS.newPerson()) ? { what: 'person', place: newPersonFor(asker, draft) } : undefined;
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

/** A UUIDv7 begins with the milliseconds since 1970 at which it was made (RFC 9562, 5.7): a form's id is made when it opens. */
export function idToInstant(id: string): Instant {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();
}
