import type { Role } from '../domain/actor.ts';

/** The addresses of the app. Only random ids ever stand in them: nothing personal reaches a history, a log or a title. */
export const PLACES = {
  today: '/today',
  contact: '/contact',
  newService: '/service/new',
  service: (id: string) => `/service/${id}`,
  editService: (id: string) => `/service/${id}/edit`,
  people: '/people',
  newPerson: '/people/new',
  person: (id: string) => `/people/${id}`,
  editPerson: (id: string) => `/people/${id}/edit`,
  housing: '/housing',
  newPlacement: '/housing/new',
  placement: (id: string) => `/housing/${id}`,
  editPlacement: (id: string) => `/housing/${id}/edit`,
  mine: '/mine',
  attention: '/attention',
  attentionTo: (recordId: string) => `/attention/${recordId}`,
  review: '/review',
  reviewOf: (recordId: string) => `/review/${recordId}`,
  safety: '/safety',
  settings: '/settings',
  register: '/register',
} as const;

export const withPerson = (place: string, personId: string): string => `${place}?person=${personId}`;

/** What the form of a new person leads on to: who registers somebody for a service or a placement does not search for them again. */
export const NEXT_FOR_PERSON = ['service', 'placement'] as const;
export type NextForPerson = (typeof NEXT_FOR_PERSON)[number];

export const newPersonThen = (next: NextForPerson): string => `${PLACES.newPerson}?then=${next}`;

export const placeAfterPerson = (next: string | undefined, personId: string): string | undefined => {
  switch (NEXT_FOR_PERSON.find((known) => known === next)) {
    case 'service':
      return withPerson(PLACES.newService, personId);
    case 'placement':
      return withPerson(PLACES.newPlacement, personId);
    default:
      return undefined;
  }
};

/** The form opens with the next stage of the pathway chosen. */
export const withStep = (place: string, stage: string): string => `${place}?step=${stage}`;

export const homeOf = (role: Role): string => (role === 'coordinator' ? PLACES.review : PLACES.today);

type RecordPlaces = { readonly read: (id: string) => string; readonly mend: (id: string) => string };

/** A kind that this version of the app does not know yet is looked for among the services, whose page says that it is not here. */
const UNKNOWN_KIND: RecordPlaces = { read: PLACES.service, mend: PLACES.editService };
const PLACES_BY_KIND: ReadonlyMap<string, RecordPlaces> = new Map([
  ['beneficiary', { read: PLACES.person, mend: PLACES.editPerson }],
  ['service', { read: PLACES.service, mend: PLACES.editService }],
  ['placement', { read: PLACES.placement, mend: PLACES.editPlacement }],
]);

/** Where a record of a kind is read. */
export const placeOfRecord = (kind: string, id: string): string => (PLACES_BY_KIND.get(kind) ?? UNKNOWN_KIND).read(id);

/** The form in which a record of a kind is corrected. */
export const placeToMend = (kind: string, id: string): string => (PLACES_BY_KIND.get(kind) ?? UNKNOWN_KIND).mend(id);
