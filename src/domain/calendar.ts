// Calendar arithmetic on ISO dates, in UTC so that no daylight saving ever bites.

const DAY_MS = 86_400_000;

/** Whole days from one calendar date to another; negative when `to` comes first. */
export function daysBetween(fromIso: string, toIso: string): number {
  return (Date.parse(`${toIso}T00:00:00Z`) - Date.parse(`${fromIso}T00:00:00Z`)) / DAY_MS;
}

export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `month` is 1 to 12. Undefined when the calendar has no such day (30 February). */
export function findCalendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** Months later, on the same day or on the last one the month has: 31 August and half a year is 28 February. */
export function addMonths(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** `2026-02` of `2026-02-14`. */
export const monthOf = (isoDate: string): string => isoDate.slice(0, 7);

export const firstOfMonth = (isoDate: string): string => `${monthOf(isoDate)}-01`;

export const lastOfMonth = (isoDate: string): string => addDays(addMonths(firstOfMonth(isoDate), 1), -1);

/** The Monday of the week, which begins on Monday here. */
export const mondayOf = (isoDate: string): string => addDays(isoDate, 1 - weekdayOf(isoDate));

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (isoDate: string): number => new Date(`${isoDate}T00:00:00Z`).getUTCDay() || 7;
