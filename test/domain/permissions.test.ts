// long because it is the table of roles by kinds, fields and actions.
import { describe, expect, test } from 'vitest';
import { FIELD_CLASSES, type FieldClass } from '../../src/domain/access.ts';
import { ACTOR_ROLES, type ActorRole } from '../../src/domain/actor.ts';
import { KINDS } from '../../src/domain/kinds.ts';
import { mayCreate, mayReadKind, mayRemove, mayTouchField } from '../../src/domain/permissions.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { ACTORS, carla, sampleBeneficiary } from './sample-changes.ts';

/** Own record / somebody else's: + may, - may not. Volunteers, monitors and admins never meet a person's record. */
type Row = { create: string; remove: string; read: Record<FieldClass, string>; write: Record<FieldClass, string> };
const NOBODY: Row = {
  create: '-',
  remove: '--',
  read: { open: '--', personal: '--', restricted: '--' },
  write: { open: '--', personal: '--', restricted: '--' },
};
const OUTREACH: Row = {
  create: '+',
  remove: '+-',
  read: { open: '++', personal: '++', restricted: '+-' },
  write: { open: '++', personal: '++', restricted: '+-' },
};
const COORDINATOR: Row = {
  create: '+',
  remove: '++',
  read: { open: '++', personal: '++', restricted: '++' },
  write: { open: '++', personal: '++', restricted: '++' },
};
const CASE: Record<ActorRole, Row> = {
  outreach: OUTREACH,
  coordinator: COORDINATOR,
  volunteer: NOBODY,
  monitor: NOBODY,
  admin: NOBODY,
  guest: NOBODY,
};
/** An event tells of no person; who came to it does. */
const EVENT: Record<ActorRole, Row> = {
  ...CASE,
  volunteer: { ...NOBODY, read: { open: '++', personal: '--', restricted: '--' } },
  guest: { ...NOBODY, read: { open: '++', personal: '--', restricted: '--' } },
};
/** What a guest counted themselves; which event, and which fields never, is tried in `guest-scope.test.ts`. */
const ATTENDANCE: Record<ActorRole, Row> = {
  ...CASE,
  guest: {
    create: '+',
    remove: '+-',
    read: { open: '+-', personal: '+-', restricted: '--' },
    write: { open: '+-', personal: '+-', restricted: '--' },
  },
};
/** The directory is kept by coordinators and read by who works there. */
const DIRECTORY: Record<ActorRole, Row> = {
  ...CASE,
  outreach: { ...NOBODY, read: { open: '++', personal: '--', restricted: '--' } },
};
/** Issued by coordinators in the municipality's name; who works there reads and prints it. */
const CERTIFICATE: Record<ActorRole, Row> = {
  ...CASE,
  outreach: { ...NOBODY, read: { open: '++', personal: '++', restricted: '--' } },
};
const EXPECTED: Record<string, Record<ActorRole, Row>> = {
  beneficiary: CASE,
  service: CASE,
  placement: CASE,
  event: EVENT,
  attendance: ATTENDANCE,
  appointment: CASE,
  office: DIRECTORY,
  course: CASE,
  'course-session': CASE,
  enrolment: CASE,
  'course-attendance': CASE,
  card: CASE,
  'different-people': CASE,
  household: CASE,
  'household-member': CASE,
  certificate: CERTIFICATE,
  'course-feedback': CASE,
  practice: CASE,
  'practice-file': CASE,
  'practice-reply': CASE,
  'monthly-situation': CASE,
  contribution: CASE,
  'stage-step': CASE,
  'exit-follow-up': CASE,
  'contribution-ceiling': DIRECTORY,
  attachment: CASE,
  landlord: CASE,
  dwelling: CASE,
};

/** Which class each field of each kind has: a new field without a row here fails. */
const EXPECTED_CLASSES: Record<string, Record<FieldClass, string[]>> = {
  beneficiary: {
    open: ['ageBracket', 'gender', 'languages', 'linesOfAction', 'notice'],
    personal: [
      'birthDate',
      'birthYear',
      'citizenship',
      'email',
      'familyName',
      'givenName',
      'nickname',
      'note',
      'phone',
    ],
    restricted: ['permitExpiryDate', 'residenceStatus', 'restrictedNote'],
  },
  service: {
    open: [
      'beneficiary',
      'date',
      'givenBy',
      'group',
      'householdId',
      'mediationLanguage',
      'minutes',
      'outcome',
      'placeKind',
      'referralOffice',
      'referralOutcome',
      'time',
      'types',
    ],
    personal: ['contact', 'note', 'place', 'placePoint', 'referralTo'],
    restricted: ['restrictedNote'],
  },
  event: {
    open: [
      'cup',
      'date',
      'endTime',
      'expectedPeople',
      'note',
      'partners',
      'place',
      'placeKind',
      'prog',
      'shifts',
      'startTime',
      'state',
      'title',
      'type',
    ],
    personal: [],
    restricted: [],
  },
  attendance: {
    open: ['ageBracket', 'attendee', 'count', 'event', 'gender', 'minutes', 'role', 'shift'],
    personal: ['beneficiary', 'card', 'nickname', 'note'],
    restricted: [],
  },
  appointment: {
    open: ['beneficiary', 'date', 'state', 'time'],
    personal: ['note', 'place', 'what'],
    restricted: [],
  },
  office: {
    open: ['address', 'email', 'hours', 'languages', 'link', 'name', 'note', 'phone', 'type'],
    personal: [],
    restricted: [],
  },
  course: {
    open: ['cup', 'endDate', 'note', 'place', 'plannedMinutes', 'prog', 'programme', 'startDate', 'state', 'title'],
    personal: [],
    restricted: [],
  },
  'course-session': {
    open: ['course', 'date', 'endTime', 'minutes', 'note', 'place', 'startTime', 'trainer'],
    personal: [],
    restricted: [],
  },
  enrolment: {
    open: ['course', 'municipality', 'office'],
    personal: ['email', 'familyName', 'givenName', 'note', 'phone'],
    restricted: [],
  },
  'course-attendance': { open: ['minutes', 'session'], personal: ['enrolment'], restricted: [] },
  'different-people': { open: ['beneficiary', 'other'], personal: [], restricted: [] },
  household: { open: [], personal: ['area', 'name', 'note'], restricted: [] },
  'household-member': {
    open: ['beneficiary', 'fromDate', 'household', 'role', 'toDate'],
    personal: [],
    restricted: [],
  },
  card: {
    open: ['beneficiary', 'issuedDate', 'state'],
    personal: ['code'],
    restricted: [],
  },
  practice: {
    open: ['cost', 'done', 'email', 'office', 'problem', 'result', 'title'],
    personal: [],
    restricted: [],
  },
  'practice-file': {
    open: ['bytes', 'fileType', 'height', 'name', 'record', 'sha256', 'width'],
    personal: [],
    restricted: [],
  },
  'practice-reply': { open: ['outcome', 'practice', 'text'], personal: [], restricted: [] },
  'course-feedback': {
    open: ['applied', 'clear', 'course', 'organised', 'trainer', 'useful'],
    personal: ['words'],
    restricted: [],
  },
  'stage-step': { open: ['date', 'placement', 'stage'], personal: ['reason'], restricted: [] },
  'exit-follow-up': {
    open: ['after', 'date', 'metBy', 'metHow', 'placement', 'situation'],
    personal: ['note'],
    restricted: ['restrictedNote'],
  },
  contribution: {
    open: [
      'amountCents',
      'ceilingCents',
      'measure',
      'month',
      'paidDate',
      'placement',
      'reference',
      'returnedCents',
      'returnedDate',
      'state',
    ],
    personal: ['note', 'overCeilingReason'],
    restricted: [],
  },
  'contribution-ceiling': { open: ['maxCents', 'measure', 'note', 'validFrom'], personal: [], restricted: [] },
  certificate: {
    open: ['courseMinutes', 'courseTitle', 'issuedDate', 'minutes', 'state'],
    personal: ['code', 'enrolment'],
    restricted: [],
  },
  'monthly-situation': {
    open: [
      'contractEndDate',
      'contractType',
      'householdSize',
      'meetingDate',
      'metBy',
      'metHow',
      'metWhom',
      'month',
      'placement',
      'problems',
      'rentCents',
      'situation',
    ],
    personal: ['note'],
    restricted: ['restrictedNote'],
  },
  landlord: {
    open: ['languages', 'note', 'type'],
    personal: ['contactName', 'email', 'name', 'phone'],
    restricted: ['restrictedNote'],
  },
  dwelling: {
    open: [
      'accessibility',
      'area',
      'closedDate',
      'features',
      'freeFromDate',
      'freeUntilDate',
      'landlord',
      'measures',
      'name',
      'note',
      'places',
      'rentCents',
      'rooms',
      'type',
    ],
    personal: ['address'],
    restricted: [],
  },
  attachment: {
    open: ['bytes', 'fileType', 'height', 'record', 'width'],
    personal: ['name', 'note', 'sha256'],
    restricted: [],
  },
  placement: {
    open: [
      'agreementDate',
      'beneficiary',
      'contributionCents',
      'dwellingFromDate',
      'entryDate',
      'exitDate',
      'exitOutcome',
      'expectedExitDate',
      'householdId',
      'householdSize',
      'measures',
      'nextStepBy',
      'nextStepDate',
      'referralDate',
      'rentCents',
      'rentMaxCents',
      'situationAtEntry',
      'situationAtExit',
      'stage',
      'waitingReason',
    ],
    personal: [
      'address',
      'areaWish',
      'dwelling',
      'dwellingId',
      'nextStep',
      'overPlacesReason',
      'overlapReason',
      'stageReason',
    ],
    restricted: ['restrictedNote'],
  },
};

/** A class that no field of the kind has cannot be tried. */
function pickUsed(row: Row | undefined, used: readonly FieldClass[]) {
  const pick = (marks: Record<FieldClass, string> | undefined) =>
    Object.fromEntries(used.map((fieldClass) => [fieldClass, marks?.[fieldClass]]));
  return { ...row, read: pick(row?.read), write: pick(row?.write) };
}

const mark = (may: boolean): string => (may ? '+' : '-');

test('every kind has its row', () => {
  expect([...KINDS.keys()].sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each([...KINDS.keys()])('%s', (kind) => {
  test('classes of fields', () => {
    const definition = KINDS.get(kind);
    const classes = definition?.classes ?? {};
    expect(Object.keys(classes).sort()).toEqual(Object.keys(definition?.schema.shape ?? {}).sort());
    const found = FIELD_CLASSES.map((name) => [
      name,
      Object.keys(classes)
        .filter((field) => classes[field] === name)
        .sort(),
    ]);
    expect(Object.fromEntries(found)).toEqual(EXPECTED_CLASSES[kind]);
  });

  test.each(ACTOR_ROLES)('%s', (role) => {
    const actor = ACTORS[role];
    const own: RecordEnvelope = { ...sampleBeneficiary(), kind, createdBy: { id: actor.id, name: actor.name } };
    const others: RecordEnvelope = {
      ...own,
      createdBy: role === 'coordinator' ? { id: ACTORS.outreach.id, name: 'x' } : { id: carla.id, name: 'x' },
    };
    const used = FIELD_CLASSES.filter((fieldClass) => EXPECTED_CLASSES[kind]?.[fieldClass][0] !== undefined);
    const touch = (action: 'read' | 'write') =>
      Object.fromEntries(
        used.map((fieldClass) => {
          const never = KINDS.get(kind)?.access[role].never ?? [];
          const field = EXPECTED_CLASSES[kind]?.[fieldClass].find((one) => !never.includes(one)) ?? '';
          const marks = [own, others].map((record) => mark(mayTouchField(action, actor, kind, field, record)));
          return [fieldClass, marks.join('')];
        }),
      );
    expect({
      create: mark(mayCreate(actor, kind)),
      remove: mark(mayRemove(actor, own)) + mark(mayRemove(actor, others)),
      read: touch('read'),
      write: touch('write'),
    }).toEqual(pickUsed(EXPECTED[kind]?.[role], used));
    expect(mayReadKind(role, kind)).toBe(EXPECTED[kind]?.[role].read.open !== '--');
  });
});

test('what every object inherits is no field', () => {
  for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
    expect(mayTouchField('write', carla, 'beneficiary', name, undefined)).toBe(false);
  }
});
