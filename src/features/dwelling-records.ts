import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { Dwelling } from '../domain/kinds/dwelling.ts';
import type { Landlord } from '../domain/kinds/landlord.ts';
import { placementToStay, type Stay } from '../domain/occupancy.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { placementFieldsOf } from './housing-path.ts';

/** Dwellings, their landlords and who is where, as several screens look at them. Pure: they read the caseload and nothing else. */
export const dwellingFieldsOf = ({ record }: CaseRecord): Partial<Dwelling> => record.fields as Partial<Dwelling>;
export const landlordFieldsOf = ({ record }: CaseRecord): Partial<Landlord> => record.fields as Partial<Landlord>;

/** All of them by name. */
export const dwellingsOf = ({ caseload }: OpenVault): CaseRecord[] => caseload.ofKind('dwelling').toSorted(byName);
export const landlordsOf = ({ caseload }: OpenVault): CaseRecord[] => caseload.ofKind('landlord').toSorted(byName);

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

/** Who is, was or will be in a dwelling, by the day they came. */
export const staysIn = (dwelling: CaseRecord, placements: PlacementsByDwelling, today: CalendarDate): Stay[] =>
  (placements.get(dwelling.record.id) ?? [])
    .flatMap(
      (held) => placementToStay(held.record.id, placementFieldsOf(held), dwellingFieldsOf(dwelling), today) ?? [],
    )
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1));

export const isClosed = ({ closedDate, freeUntilDate }: Partial<Dwelling>, today: CalendarDate): boolean =>
  (closedDate !== undefined && closedDate <= today) || (freeUntilDate !== undefined && freeUntilDate <= today);
