import type { OpenSpan } from '../../domain/opening-hours.ts';
import { TimeOfDay } from '../../domain/primitives.ts';

type Hours = Pick<OpenSpan, 'from' | 'to'>;

/**
 * Hours of one day as people type them: "9-13", "9.30-13, 14:00–17", "20-8"; what overlaps or touches is one. Nothing typed is a closed day;
 * undefined is a text that cannot be read.
 */
export function parseHours(text: string): readonly Hours[] | undefined {
  if (text.trim() === '') return [];
  const spans = text.split(/[,;]/).map(parseSpan);
  return spans.every((span) => span !== undefined) ? joined(spans) : undefined;
}

const isOverMidnight = ({ from, to }: Hours): boolean => to <= from;

function joined(spans: readonly Hours[]): readonly Hours[] {
  const day: Hours[] = [];
  for (const span of spans.filter((one) => !isOverMidnight(one)).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = day.at(-1);
    if (last === undefined || span.from > last.to) day.push(span);
    else if (span.to > last.to) day[day.length - 1] = { from: last.from, to: span.to };
  }
  return [...day, ...spans.filter(isOverMidnight)];
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
