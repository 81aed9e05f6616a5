import { addDays, weekdayOf } from '../domain/calendar.ts';
import type { OfficeMoment, OpenSpan } from '../domain/opening-hours.ts';
import type { Instant } from '../domain/primitives.ts';
import { instantToOfficeDate } from '../i18n/office-date.ts';
import type { Translator } from '../i18n/translate.ts';

/** The moment as offices have it: a tablet set to another zone asks "open now?" of the city, not of itself. */
export const instantToMoment = (words: Translator, instant: Instant): OfficeMoment => ({
  day: weekdayOf(instantToOfficeDate(instant)),
  time: words.formatTime(instant),
});

/** A Monday: only its name is wanted. */
const A_MONDAY = '2024-01-01';

export const weekdayName = (words: Translator, day: number): string =>
  words.formatDate(addDays(A_MONDAY, day - 1), 'longWeekday');

/** "lunedì 09:00–13:00, 14:00–17:00", a line a day. */
export function hoursLines(words: Translator, hours: readonly OpenSpan[]): readonly { day: string; spans: string }[] {
  const byDay = Map.groupBy(
    hours.toSorted((a, b) => a.day - b.day || (a.from < b.from ? -1 : 1)),
    ({ day }) => day,
  );
  return [...byDay].map(([day, spans]) => ({
    day: weekdayName(words, day),
    spans: spans.map((span) => spanToText(words, span)).join(', '),
  }));
}

const spanToText = (words: Translator, { from, to }: OpenSpan): string =>
  from === to ? words.t('offices.allDay') : `${from}–${to}`;
