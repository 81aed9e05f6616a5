import type { Attended } from '../../domain/course-figures.ts';
import type { Course } from '../../domain/kinds/course.ts';
import type { CourseSession } from '../../domain/kinds/course-session.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { Translator } from '../../i18n/translate.ts';
import { inOneLine } from '../moment-words.ts';
import { minutesToHours } from '../record-words.ts';

/** What a certificate says, and what there is to know before one is issued. Pure. */

type Hours = Pick<Attended, 'minutes' | 'courseMinutes'>;
type Sessions = readonly Partial<CourseSession>[];

const hoursOf = (words: Translator, { minutes, courseMinutes }: Hours) => ({
  hours: minutesToHours(words, minutes),
  of: minutesToHours(words, courseMinutes),
});

/**
 * A course may turn out longer than it was planned. It is still completed by its plan, so that a meeting held a second time for those
 * who missed it asks nothing more of anybody; but nobody attends 19 hours of 12.
 */
export const attendedToText = (words: Translator, hours: Hours): string =>
  words.t(hours.minutes > hours.courseMinutes ? 'training.attendedMore' : 'training.attended', hoursOf(words, hours));

export const certifiedHoursToText = (words: Translator, hours: Hours): string =>
  words.t(
    hours.minutes > hours.courseMinutes ? 'training.certificateForMore' : 'training.certificateFor',
    hoursOf(words, hours),
  );

/** "dal 3 novembre 2026 al 30 novembre 2026"; a course without a last day ends with its last meeting. */
export function courseDatesToText(words: Translator, course: Partial<Course>, sessions: Sessions): string | undefined {
  const { startDate, endDate = lastDayOf(sessions) } = course;
  if (startDate === undefined) return undefined;
  const from = words.formatDate(startDate, 'long');
  return endDate === undefined || endDate <= startDate
    ? words.t('training.certificateOn', { date: from })
    : words.t('training.certificateFromTo', { from, to: words.formatDate(endDate, 'long') });
}

/** "Il corso ha ancora 1 incontro, il 30 novembre 2026."; undefined when the last one has been. */
export function comingSessionsToText(words: Translator, sessions: Sessions, today: CalendarDate): string | undefined {
  const coming = sessions.filter(({ date = '' }) => date > today);
  const last = lastDayOf(coming);
  return last && words.t('training.stillToCome', { n: coming.length, date: inOneLine(words.formatDate(last, 'long')) });
}

const lastDayOf = (sessions: Sessions): CalendarDate | undefined =>
  sessions
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
