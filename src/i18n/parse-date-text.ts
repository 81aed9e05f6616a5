// What people type where a date is asked. Words of both languages are always understood: the tablet's language is
// often not the one of who types.
//
//   oggi, ieri, domani (today, yesterday, tomorrow)     that day
//   3/11   3-11   3.11                                  the last one that is not after today; `future`: the next one from today on;
//                                                       `nearest`: of both, the one that is fewer days away
//   3/11/25                                             the century that is not after this year: 25 → 2025, 85 → 1985; `future`: 20xx
//   3/11/2025   03.11.2025   2025-11-03                 as it says
//   anything else, or a day no calendar has             undefined

import { addDays, daysBetween, findCalendarDate } from '../domain/calendar.ts';

const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ['oggi', 0],
  ['today', 0],
  ['ieri', -1],
  ['yesterday', -1],
  ['domani', 1],
  ['tomorrow', 1],
]);

/** 29 February comes back after eight years at most (1896 to 1904, 2096 to 2104). */
const YEARS_SEARCHED = 8;

export type ParseDateOptions = { readonly future?: boolean; readonly nearest?: boolean };

/** Both dates are calendar dates `YYYY-MM-DD`. */
export function parseDateText(
  text: string,
  todayIso: string,
  { future = false, nearest = false }: ParseDateOptions = {},
): string | undefined {
  const typed = text.trim().toLowerCase();
  const days = DAYS_FROM_TODAY.get(typed);
  if (days !== undefined) return addDays(todayIso, days);

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return findCalendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const european = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2}))?$/.exec(typed);
  if (!european) return undefined;
  const day = Number(european[1]);
  const month = Number(european[3]);
  const year = european[4];
  if (year !== undefined) return findCalendarDate(fullYear(year, todayIso, future || nearest), month, day);
  const found = (nearest ? [false, true] : [future]).flatMap(
    (isAhead) => findDate(day, month, todayIso, isAhead) ?? [],
  );
  const daysAway = (date: string): number => Math.abs(daysBetween(todayIso, date));
  return found.sort((one, other) => daysAway(one) - daysAway(other))[0];
}

function findDate(day: number, month: number, todayIso: string, future: boolean): string | undefined {
  const thisYear = Number(todayIso.slice(0, 4));
  for (let years = 0; years <= YEARS_SEARCHED; years++) {
    const date = findCalendarDate(future ? thisYear + years : thisYear - years, month, day);
    if (date !== undefined && (future ? date >= todayIso : date <= todayIso)) return date;
  }
  return undefined;
}

function fullYear(digits: string, todayIso: string, future: boolean): number {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  const thisYear = Number(todayIso.slice(0, 4));
  return !future && year > thisYear ? year - 100 : year;
}
