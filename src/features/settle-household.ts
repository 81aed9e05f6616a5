import type { CaseRecord, NewChange, OpenVault, OutboxItem, StorageTrouble } from '../device/open-vault.ts';
import type { Change } from '../domain/change.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import { leaveChange } from './household-moves.ts';
import { memberFieldsOf } from './household-records.ts';
import { survivorIn } from './survivor.ts';

/**
 * Somebody whom another device had put in a household already was refused here with `AlreadyInHousehold`. Nothing is lost and nobody is in
 * two: the refused change waits until its author keeps what is there, or lets the person move.
 */
export type DoubleHousehold = {
  readonly item: OutboxItem & { readonly change: Extract<Change, { type: 'create' }> };
  readonly personId: string;
  /** The belonging that is there; not known before the next pull brings it. */
  readonly other: CaseRecord | undefined;
};

export type DoublesAbout = {
  readonly householdId?: string | undefined;
  readonly personId?: string | undefined;
  readonly recordId?: string | undefined;
};

/** Those that speak of a household, on either side, or of a person, or the one of a belonging; all of them without any. */
export function doubleHouseholds(vault: OpenVault, about: DoublesAbout): DoubleHousehold[] {
  return vault.outbox.value.flatMap((item) => {
    const { change, refusal, state } = item;
    if (state !== 'attention' || change.type !== 'create' || refusal?.type !== 'FieldsRefused') return [];
    const problem = refusal.problems.length === 1 ? refusal.problems[0] : undefined;
    if (problem?.rule !== 'AlreadyInHousehold') return [];
    const other = vault.caseload.find(problem.other ?? '');
    const personId = survivorIn(vault)(String(change.fields.beneficiary));
    const households = [change.fields.household, other && memberFieldsOf(other).household];
    const isAbout =
      (about.householdId === undefined || households.includes(about.householdId)) &&
      (about.personId === undefined || personId === about.personId) &&
      (about.recordId === undefined || change.recordId === about.recordId);
    return isAbout ? [{ item: { ...item, change }, personId, other }] : [];
  });
}

/** Whether both devices wrote the same household: then there is nothing to choose. */
export const isSameHousehold = ({ item, other }: DoubleHousehold): boolean =>
  other !== undefined && memberFieldsOf(other).household === item.change.fields.household;

/** The person stays where the other device put them. That the change was let go stands in the audit. */
export const keepTheirs = (vault: OpenVault, { item }: DoubleHousehold): Promise<Result<void, StorageTrouble>> =>
  vault.discardChange(item.change.id);

/**
 * The person moves here: they leave the other household first, on the day they come into this one, and what was refused is sent again. A
 * crash between the two leaves a person in no household and the refused change where it was, to be settled again.
 */
export async function moveHere(
  vault: OpenVault,
  { item, other }: DoubleHousehold,
): Promise<Result<Change, Refusal | StorageTrouble>> {
  const { recordId, kind, fields } = item.change;
  const again: NewChange = { type: 'create', recordId, kind, fields };
  if (other !== undefined) {
    const left = await vault.saveChange(leaveChange(other, lastDay(other, String(fields.fromDate))));
    if (!left.ok) return left;
  }
  return vault.mendChange(recordId, again);
}

/** Nobody leaves before they came: then they were never there. */
const lastDay = (held: CaseRecord, day: CalendarDate): CalendarDate => {
  const { fromDate = day } = memberFieldsOf(held);
  return fromDate > day ? fromDate : day;
};
