import type { CaseRecord, NewChange, OpenVault } from '../device/open-vault.ts';
import { createCertificateCode } from '../domain/certificate-code.ts';
import { type Attended, attendedByEnrolment, type CourseFigures, countCourses } from '../domain/course-figures.ts';
import type { Certificate } from '../domain/kinds/certificate.ts';
import type { Course } from '../domain/kinds/course.ts';
import type { CourseAttendance } from '../domain/kinds/course-attendance.ts';
import type { CourseSession } from '../domain/kinds/course-session.ts';
import type { Enrolment } from '../domain/kinds/enrolment.ts';
import type { CalendarDate, Id } from '../domain/primitives.ts';

/** Courses and what belongs to them, as several screens look at them. Pure: they read the caseload and nothing else. */
export const courseFieldsOf = ({ record }: CaseRecord): Partial<Course> => record.fields as Partial<Course>;
export const sessionFieldsOf = ({ record }: CaseRecord): Partial<CourseSession> =>
  record.fields as Partial<CourseSession>;
export const enrolmentFieldsOf = ({ record }: CaseRecord): Partial<Enrolment> => record.fields as Partial<Enrolment>;
export const courseAttendanceFieldsOf = ({ record }: CaseRecord): Partial<CourseAttendance> =>
  record.fields as Partial<CourseAttendance>;

export const certificateFieldsOf = ({ record }: CaseRecord): Partial<Certificate> =>
  record.fields as Partial<Certificate>;

const aboutOfKind = ({ caseload }: OpenVault, id: string, kind: string): CaseRecord[] =>
  caseload.about(id).filter(({ record }) => record.kind === kind);

/** In the order of their days. */
export const sessionsOf = (vault: OpenVault, courseId: string): CaseRecord[] =>
  aboutOfKind(vault, courseId, 'course-session').sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));

/** By family name. */
export const enrolmentsOf = (vault: OpenVault, courseId: string): CaseRecord[] =>
  aboutOfKind(vault, courseId, 'enrolment').sort((a, b) => nameOf(a).localeCompare(nameOf(b)));

export const attendancesAt = (vault: OpenVault, sessionId: string): CaseRecord[] =>
  aboutOfKind(vault, sessionId, 'course-attendance');

export const feedbackOf = (vault: OpenVault, courseId: string): CaseRecord[] =>
  aboutOfKind(vault, courseId, 'course-feedback');

/** Of an enrolment, the latest first. */
export const certificatesOf = (vault: OpenVault, enrolmentId: string): CaseRecord[] =>
  aboutOfKind(vault, enrolmentId, 'certificate').sort((a, b) => (a.record.id < b.record.id ? 1 : -1));

/** The figures of these courses, with everything that hangs on them. */
export const courseFiguresOf = (vault: OpenVault, courses: readonly CaseRecord[]): CourseFigures =>
  countCourses(withParts(vault, courses).map(({ record }) => record));

/** How much of the course each enrolled person attended, by enrolment. */
export const attendedOf = (vault: OpenVault, course: CaseRecord): ReadonlyMap<string, Attended> =>
  attendedByEnrolment(withParts(vault, [course]).map(({ record }) => record));

/** The minutes of all meetings and the planned ones, where the meetings are more. */
export function findOverPlan(vault: OpenVault, course: CaseRecord): { minutes: number; planned: number } | undefined {
  const { plannedMinutes: planned } = courseFieldsOf(course);
  const minutes = sessionsOf(vault, course.record.id).reduce(
    (sum, one) => sum + (sessionFieldsOf(one).minutes ?? 0),
    0,
  );
  return planned !== undefined && minutes > planned ? { minutes, planned } : undefined;
}

function withParts(vault: OpenVault, courses: readonly CaseRecord[]): CaseRecord[] {
  const parts = courses.flatMap(({ record }) => {
    const sessions = sessionsOf(vault, record.id);
    const attendances = sessions.flatMap((session) => attendancesAt(vault, session.record.id));
    return [...sessions, ...attendances, ...enrolmentsOf(vault, record.id)];
  });
  return [...courses, ...parts];
}

/** What a certificate says is a copy of today. */
export const newCertificate = (
  { vault, newId, today }: { readonly vault: OpenVault; readonly newId: () => Id; readonly today: CalendarDate },
  enrolment: CaseRecord,
  { courseTitle, attended }: { readonly courseTitle: string; readonly attended: Attended },
): NewChange => ({
  type: 'create',
  kind: 'certificate',
  recordId: newId(),
  fields: {
    enrolment: enrolment.record.id,
    code: createCertificateCode(vault.actor.municipality, newId),
    courseTitle,
    minutes: attended.minutes,
    courseMinutes: attended.courseMinutes,
    issuedDate: today,
    state: 'VALD',
  },
});

export const certificateStateEdit = (held: CaseRecord, to: Certificate['state']): NewChange => ({
  type: 'edit',
  kind: 'certificate',
  recordId: held.record.id,
  seenVersion: held.record.version,
  fields: { state: { from: certificateFieldsOf(held).state ?? null, to } },
});

const momentOf = (held: CaseRecord): string => {
  const { date = '', startTime = '' } = sessionFieldsOf(held);
  return `${date} ${startTime} ${held.record.id}`;
};
const nameOf = (held: CaseRecord): string => {
  const { familyName = '', givenName = '' } = enrolmentFieldsOf(held);
  return `${familyName} ${givenName}`;
};
