import { isCourseCompleted } from './course-completion.ts';
import type { Course } from './kinds/course.ts';
import type { CourseAttendance } from './kinds/course-attendance.ts';
import type { CourseSession } from './kinds/course-session.ts';
import type { Enrolment } from './kinds/enrolment.ts';
import { operatorKey, placeKey } from './operator-key.ts';
import type { RecordEnvelope } from './record.ts';

/** The figures of training, as data: unique persons beside attendances. */
export const COURSE_INDICATORS = [
  { code: 'courses', version: 1, unit: 'course' },
  { code: 'enrolled', version: 1, unit: 'enrolment' },
  /** Operators who were at one session at least, each once over all the courses asked about. */
  { code: 'trained', version: 1, unit: 'person' },
  { code: 'attendances', version: 1, unit: 'attendance' },
  { code: 'minutes', version: 1, unit: 'minute' },
  /** Enrolments that completed their course, see `course-completion.ts`. */
  { code: 'completed', version: 1, unit: 'enrolment' },
] as const;
export type CourseFigures = Readonly<Record<(typeof COURSE_INDICATORS)[number]['code'], number>> & {
  /** Operators trained by the name of their municipality, each by its commonest spelling. */
  readonly trainedByMunicipality: ReadonlyMap<string, number>;
};

type Counted = Pick<RecordEnvelope, 'id' | 'kind' | 'removed' | 'mergedInto' | 'fields'>;

/** Over the records of one or many courses. Cancelled, removed and merged records count nowhere, nor does what hangs on them. Pure. */
export function countCourses(records: readonly Counted[]): CourseFigures {
  const { courses, enrolments, attended } = readCourses(records);
  const trained = new Map<string, string>();
  for (const id of attended.keys()) {
    const enrolment = enrolments.get(id) ?? {};
    const key = operatorKey(enrolment);
    if (!trained.has(key)) trained.set(key, enrolment.municipality ?? '');
  }
  const counts = [...attended.values()];
  return {
    courses: courses.size,
    enrolled: enrolments.size,
    trained: trained.size,
    attendances: counts.reduce((sum, { sessions }) => sum + sessions, 0),
    minutes: counts.reduce((sum, { minutes }) => sum + minutes, 0),
    completed: counts.filter(({ minutes, courseMinutes }) => isCourseCompleted(minutes, courseMinutes)).length,
    trainedByMunicipality: countPlaces([...trained.values()]),
  };
}

/** How much of their course each enrolled person attended, by enrolment; who was at no session is not in it. Pure. */
export const attendedByEnrolment = (records: readonly Counted[]): ReadonlyMap<string, Attended> =>
  readCourses(records).attended;

function readCourses(records: readonly Counted[]) {
  const alive = records.filter(({ removed, mergedInto }) => !removed && mergedInto === undefined);
  const ofKind = <Fields>(kind: string) =>
    new Map(
      alive.filter((one) => one.kind === kind).map(({ id, fields }) => [id as string, fields as Partial<Fields>]),
    );
  const courses = new Map([...ofKind<Course>('course')].filter(([, { state }]) => state !== 'CANC'));
  const isOfCourse = ({ course }: { course?: string }): boolean => course !== undefined && courses.has(course);
  const sessions = new Map([...ofKind<CourseSession>('course-session')].filter(([, one]) => isOfCourse(one)));
  const enrolments = new Map([...ofKind<Enrolment>('enrolment')].filter(([, one]) => isOfCourse(one)));

  const attended = new Map(
    [...minutesOf([...ofKind<CourseAttendance>('course-attendance').values()], sessions, enrolments)].map(
      ([id, time]) => {
        const courseMinutes = wholeMinutes(enrolments.get(id)?.course ?? '', courses, sessions);
        return [id, { ...time, courseMinutes }] as const;
      },
    ),
  );
  return { courses, enrolments, attended };
}

type Time = { readonly minutes: number; readonly sessions: number };
export type Attended = Time & { readonly courseMinutes: number };

/** By enrolment: the time at the sessions of its own course, each session once however often it was written. */
function minutesOf(
  attendances: readonly Partial<CourseAttendance>[],
  sessions: ReadonlyMap<string, Partial<CourseSession>>,
  enrolments: ReadonlyMap<string, Partial<Enrolment>>,
): Map<string, Time> {
  const byEnrolment = new Map<string, Map<string, number>>();
  for (const { session: sessionId = '', enrolment: enrolmentId = '', minutes } of attendances) {
    const session = sessions.get(sessionId);
    if (session === undefined || enrolments.get(enrolmentId)?.course !== session.course) continue;
    const bySession = byEnrolment.get(enrolmentId) ?? new Map<string, number>();
    byEnrolment.set(enrolmentId, bySession);
    // The longest: two devices that wrote different lengths come to the same figure in either order.
    bySession.set(sessionId, Math.max(bySession.get(sessionId) ?? 0, minutes ?? session.minutes ?? 0));
  }
  return new Map(
    [...byEnrolment].map(([id, bySession]) => [
      id,
      { sessions: bySession.size, minutes: [...bySession.values()].reduce((sum, one) => sum + one, 0) },
    ]),
  );
}

/** What the course was to last; where nobody said, all of its sessions. */
function wholeMinutes(
  courseId: string,
  courses: ReadonlyMap<string, Partial<Course>>,
  sessions: ReadonlyMap<string, Partial<CourseSession>>,
): number {
  const ofSessions = [...sessions.values()]
    .filter(({ course }) => course === courseId)
    .reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  return courses.get(courseId)?.plannedMinutes ?? ofSessions;
}

/** However a name is spelled it is one place. Of two spellings as common the first by their letters, so that no order of arrival changes it. */
function countPlaces(names: readonly string[]): Map<string, number> {
  const spellings = countBy(names);
  const rank = (one: string, other: string): number =>
    (spellings.get(other) ?? 0) - (spellings.get(one) ?? 0) || (one < other ? -1 : 1);
  const places = Map.groupBy(spellings.keys(), placeKey);
  return new Map(
    [...places.values()].map((same) => [
      same.toSorted(rank)[0] ?? '',
      same.reduce((sum, spelling) => sum + (spellings.get(spelling) ?? 0), 0),
    ]),
  );
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
