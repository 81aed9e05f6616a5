import type { OpenSpan } from '../../domain/opening-hours.ts';
import { TimeOfDay } from '../../domain/primitives.ts';

type Hours = Pick<OpenSpan, 'from' | 'to'>;

/**
 * Hours of one day as people type them: "9-13", "9.30-13, 14:00–17", "20-8". Nothing typed is a closed day; undefined is a text
 * that cannot be read.
 */
export function parseHours(text: string): readonly Hours[] | undefined {
  if (text.trim() === '') return [];
  const spans = text.split(/[,;]/).map(parseSpan);
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

export const hoursToText = (hours: readonly Hours[]): string =>
  hours.map(({ from, to }) => `${shortTime(from)}-${shortTime(to)}`).join(', ');

function parseSpan(text: string): Hours | undefined {
  const [from, to, ...more] = text.split(/[-–]/).map(parseTime);
  return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
}

function parseTime(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/.exec(text) ?? [];
  // Midnight at the end of a day is often written so.
  const time = `${(hour === '24' ? '0' : hour).padStart(2, '0')}:${minute}`;
  return hour !== '' && TimeOfDay.safeParse(time).success ? time : undefined;
}

/** "09:00" as "9", "13:30" as "13:30". */
const shortTime = (time: string): string => time.replace(/^0(?=\d)/, '').replace(/:00$/, '');
