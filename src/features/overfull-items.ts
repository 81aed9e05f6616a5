import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { Fields } from '../domain/json-value.ts';
import type { Placement } from '../domain/kinds/placement.ts';
import { placementToStay } from '../domain/occupancy.ts';
import { type Claim, findOverfull, type Overfull, stayToClaim } from '../domain/overfull.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import {
  dwellingFieldsOf,
  findDwelling,
  type PlacementsByDwelling,
  placementsByDwelling,
  sizedFields,
  staysIn,
} from './dwelling-records.ts';
import { hasHandIn } from './record-hands.ts';

/** A household for whom its dwelling has no place: a conflict between records that are each right, for a person to decide. */
export type OverfullItem = {
  readonly what: 'overfull';
  /** The placement that came second. */
  readonly recordId: string;
  readonly dwelling: CaseRecord;
  readonly overfull: Overfull;
};

function claimsIn(
  vault: OpenVault,
  dwelling: CaseRecord,
  placements: PlacementsByDwelling,
  today: CalendarDate,
): Claim[] {
  return staysIn(vault, dwelling, placements, today).flatMap((stay) => {
    const held = vault.caseload.find(stay.id);
    return held === undefined ? [] : stayToClaim(stay, held.record, held.confirmed);
  });
}

export const overfullIn = (
  vault: OpenVault,
  dwelling: CaseRecord,
  placements: PlacementsByDwelling,
  today: CalendarDate,
): OverfullItem[] =>
  findOverfull(dwellingFieldsOf(dwelling), claimsIn(vault, dwelling, placements, today)).map((overfull) => ({
    what: 'overfull',
    recordId: overfull.claim.id,
    dwelling,
    overfull,
  }));

type Known = { readonly version: number; readonly today: CalendarDate; readonly items: readonly OverfullItem[] };
const knownByVault = new WeakMap<OpenVault, Known>();

/** In every dwelling of the city. Worked out once a change and day, however many places show it. */
export function allOverfull(vault: OpenVault, today: CalendarDate): readonly OverfullItem[] {
  const version = vault.caseload.version.value;
  const known = knownByVault.get(vault);
  if (known?.version === version && known.today === today) return known.items;
  const placements = placementsByDwelling(vault);
  const items = vault.caseload.ofKind('dwelling').flatMap((dwelling) => overfullIn(vault, dwelling, placements, today));
  knownByVault.set(vault, { version, today, items });
  return items;
}

/** Those that this person has a hand in: coordinators all, others where they wrote one of the placements. */
export const overfullItemsOf = (vault: OpenVault, today: CalendarDate): OverfullItem[] =>
  allOverfull(vault, today).filter(({ overfull }) =>
    hasHandIn(
      vault,
      [overfull.claim, ...overfull.others].map(({ id }) => id),
    ),
  );

/**
 * What a form would come to if it were saved now: undefined when there is a place for them. `isNew` where the form itself brings it about,
 * because it gives the placement another dwelling, other days or another size.
 */
export function overfullByForm(
  vault: OpenVault,
  placementId: string,
  values: Fields,
  today: CalendarDate,
): (OverfullItem & { readonly isNew: boolean }) | undefined {
  const fields = sizedFields(vault, values as Partial<Placement>, today);
  const dwelling = findDwelling(vault, fields.dwellingId);
  const stay = dwelling && placementToStay(placementId, fields, dwellingFieldsOf(dwelling), today);
  if (dwelling === undefined || stay === undefined) return undefined;
  const existing = vault.caseload.find(placementId)?.record;
  const own = stayToClaim(stay, { fields: values, fieldVersions: existing?.fieldVersions ?? {} }, existing);
  const others = claimsIn(vault, dwelling, placementsByDwelling(vault), today)
    .filter(({ id }) => id !== placementId)
    // Whatever else waits on this device was saved before.
    .map((claim) => ({ ...claim, arrival: Math.min(claim.arrival, Number.MAX_SAFE_INTEGER) }));
  const overfull = findOverfull(dwellingFieldsOf(dwelling), [...others, own]).find(({ claim }) => claim === own);
  return overfull && { what: 'overfull', recordId: placementId, dwelling, overfull, isNew: own.arrival === Infinity };
}
