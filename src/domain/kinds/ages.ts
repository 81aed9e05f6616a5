import type { AgeBracket } from '../lists/age-brackets.ts';
import type { CalendarDate } from '../primitives.ts';

/** Older than anybody ever proved to be, with room for a wrong year: 122 is the record, and a typed 1899 is a slip. */
export const AGE_YEARS_MAX = 120;

/** Whole years somebody may have on a day; both ends are equal when the birthday is known, and below 0 before birth. */
export type Ages = { readonly least: number; readonly most: number };

/** Ages on `day` of somebody born on a date or in a year; undefined when neither is known. */
export function agesAt(day: CalendarDate, birth: CalendarDate | number | undefined): Ages | undefined {
  if (birth === undefined) return undefined;
  const years = Number(day.slice(0, 4)) - (typeof birth === 'number' ? birth : Number(birth.slice(0, 4)));
  if (typeof birth === 'number') return { least: years - 1, most: years };
  // Born on 29 February: the birthday of a common year is 1 March, as `>` on the text of the day gives.
  const age = birth.slice(5) > day.slice(5) ? years - 1 : years;
  return { least: age, most: age };
}

const AGES_OF_BRACKET = {
  U18: { least: 0, most: 17 },
  A18_60: { least: 18, most: 60 },
  O60: { least: 61, most: Number.POSITIVE_INFINITY },
} as const satisfies Record<AgeBracket, Ages>;

/** Whether somebody of one of these ages may be in the bracket. */
export function isBracketPossible(bracket: AgeBracket, ages: Ages): boolean {
  const { least, most } = AGES_OF_BRACKET[bracket];
  return ages.most >= least && ages.least <= most;
}
