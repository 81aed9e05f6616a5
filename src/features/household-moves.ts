import type { CaseRecord, NewChange } from '../device/open-vault.ts';
import type { HouseholdRole } from '../domain/lists/household-roles.ts';
import type { CalendarDate, Id } from '../domain/primitives.ts';
import { isContact, type Membership, memberFieldsOf } from './household-records.ts';

/** Coming, leaving, splitting and joining as changes. Leaving comes first, so that nobody is in two households in between. Pure. */

export const leaveChange = (held: CaseRecord, toDate: CalendarDate): NewChange => ({
  type: 'edit',
  kind: 'household-member',
  recordId: held.record.id,
  seenVersion: held.record.version,
  fields: { toDate: { from: memberFieldsOf(held).toDate ?? null, to: toDate } },
});

type Entry = {
  readonly household: string;
  readonly beneficiary: string;
  readonly fromDate: CalendarDate;
  readonly role?: HouseholdRole | undefined;
};

export const enterChange = (recordId: Id, { household, beneficiary, fromDate, role }: Entry): NewChange => ({
  type: 'create',
  kind: 'household-member',
  recordId,
  fields: { household, beneficiary, fromDate, ...(role !== undefined && { role }) },
});

export const newHousehold = (recordId: Id, area?: string): NewChange => ({
  type: 'create',
  kind: 'household',
  recordId,
  fields: area === undefined ? {} : { area },
});

/** A household of one, to begin with. */
export const firstHousehold = (newId: () => Id, beneficiary: string, today: CalendarDate): NewChange[] => {
  const household = newId();
  return [newHousehold(household), enterChange(newId(), { household, beneficiary, fromDate: today, role: 'REFE' })];
};

/**
 * These members leave where they are and belong to `household` from the same day on. Each keeps who they are in it, but where somebody
 * there is the person of reference already: a household has one, so for whoever comes as another it is left open.
 */
export function moveMembers(
  members: readonly Membership[],
  household: string,
  day: CalendarDate,
  newId: () => Id,
  membersThere: readonly Membership[] = [],
): NewChange[] {
  const isContactThere = membersThere.some(isContact);
  return members.flatMap((member) => {
    const { held, personId } = member;
    const role = isContactThere && isContact(member) ? undefined : memberFieldsOf(held).role;
    return [leaveChange(held, day), enterChange(newId(), { household, beneficiary: personId, fromDate: day, role })];
  });
}

/**
 * A new household of these members, in the same area. Where the person of reference stays behind, "child" and "partner" say who they were to
 * somebody who is not there: then the roles are left open, and one who goes alone is the person of reference.
 */
export function splitHousehold(
  members: readonly Membership[],
  split: { readonly household: Id; readonly area: string | undefined; readonly day: CalendarDate },
  newId: () => Id,
): NewChange[] {
  const { household, area, day } = split;
  const alone = members.length === 1 ? 'REFE' : undefined;
  const roleOf = (held: CaseRecord) => (members.some(isContact) ? memberFieldsOf(held).role : alone);
  const moves = members.flatMap(({ held, personId }) => [
    leaveChange(held, day),
    enterChange(newId(), { household, beneficiary: personId, fromDate: day, role: roleOf(held) }),
  ]);
  return [newHousehold(household, area), ...moves];
}
