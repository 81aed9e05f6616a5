import { agesAt, isBracketPossible } from './kinds/ages.ts';
import type { Attendance } from './kinds/attendance.ts';
import type { Beneficiary } from './kinds/beneficiary.ts';
import { AGE_BRACKETS, type AgeBracket } from './lists/age-brackets.ts';
import type { CalendarDate } from './primitives.ts';

/** How many came to an event, by gender and by age on its day. */
export type Comers = {
  readonly gender: Readonly<Record<'F' | 'M' | 'X' | 'unknown', number>>;
  readonly age: Readonly<Record<AgeBracket | 'unknown', number>>;
};
type Known = { readonly id: string; readonly fields?: Partial<Beneficiary> | undefined };

/**
 * As person indicators are told (AMIF Reg. 2021/1147, Annex VIII): registered people once each, by their record; people without one as whoever counted
 * them saw them. What nobody knows is kept apart and never guessed. `findPerson` gives whose a presence is; a card nobody here knows is one person.
 */
export function countComers(
  day: CalendarDate | undefined,
  presences: readonly Partial<Attendance>[],
  findPerson: (presence: Partial<Attendance>) => Known | undefined,
): Comers {
  const gender = { F: 0, M: 0, X: 0, unknown: 0 };
  const age = { U18: 0, A18_60: 0, O60: 0, unknown: 0 };
  const add = (who: Pick<Partial<Beneficiary>, 'gender'>, bracket: AgeBracket | undefined, count: number) => {
    gender[who.gender === 'F' || who.gender === 'M' || who.gender === 'X' ? who.gender : 'unknown'] += count;
    age[bracket ?? 'unknown'] += count;
  };
  const seen = new Set<string>();
  for (const presence of presences) {
    const { card, count = 1, ageBracket } = presence;
    const person = findPerson(presence) ?? (card === undefined ? undefined : { id: card });
    if (person === undefined) add(presence, ageBracket, count);
    else if (!seen.has(person.id)) add(person.fields ?? {}, bracketOn(day, person.fields ?? {}), 1);
    if (person !== undefined) seen.add(person.id);
  }
  return { gender, age };
}

/** The only bracket that the birth allows; where it allows two, or is not known, the one that was written. */
function bracketOn(day: CalendarDate | undefined, person: Partial<Beneficiary>): AgeBracket | undefined {
  const ages = day === undefined ? undefined : agesAt(day, person.birthDate ?? person.birthYear);
  if (ages === undefined) return person.ageBracket;
  const [only, ...others] = AGE_BRACKETS.filter((bracket) => isBracketPossible(bracket, ages));
  return others.length === 0 ? only : person.ageBracket;
}
