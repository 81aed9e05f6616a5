import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import { type Dwelling, monthlyRentFor } from '../domain/kinds/dwelling.ts';
import type { Landlord } from '../domain/kinds/landlord.ts';
import type { Placement } from '../domain/kinds/placement.ts';
import { isStageReached } from '../domain/kinds/placement-stages.ts';
import { placementToStay, type Stay } from '../domain/occupancy.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { presentMembers } from './household-records.ts';
import { placementFieldsOf, stageOf } from './housing-path.ts';

/** Dwellings, their landlords and who is where, as several screens look at them. Pure: they read the caseload and nothing else. */
export const dwellingFieldsOf = ({ record }: CaseRecord): Partial<Dwelling> => record.fields as Partial<Dwelling>;
export const landlordFieldsOf = ({ record }: CaseRecord): Partial<Landlord> => record.fields as Partial<Landlord>;

/** All of them by name. */
export const dwellingsOf = ({ caseload }: OpenVault): CaseRecord[] => caseload.ofKind('dwelling').toSorted(byName);
export const landlordsOf = ({ caseload }: OpenVault): CaseRecord[] => caseload.ofKind('landlord').toSorted(byName);

/** All of them, and the one that is written even when it was deleted since: a form shows what it holds. */
export function landlordsToChoose(vault: OpenVault, written: string | undefined): CaseRecord[] {
  const landlords = landlordsOf(vault);
  const held = written === undefined ? undefined : vault.caseload.find(written);
  return held?.record.kind === 'landlord' && held.record.removed ? [...landlords, held] : landlords;
}

const byName = (a: CaseRecord, b: CaseRecord): number => nameOf(a).localeCompare(nameOf(b), 'it');
const nameOf = ({ record }: CaseRecord): string => (typeof record.fields.name === 'string' ? record.fields.name : '');

/** By landlord, by name. */
export const dwellingsFrom = (vault: OpenVault, landlordId: string): CaseRecord[] =>
  vault.caseload
    .about(landlordId)
    .filter(({ record }) => record.kind === 'dwelling')
    .sort(byName);

/** The dwelling with this id; undefined when it is not here, or is none. */
export function findDwelling({ caseload }: OpenVault, id: string | undefined): CaseRecord | undefined {
  const held = id === undefined ? undefined : caseload.find(id);
  return held?.record.kind === 'dwelling' ? held : undefined;
}

export type PlacementsByDwelling = ReadonlyMap<string | undefined, readonly CaseRecord[]>;

export const placementsByDwelling = ({ caseload }: OpenVault): PlacementsByDwelling =>
  Map.groupBy(caseload.ofKind('placement'), (held) => placementFieldsOf(held).dwellingId);

/**
 * The fields a stay is worked out from: where nobody wrote how many they are, the household is counted as it is today. Whoever is not
 * counted at all is one person.
 */
export function sizedFields(vault: OpenVault, fields: Partial<Placement>, today: CalendarDate): Partial<Placement> {
  const { householdId, householdSize } = fields;
  if (householdSize !== undefined || householdId === undefined) return fields;
  const members = presentMembers(vault, householdId, today).length;
  return members === 0 ? fields : { ...fields, householdSize: members };
}

/** Who is, was or will be in a dwelling, by the day they came. */
export const staysIn = (
  vault: OpenVault,
  dwelling: CaseRecord,
  placements: PlacementsByDwelling,
  today: CalendarDate,
): Stay[] =>
  (placements.get(dwelling.record.id) ?? [])
    .flatMap(
      (held) =>
        placementToStay(
          held.record.id,
          sizedFields(vault, placementFieldsOf(held), today),
          dwellingFieldsOf(dwelling),
          today,
        ) ?? [],
    )
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1));

export const isClosed = ({ closedDate, freeUntilDate }: Partial<Dwelling>, today: CalendarDate): boolean =>
  (closedDate !== undefined && closedDate <= today) || (freeUntilDate !== undefined && freeUntilDate <= today);

/**
 * Since when a household would be in dwelling `to`, where that is not its entry: who lives in another one moves on `day`, and the nights before
 * were slept elsewhere. Taken back to where the record has them, the day is that of the record.
 */
export function movingDate(
  placement: CaseRecord | undefined,
  to: string | undefined,
  day: CalendarDate,
): CalendarDate | undefined {
  if (placement === undefined) return undefined;
  const fields = placementFieldsOf(placement);
  if (to === fields.dwellingId) return fields.dwellingFromDate;
  const livesElsewhere = fields.dwellingId !== undefined && isStageReached(stageOf(fields), 'INSE');
  return to !== undefined && livesElsewhere ? day : undefined;
}

/**
 * The rent of a placement after it moved, in euro cents: what the register says of the dwelling that it moved to, unless somebody wrote another
 * one than the register's for the dwelling before.
 */
export function rentAfterMove(
  written: number | undefined,
  before: CaseRecord | undefined,
  after: CaseRecord | undefined,
  people: number,
): number | undefined {
  const rentOf = (dwelling: CaseRecord | undefined) => dwelling && monthlyRentFor(dwellingFieldsOf(dwelling), people);
  return written === undefined || written === rentOf(before) ? rentOf(after) : written;
}
