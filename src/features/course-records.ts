import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import { type CourseFigures, countCourses } from '../domain/course-figures.ts';
import type { Course } from '../domain/kinds/course.ts';
import type { CourseAttendance } from '../domain/kinds/course-attendance.ts';
import type { CourseSession } from '../domain/kinds/course-session.ts';
import type { Enrolment } from '../domain/kinds/enrolment.ts';

/** Courses and what belongs to them, as several screens look at them. Pure: they read the caseload and nothing else. */
export const courseFieldsOf = ({ record }: CaseRecord): Partial<Course> => record.fields as Partial<Course>;
export const sessionFieldsOf = ({ record }: CaseRecord): Partial<CourseSession> =>
  record.fields as Partial<CourseSession>;
export const enrolmentFieldsOf = ({ record }: CaseRecord): Partial<Enrolment> => record.fields as Partial<Enrolment>;
export const courseAttendanceFieldsOf = ({ record }: CaseRecord): Partial<CourseAttendance> =>
  record.fields as Partial<CourseAttendance>;

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

/** The figures of these courses, with everything that hangs on them. */
export function courseFiguresOf(vault: OpenVault, courses: readonly CaseRecord[]): CourseFigures {
  const parts = courses.flatMap(({ record }) => {
    const sessions = sessionsOf(vault, record.id);
    const attendances = sessions.flatMap((session) => attendancesAt(vault, session.record.id));
    return [...sessions, ...attendances, ...enrolmentsOf(vault, record.id)];
  });
  return countCourses([...courses, ...parts].map(({ record }) => record));
}

const momentOf = (held: CaseRecord): string => {
  const { date = '', startTime = '' } = sessionFieldsOf(held);
  return `${date} ${startTime} ${held.record.id}`;
};
const nameOf = (held: CaseRecord): string => {
  const { familyName = '', givenName = '' } = enrolmentFieldsOf(held);
  return `${familyName} ${givenName}`;
};
