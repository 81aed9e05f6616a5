import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { nameWords } from '../../domain/fold-name.ts';
import type { Household } from '../../domain/kinds/household.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { belongingsOf, isMemberOn, memberFieldsOf, presentMembers } from '../household-records.ts';
import { peopleIndexOf } from '../people-index.ts';

/** More people with one name than this nobody reads through. */
const PEOPLE_MAX = 50;

/** All households, the latest first; those that nobody is in any more stand last. */
export const householdsOf = (vault: OpenVault, today: CalendarDate): CaseRecord[] =>
  livedInFirst(vault, vault.caseload.ofKind('household'), today);

/**
 * Households by what somebody remembers: who is in it, found as people are, its name, or the part of the city. One that a person left is
 * found by that person only when nobody is in it any more.
 */
export function findHouseholds(vault: OpenVault, text: string, today: CalendarDate): CaseRecord[] {
  const asked = nameWords(text).map(({ plain }) => plain);
  const all = householdsOf(vault, today);
  const householdsById = new Map(all.map((held): [string, CaseRecord] => [held.record.id, held]));
  const byPerson = peopleIndexOf(vault)
    .search(text, PEOPLE_MAX)
    .flatMap(({ id }) => belongingsOf(vault, id))
    .filter((held) => isMemberOn(held, today) || presentMembers(vault, householdOf(held), today).length === 0)
    .flatMap((held) => householdsById.get(householdOf(held)) ?? []);
  const byName = all.filter(({ record }) => {
    const { name = '', area = '' } = record.fields as Partial<Household>;
    const told = nameWords(`${name} ${area}`).map(({ plain }) => plain);
    return asked.length > 0 && asked.every((word) => told.some((one) => one.startsWith(word)));
  });
  return livedInFirst(vault, [...new Set([...byPerson, ...byName])], today);
}

function livedInFirst(vault: OpenVault, households: readonly CaseRecord[], today: CalendarDate): CaseRecord[] {
  const byLife = Map.groupBy(households, ({ record }) => presentMembers(vault, record.id, today).length > 0);
  return [...(byLife.get(true) ?? []), ...(byLife.get(false) ?? [])];
}

const householdOf = (belonging: CaseRecord): string => memberFieldsOf(belonging).household ?? '';
