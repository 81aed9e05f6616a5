import { z } from 'zod';
import { TimeOfDay } from './primitives.ts';

/**
 * When an office is open, as it is written on its door: spans by weekday, in the clock of Italian offices. Holidays are not known here.
 *
 * from  | to    | open
 * ----- | ----- | ---------------------------------------------
 * 09:00 | 13:00 | from nine, no more at one
 * 20:00 | 08:00 | from eight in the evening into the next morning
 * 00:00 | 00:00 | all day: the same time twice is the whole round
 */
export const OpenSpan = z.strictObject({
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  day: z.int().min(1).max(7),
  from: TimeOfDay,
  to: TimeOfDay,
});
export type OpenSpan = z.infer<typeof OpenSpan>;

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Four spans a day, seven days. */
const SPANS_MAX = 28;
export const OpeningHours = z.array(OpenSpan).min(1).max(SPANS_MAX);
export type OpeningHours = z.infer<typeof OpeningHours>;

/** A moment on the wall of an Italian office. */
export type OfficeMoment = { readonly day: number; readonly time: string };

/** Until when it is open, if it is open now; the latest of several spans that hold the moment. */
export function findClosingTime(hours: readonly OpenSpan[], now: OfficeMoment): string | undefined {
  const open = hours.filter((span) => holds(span, now));
  // What goes into the next morning ends after whatever ends today.
  return open.sort((a, b) => minutesLeft(b, now) - minutesLeft(a, now))[0]?.to;
}

function holds({ day, from, to }: OpenSpan, now: OfficeMoment): boolean {
  const isOvernight = to <= from;
  if (day === now.day) return now.time >= from && (isOvernight || now.time < to);
  return isOvernight && (day % 7) + 1 === now.day && now.time < to;
}

function minutesLeft({ day, from, to }: OpenSpan, now: OfficeMoment): number {
  const isTomorrow = day === now.day && to <= from;
  return toMinutes(to) - toMinutes(now.time) + (isTomorrow ? 24 * 60 : 0);
}

const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
