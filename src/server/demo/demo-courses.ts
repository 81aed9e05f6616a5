import { createCertificateCode } from '../../domain/certificate-code.ts';
import type { Change } from '../../domain/change.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { PROJECT_CODES } from '../../domain/project-codes.ts';
import type { DemoRandom } from './demo-random.ts';

type CreateChange = Change & { readonly type: 'create' };

const DAY_MS = 86_400_000;
const DAYS_BETWEEN_SESSIONS = 7;
const SESSIONS = 4;
const SESSION_MINUTES = 180;
/** Who was at three of four, which is enough. */
const SESSIONS_ENOUGH = 3;
const COURSES = [
  { title: 'Mediazione e accoglienza allo sportello', daysAgo: 70, enrolled: 12 },
  { title: 'Abitare: dal bisogno all’alloggio', daysAgo: 18, enrolled: 9 },
] as const;
const NAMES = [
  ['Sara', 'Bruno'],
  ['Paolo', 'Galli'],
  ['Ilaria', 'Costa'],
  ['Davide', 'Ferri'],
  ['Elena', 'Marino'],
  ['Luca', 'Greco'],
  ['Chiara', 'Fontana'],
  ['Matteo', 'Rinaldi'],
  ['Giulia', 'Caruso'],
  ['Andrea', 'Leone'],
  ['Silvia', 'Longo'],
  ['Marco', 'Serra'],
] as const;
const PLACES_OF_WORK = ['Genova', 'Genova', 'Genova', 'Savona', 'La Spezia', 'Chiavari', 'Imperia'] as const;
const OFFICES = ['Servizi sociali', 'Anagrafe', 'Ufficio casa', 'Polizia locale'] as const;

/** What participants of the course that is over answered. */
const FEEDBACK: readonly Fields[] = [
  { useful: 5, clear: 4, trainer: 5, organised: 4, applied: 5, words: 'Gli esempi veri sono serviti più delle leggi.' },
  { useful: 4, clear: 4, trainer: 5, organised: 3, applied: 4 },
  { useful: 5, clear: 5, trainer: 4, organised: 4, applied: 4, words: 'Un incontro in più sulla mediazione.' },
  { useful: 3, clear: 4, trainer: 4, organised: 3 },
  { useful: 4, clear: 3, trainer: 4, organised: 4, applied: 3 },
  { useful: 5, clear: 5, trainer: 5, organised: 5, applied: 5 },
  { useful: 4, clear: 4, trainer: 4, organised: 2, applied: 4, words: 'La sala era piccola.' },
];

/** Two courses of LGNetforma, one over and one half way, with who enrolled, who came, who has a certificate and what they thought. */
export function createDemoCourses(random: DemoRandom, municipality: MunicipalityId, nowMs: number): CreateChange[] {
  return COURSES.flatMap(({ title, daysAgo, enrolled }) => {
    const startMs = nowMs - daysAgo * DAY_MS;
    const sessionMs = Array.from({ length: SESSIONS }, (_, n) => startMs + n * DAYS_BETWEEN_SESSIONS * DAY_MS);
    const endMs = sessionMs.at(-1) ?? startMs;
    const course = create(random, 'course', startMs - DAY_MS, {
      title,
      ...PROJECT_CODES,
      startDate: dayOf(startMs),
      endDate: dayOf(endMs),
      plannedMinutes: SESSIONS * SESSION_MINUTES,
      place: 'Sala riunioni',
      state: endMs < nowMs - DAY_MS ? 'HELD' : 'PLAN',
    });
    const sessions = sessionMs.map((ms) =>
      create(random, 'course-session', startMs - DAY_MS, {
        course: course.recordId,
        date: dayOf(ms),
        startTime: '09:30',
        endTime: '12:30',
        minutes: SESSION_MINUTES,
        place: 'Sala riunioni',
      }),
    );
    const enrolments = NAMES.slice(0, enrolled).map(([givenName, familyName]) =>
      create(random, 'enrolment', startMs - DAY_MS, {
        course: course.recordId,
        givenName,
        familyName,
        municipality: random.pick(PLACES_OF_WORK),
        office: random.pick(OFFICES),
      }),
    );
    const attendances = sessions.flatMap((session, n) =>
      (sessionMs[n] ?? nowMs) > nowMs - DAY_MS
        ? []
        : enrolments
            .filter(() => random.isTrue(0.85))
            .map((enrolment) =>
              create(random, 'course-attendance', sessionMs[n] ?? nowMs, {
                session: session.recordId,
                enrolment: enrolment.recordId,
              }),
            ),
    );
    const certificates = enrolments.flatMap((enrolment) => {
      const attended = attendances.filter(({ fields }) => fields.enrolment === enrolment.recordId).length;
      const issuedMs = endMs + DAY_MS;
      // Nobody has a certificate of a course that is still going on.
      if (attended < SESSIONS_ENOUGH || issuedMs > nowMs) return [];
      return create(random, 'certificate', issuedMs, {
        enrolment: enrolment.recordId,
        code: createCertificateCode(municipality, () => random.id(issuedMs)),
        courseTitle: title,
        minutes: attended * SESSION_MINUTES,
        courseMinutes: SESSIONS * SESSION_MINUTES,
        issuedDate: dayOf(issuedMs),
        state: 'VALD',
      });
    });
    const feedback =
      endMs > nowMs
        ? []
        : FEEDBACK.map((fields) => create(random, 'course-feedback', endMs, { course: course.recordId, ...fields }));
    return [course, ...sessions, ...enrolments, ...attendances, ...certificates, ...feedback];
  });
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function create(random: DemoRandom, kind: string, atMs: number, fields: Fields): CreateChange {
  const at = new Date(atMs).toISOString();
  return { type: 'create', id: random.id(atMs), recordId: random.id(atMs), kind, at, fields };
}
