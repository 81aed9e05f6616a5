import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { Fields } from '../domain/json-value.ts';
import { areTogether, type HouseholdMember } from '../domain/kinds/household-member.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { survivorIn } from './survivor.ts';

/** Households and who belongs to them, as several screens look at them. Pure: they read the caseload and nothing else. */
export const memberFieldsOf = ({ record }: CaseRecord): Partial<HouseholdMember> =>
  record.fields as Partial<HouseholdMember>;

/** A belonging with the person it is of today, after every merge. */
export type Membership = { readonly held: CaseRecord; readonly personId: string };

/** The person of reference, of whom there is one in a household. */
export const isContact = ({ held }: Pick<Membership, 'held'>): boolean => memberFieldsOf(held).role === 'REFE';

/** Whether the belonging holds on a day: on the day of leaving it does no more. */
export const isMemberOn = (held: CaseRecord, day: CalendarDate): boolean => {
  const { fromDate = '', toDate } = memberFieldsOf(held);
  return fromDate <= day && (toDate === undefined || day < toDate);
};

/** All belongings to a household, the person of reference at the top, then who came first. */
export function membershipsOf(vault: OpenVault, householdId: string): Membership[] {
  const survivor = survivorIn(vault);
  return recordsWith(vault, 'household-member', 'household', householdId)
    .map((held) => ({ held, personId: survivor(memberFieldsOf(held).beneficiary ?? '') }))
    .sort((a, b) => (orderOf(a.held) < orderOf(b.held) ? -1 : 1));
}

/** Who is in a household on a day, each person once: two records of one person may both belong to it. */
export function presentMembers(vault: OpenVault, householdId: string, day: CalendarDate): Membership[] {
  const present = membershipsOf(vault, householdId).filter(({ held }) => isMemberOn(held, day));
  return [...new Map(present.toReversed().map((one) => [one.personId, one])).values()].reverse();
}

/** Who was in it: those who are not any more, or who will come back another time. */
export const formerMembers = (vault: OpenVault, householdId: string, day: CalendarDate): Membership[] =>
  membershipsOf(vault, householdId)
    .filter(({ held }) => !isMemberOn(held, day))
    .reverse();

/** The households a person belongs to on a day: one, or more where two devices or a merge brought them together. */
export function householdsOn(vault: OpenVault, personId: string, day: CalendarDate): Membership[] {
  const present = belongingsOf(vault, personId).filter((held) => isMemberOn(held, day));
  return [...new Map(present.map((held) => [memberFieldsOf(held).household, { held, personId }])).values()];
}

/** Every belonging of a person, now and before. */
export const belongingsOf = ({ caseload }: OpenVault, personId: string): CaseRecord[] =>
  caseload.about(personId).filter(({ record }) => record.kind === 'household-member');

/** Services or placements for a household, the newest first. */
export const recordsFor = (vault: OpenVault, kind: 'service' | 'placement', householdId: string): CaseRecord[] => [
  ...recordsWith(vault, kind, 'householdId', householdId),
];

/** Placements of the households a person is in, or was in while the placement ran; not those told of the person anyway. */
export function householdPlacementsOf(vault: OpenVault, personId: string): CaseRecord[] {
  const own = new Set(vault.caseload.about(personId).map(({ record }) => record.id));
  const found = belongingsOf(vault, personId).flatMap((belonging) => {
    const stay = memberFieldsOf(belonging);
    return recordsFor(vault, 'placement', stay.household ?? '').filter(
      ({ record }) => !own.has(record.id) && areTogether(stay, stayOfPlacement(record.fields)),
    );
  });
  return [...new Map(found.map((held) => [held.record.id, held])).values()];
}

/**
 * Placements of those who belong, or belonged while the placement ran, that were not made for this household: of somebody who came with a
 * home of their own. Each with its person; the newest first.
 */
export function memberPlacementsOf(vault: OpenVault, memberships: readonly Membership[]): Membership[] {
  const found = memberships.flatMap(({ held: belonging, personId }) => {
    const stay = memberFieldsOf(belonging);
    return vault.caseload
      .about(personId)
      .filter(
        ({ record: { kind, fields } }) =>
          kind === 'placement' && fields.householdId !== stay.household && areTogether(stay, stayOfPlacement(fields)),
      )
      .map((held) => ({ held, personId }));
  });
  return [...new Map(found.map((one) => [one.held.record.id, one])).values()].sort((a, b) =>
    a.held.record.createdAt < b.held.record.createdAt ? 1 : -1,
  );
}

/** When somebody placed is there: from the entry, or the referral while nobody has moved in. */
export function stayOfPlacement(fields: Fields): { fromDate?: string; toDate?: string } {
  const { entryDate, referralDate, exitDate } = fields;
  const fromDate = entryDate ?? referralDate;
  return {
    ...(typeof fromDate === 'string' && { fromDate }),
    ...(typeof exitDate === 'string' && { toDate: exitDate }),
  };
}

const orderOf = (held: CaseRecord): string => {
  const { fromDate = '' } = memberFieldsOf(held);
  return `${isContact({ held }) ? 0 : 1} ${fromDate} ${held.record.id}`;
};

/** By list as the caseload gives it, which is another one after every change: a lookup is asked for each row, a list is walked once. */
const indexes = new WeakMap<readonly CaseRecord[], Map<string, Map<string, CaseRecord[]>>>();

function recordsWith({ caseload }: OpenVault, kind: string, field: string, value: string): readonly CaseRecord[] {
  const list = caseload.ofKind(kind);
  const byField = indexes.get(list) ?? new Map<string, Map<string, CaseRecord[]>>();
  indexes.set(list, byField);
  let byValue = byField.get(field);
  if (byValue === undefined) {
    byValue = Map.groupBy(list, ({ record }) => String(record.fields[field] ?? ''));
    byField.set(field, byValue);
  }
  return value === '' ? [] : (byValue.get(value) ?? []);
}
