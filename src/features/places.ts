import type { ActorRole } from '../domain/actor.ts';

/** The addresses of the app. Only random ids ever stand in them: nothing personal reaches a history, a log or a title. */
export const PLACES = {
  today: '/today',
  contact: '/contact',
  newService: '/service/new',
  newGroup: '/service/group',
  group: (id: string) => `/service/group/${id}`,
  editGroup: (id: string) => `/service/group/${id}/edit`,
  service: (id: string) => `/service/${id}`,
  editService: (id: string) => `/service/${id}/edit`,
  linkContact: (id: string) => `/service/${id}/link`,
  people: '/people',
  newPerson: '/people/new',
  person: (id: string) => `/people/${id}`,
  editPerson: (id: string) => `/people/${id}/edit`,
  doubles: '/people/doubles',
  mergePerson: (id: string) => `/people/${id}/merge`,
  /** `other` goes into `id`. */
  merge: (id: string, other: string) => `/people/${id}/merge?with=${other}`,
  differentPeople: (id: string) => `/people/different/${id}`,
  findByCard: '/cards/find',
  card: (id: string) => `/cards/${id}`,
  household: (id: string) => `/households/${id}`,
  editHousehold: (id: string) => `/households/${id}/edit`,
  addMember: (householdId: string) => `/households/${householdId}/add`,
  splitHousehold: (id: string) => `/households/${id}/split`,
  joinHousehold: (id: string) => `/households/${id}/join`,
  member: (id: string) => `/households/member/${id}`,
  editMember: (id: string) => `/households/member/${id}/edit`,
  attachment: (id: string) => `/attachments/${id}`,
  practiceFile: (id: string) => `/practice-files/${id}`,
  housing: '/housing',
  newPlacement: '/housing/new',
  placement: (id: string) => `/housing/${id}`,
  /** Dwellings for this placement. */
  findHome: (id: string) => `/housing/${id}/home`,
  editPlacement: (id: string) => `/housing/${id}/edit`,
  placementNow: (placementId: string) => `/housing/${placementId}/now`,
  newFollowUp: (placementId: string) => `/housing/${placementId}/follow-up`,
  followUp: (id: string) => `/housing/follow-up/${id}`,
  editFollowUp: (id: string) => `/housing/follow-up/${id}/edit`,
  stageStep: (id: string) => `/housing/step/${id}`,
  editStageStep: (id: string) => `/housing/step/${id}/edit`,
  placementMoney: (placementId: string) => `/housing/${placementId}/money`,
  newContribution: (placementId: string) => `/housing/${placementId}/contribution`,
  contribution: (id: string) => `/housing/contribution/${id}`,
  editContribution: (id: string) => `/housing/contribution/${id}/edit`,
  money: '/money',
  newCeiling: '/money/ceilings/new',
  ceiling: (id: string) => `/money/ceilings/${id}`,
  editCeiling: (id: string) => `/money/ceilings/${id}/edit`,
  newMonth: (placementId: string) => `/housing/${placementId}/month`,
  month: (id: string) => `/housing/month/${id}`,
  editMonth: (id: string) => `/housing/month/${id}/edit`,
  dwellings: '/dwellings',
  newDwelling: '/dwellings/new',
  dwelling: (id: string) => `/dwellings/${id}`,
  editDwelling: (id: string) => `/dwellings/${id}/edit`,
  landlords: '/landlords',
  newLandlord: '/landlords/new',
  landlord: (id: string) => `/landlords/${id}`,
  editLandlord: (id: string) => `/landlords/${id}/edit`,
  events: '/events',
  newEvent: '/events/new',
  event: (id: string) => `/events/${id}`,
  editEvent: (id: string) => `/events/${id}/edit`,
  presences: (eventId: string) => `/events/${eventId}/presences`,
  copySheet: (eventId: string) => `/events/${eventId}/copy`,
  invitation: (eventId: string) => `/events/${eventId}/volunteers`,
  presenceSheet: (eventId: string) => `/events/${eventId}/sheet`,
  attendance: (id: string) => `/events/presence/${id}`,
  editAttendance: (id: string) => `/events/presence/${id}/edit`,
  agenda: '/agenda',
  newAppointment: '/agenda/new',
  appointment: (id: string) => `/agenda/${id}`,
  editAppointment: (id: string) => `/agenda/${id}/edit`,
  offices: '/offices',
  newOffice: '/offices/new',
  office: (id: string) => `/offices/${id}`,
  editOffice: (id: string) => `/offices/${id}/edit`,
  training: '/training',
  newCourse: '/training/new',
  course: (id: string) => `/training/${id}`,
  editCourse: (id: string) => `/training/${id}/edit`,
  newSession: (courseId: string) => `/training/${courseId}/session`,
  courseSession: (id: string) => `/training/session/${id}`,
  editCourseSession: (id: string) => `/training/session/${id}/edit`,
  badges: (courseId: string) => `/training/${courseId}/badges`,
  enrol: (courseId: string) => `/training/${courseId}/enrol`,
  enrolment: (id: string) => `/training/enrolment/${id}`,
  editEnrolment: (id: string) => `/training/enrolment/${id}/edit`,
  courseAttendance: (id: string) => `/training/presence/${id}`,
  editCourseAttendance: (id: string) => `/training/presence/${id}/edit`,
  feedbackRound: (courseId: string) => `/training/${courseId}/round`,
  newFeedback: (courseId: string) => `/training/${courseId}/feedback`,
  feedback: (id: string) => `/training/feedback/${id}`,
  certificate: (id: string) => `/training/certificate/${id}`,
  practices: '/practices',
  newPractice: '/practices/new',
  practice: (id: string) => `/practices/${id}`,
  editPractice: (id: string) => `/practices/${id}/edit`,
  replyToPractice: (id: string) => `/practices/${id}/reply`,
  practiceReply: (id: string) => `/practices/reply/${id}`,
  editPracticeReply: (id: string) => `/practices/reply/${id}/edit`,
  mine: '/mine',
  attention: '/attention',
  attentionTo: (recordId: string) => `/attention/${recordId}`,
  arrived: (changeId: string) => `/attention/arrived/${changeId}`,
  review: '/review',
  /** Of a service that was saved with others: the whole group. */
  reviewOf: (recordId: string) => `/review/${recordId}`,
  /** This one alone. */
  reviewOnly: (recordId: string) => `/review/${recordId}?only=this`,
  safety: '/safety',
  settings: '/settings',
  password: '/settings/password',
  account: (id: string) => `/settings/people/${id}`,
  register: '/register',
  more: '/more',
} as const;

/** A contact as at the last stop. */
export const repeatLastStop = `${PLACES.contact}?again=stop`;

export const withPerson = (place: string, personId: string): string => `${place}?person=${personId}`;

/** The form of a new dwelling, whose landlord is known. */
export const withLandlord = (place: string, landlordId: string): string => `${place}?landlord=${landlordId}`;

/** The form of a new person, under the draft of theirs. The page at `asker` comes next, and takes them (`registered-person.ts`). */
export function newPersonFor(asker: string | undefined, draft?: string): string {
  const query = new URLSearchParams({
    ...(asker !== undefined && { for: asker }),
    ...(draft !== undefined && { draft }),
  });
  return query.size === 0 ? PLACES.newPerson : `${PLACES.newPerson}?${query}`;
}

/** The page that asks for a new person, by what stands behind `for=`; none where nobody asked, and never a page elsewhere. */
export const askerIn = (asked: string | undefined): string | undefined =>
  asked !== undefined && /^[/](?![/\\])/.test(asked) ? asked : undefined;

/** The anonymous contact whose person the page at `place` asks for. */
export const contactBehind = (place: string | undefined): string | undefined => place?.match(LINK_CONTACT)?.[1];
const LINK_CONTACT = new RegExp(`^${PLACES.linkContact('([^/?]+)')}$`);

export const withHousehold = (place: string, householdId: string): string => `${place}?household=${householdId}`;

/** The form opens with the day of leaving filled in. */
export const withLeaving = (place: string): string => `${place}?leave=today`;

/** The form opens with the next stage of the pathway chosen. */
export const withStep = (place: string, stage: string): string => `${place}?step=${stage}`;

/** The form opens with this follow-up chosen. */
export const withAfter = (place: string, after: string): string => `${place}?after=${after}`;

/** The form opens with this month chosen. */
export const withMonth = (place: string, month: string): string => `${place}?month=${month}`;

/** Who works with people: all of the app is theirs. The others have the few places of `pagesOf`. */
export const isStaff = (role: ActorRole): boolean => role === 'outreach' || role === 'coordinator';

const HOMES: Readonly<Record<ActorRole, string>> = {
  outreach: PLACES.today,
  coordinator: PLACES.review,
  volunteer: PLACES.events,
  monitor: PLACES.settings,
  admin: PLACES.settings,
  // Has a door of its own (`app/GuestStart.tsx`).
  guest: PLACES.settings,
};
export const homeOf = (role: ActorRole): string => HOMES[role];

type RecordPlaces = { readonly read: (id: string) => string; readonly mend: (id: string) => string };

/** A kind that this version of the app does not know yet is looked for among the services, whose page says that it is not here. */
const UNKNOWN_KIND: RecordPlaces = { read: PLACES.service, mend: PLACES.editService };
const PLACES_BY_KIND: ReadonlyMap<string, RecordPlaces> = new Map([
  ['beneficiary', { read: PLACES.person, mend: PLACES.editPerson }],
  ['service', { read: PLACES.service, mend: PLACES.editService }],
  ['event', { read: PLACES.event, mend: PLACES.editEvent }],
  ['attendance', { read: PLACES.attendance, mend: PLACES.editAttendance }],
  ['appointment', { read: PLACES.appointment, mend: PLACES.editAppointment }],
  ['office', { read: PLACES.office, mend: PLACES.editOffice }],
  ['course', { read: PLACES.course, mend: PLACES.editCourse }],
  ['course-session', { read: PLACES.courseSession, mend: PLACES.editCourseSession }],
  ['enrolment', { read: PLACES.enrolment, mend: PLACES.editEnrolment }],
  ['course-attendance', { read: PLACES.courseAttendance, mend: PLACES.editCourseAttendance }],
  // A card is corrected where it is read: all it can become is lost.
  ['card', { read: PLACES.card, mend: PLACES.card }],
  ['practice', { read: PLACES.practice, mend: PLACES.editPractice }],
  ['practice-reply', { read: PLACES.practiceReply, mend: PLACES.editPracticeReply }],
  // Nothing in it can be corrected: it is taken back where it is read.
  ['different-people', { read: PLACES.differentPeople, mend: PLACES.differentPeople }],
  // What somebody answered is not corrected, and not read by itself.
  ['course-feedback', { read: PLACES.feedback, mend: PLACES.feedback }],
  ['contribution', { read: PLACES.contribution, mend: PLACES.editContribution }],
  ['contribution-ceiling', { read: PLACES.ceiling, mend: PLACES.editCeiling }],
  ['household', { read: PLACES.household, mend: PLACES.editHousehold }],
  ['household-member', { read: PLACES.member, mend: PLACES.editMember }],
  // What is printed is never corrected: it is withdrawn where it is read.
  ['certificate', { read: PLACES.certificate, mend: PLACES.certificate }],
  ['stage-step', { read: PLACES.stageStep, mend: PLACES.editStageStep }],
  ['exit-follow-up', { read: PLACES.followUp, mend: PLACES.editFollowUp }],
  ['monthly-situation', { read: PLACES.month, mend: PLACES.editMonth }],
  // Its file never changes; its name and note are corrected where it is read.
  ['attachment', { read: PLACES.attachment, mend: PLACES.attachment }],
  ['practice-file', { read: PLACES.practiceFile, mend: PLACES.practiceFile }],
  ['landlord', { read: PLACES.landlord, mend: PLACES.editLandlord }],
  ['dwelling', { read: PLACES.dwelling, mend: PLACES.editDwelling }],
  ['placement', { read: PLACES.placement, mend: PLACES.editPlacement }],
]);

/** Where a record of a kind is read. */
export const placeOfRecord = (kind: string, id: string): string => (PLACES_BY_KIND.get(kind) ?? UNKNOWN_KIND).read(id);

/** The form in which a record of a kind is corrected. */
export const placeToMend = (kind: string, id: string): string => (PLACES_BY_KIND.get(kind) ?? UNKNOWN_KIND).mend(id);
