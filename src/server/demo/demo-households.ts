import type { Fields } from '../../domain/json-value.ts';
import type { DemoRandom } from './demo-random.ts';

/** One placement in three is of a household. */
const HOUSEHOLDS_SHARE = 3;
const ROLES = ['PART', 'FIGL', 'FIGL'] as const;
const DAY_MS = 86_400_000;

type Person = { readonly id: string; readonly citizenship: unknown };

/** A household with who is in it, the person of reference first, and since when (ISO date). */
export type DemoHousehold = {
  readonly id: string;
  readonly fields: Fields;
  readonly members: readonly Fields[];
};

/**
 * Somebody of a household that is placed was referred alone, as by a device that did not know: there is something to decide. Undefined where
 * no household is on its way.
 */
export function createDemoSecondPlacement(
  households: readonly DemoHousehold[],
  placements: readonly Fields[],
  nowMs: number,
): Fields | undefined {
  const isOnItsWay = ({ id }: DemoHousehold): boolean =>
    placements.some(({ householdId, exitDate }) => householdId === id && exitDate === undefined);
  const member = households.find(isOnItsWay)?.members.at(-1);
  if (member?.beneficiary === undefined) return undefined;
  const referralDate = new Date(nowMs - 3 * DAY_MS).toISOString().slice(0, 10);
  return { beneficiary: member.beneficiary, stage: 'SEGN', measures: ['RCAS'], referralDate };
}

/** Of these contacts, each with one to three people of the same country who are in no household yet. */
export function createDemoHouseholds(
  random: DemoRandom,
  contacts: readonly string[],
  people: readonly Person[],
  nowMs: number,
): DemoHousehold[] {
  const taken = new Set(contacts);
  return contacts.slice(0, Math.ceil(contacts.length / HOUSEHOLDS_SHARE)).flatMap((contact, index) => {
    const country = JSON.stringify(people.find(({ id }) => id === contact)?.citizenship);
    const others = people
      .filter(({ id, citizenship }) => !taken.has(id) && JSON.stringify(citizenship) === country)
      .slice(0, random.whole(1, ROLES.length));
    if (others.length === 0) return [];
    for (const { id } of others) taken.add(id);
    const id = random.id(nowMs - 20 * DAY_MS);
    const fromDate = new Date(nowMs - random.whole(340, 600) * DAY_MS).toISOString().slice(0, 10);
    const member = (beneficiary: string, role: string): Fields => ({ household: id, beneficiary, role, fromDate });
    const members = [
      member(contact, 'REFE'),
      ...others.map((other, place) => member(other.id, ROLES[place] ?? 'ALTR')),
    ];
    return [{ id, fields: index % 2 === 0 ? {} : { area: 'Centro storico' }, members }];
  });
}
