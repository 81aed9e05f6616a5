import type { CalendarMonth } from '../domain/calendar-month.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import { instantToOfficeDate } from '../i18n/office-date.ts';
import type { Translator } from '../i18n/translate.ts';

/** When something happened, as short as its place allows; days are those of Italian offices. */

/** For the edge of a row: `17:44` today, then `ieri`, `18/11`. */
export function rowMoment(words: Translator, instant: Instant, today: CalendarDate): string {
  const day = instantToOfficeDate(instant);
  return day === today ? words.formatTime(instant) : words.formatRelativeDay(day, today);
}

/** Inside a sentence: `oggi 11:05`, `18/11 11:05`. */
export const dayAndTime = (words: Translator, instant: Instant, today: CalendarDate): string =>
  `${words.formatRelativeDay(instantToOfficeDate(instant), today)} ${words.formatTime(instant)}`;

/** `novembre 2026`; what is no month is shown as it is. */
export const monthToText = (words: Translator, month: CalendarMonth): string =>
  /^\d{4}-\d{2}$/.test(month) ? words.formatDate(`${month}-01`, 'month') : month;

/** A date that never breaks within: the line ends before it. */
export const inOneLine = (date: string): string => date.replaceAll(' ', '\u00a0');

/** What a typed date was understood as: `venerdì 27 novembre`, with its year when that is another one. */
export const readBack = (words: Translator, date: CalendarDate, today: CalendarDate): string => {
  const day = words.formatDate(date, 'weekday');
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.slice(0, 4)}`;
};
