import { addDays, addMonths, firstOfMonth, mondayOf, monthOf } from '../../domain/calendar.ts';
import type { CalendarDate } from '../../domain/primitives.ts';

/** The weeks of the month of `day`, Monday to Sunday; days of the months beside it fill the first and the last. Pure. */
export function monthWeeks(day: CalendarDate): CalendarDate[][] {
  const weeks: CalendarDate[][] = [];
  const next = addMonths(firstOfMonth(day), 1);
  for (let monday = mondayOf(firstOfMonth(day)); monday < next; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)));
  }
  return weeks;
}

export const isInMonth = (day: CalendarDate, month: CalendarDate): boolean => monthOf(day) === monthOf(month);
