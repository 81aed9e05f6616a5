import type { Fields } from '../../domain/json-value.ts';
import { numberOf, stringOf } from '../field-values.ts';

/** How long a meeting lasts by its times, beside the minutes that count for who was there. Pure. */

/** What most meetings last: proposed in a new one. */
export const USUAL_MINUTES = 120;

/** Undefined while a time is missing, or the end is not after the start. */
export function minutesByClock({ startTime, endTime }: Fields): number | undefined {
  const minutes = timeToMinutes(stringOf(endTime)) - timeToMinutes(stringOf(startTime));
  return minutes > 0 ? minutes : undefined;
}

const timeToMinutes = (time: string | undefined): number => {
  const [hours = Number.NaN, minutes = Number.NaN] = (time ?? '').split(':').map(Number);
  return hours * 60 + minutes;
};

/** The values with another time. Minutes that somebody chose stay; those that were proposed, or follow the times, follow them. */
export function withTime(values: Fields, field: 'startTime' | 'endTime', time: string | undefined, isNew: boolean) {
  const before = numberOf(values.minutes);
  const isProposed = before !== undefined && before === (minutesByClock(values) ?? (isNew ? USUAL_MINUTES : undefined));
  const minutes = minutesByClock({ ...values, [field]: time ?? null });
  return { [field]: time, ...(isProposed && minutes !== undefined && { minutes }) };
}

/** The minutes between start and end, where those that are to count are more: a slip perhaps, but a meeting may have had a second part. */
export function findFewerByClock(values: Fields): number | undefined {
  const byClock = minutesByClock(values);
  return byClock !== undefined && (numberOf(values.minutes) ?? 0) > byClock ? byClock : undefined;
}
