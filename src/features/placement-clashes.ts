import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { Fields } from '../domain/json-value.ts';
import { areTogether } from '../domain/kinds/household-member.ts';
import { arePlacementsOverlapping } from '../domain/kinds/placement-periods.ts';
import { householdPlacementsOf, memberFieldsOf, membershipsOf, stayOfPlacement } from './household-records.ts';
import { survivorIn } from './survivor.ts';

/**
 * Somebody is in two placements at one time. Of one person the rules of a placement refuse that; what they cannot see is who belongs to a
 * household, and what a merge brought together: that is shown, and people mend it.
 */
export type PlacementClash = { readonly personId: string; readonly other: CaseRecord };

/** Of a placement as it is or as a form has it; `id` is its own. One clash for each other placement. */
export function placementClashes(vault: OpenVault, id: string, fields: Fields): PlacementClash[] {
  const clashes = peoplePlaced(vault, fields).flatMap((personId) =>
    placementsOf(vault, personId)
      .filter(({ record }) => record.id !== id && arePlacementsOverlapping(fields, record.fields))
      .map((other): PlacementClash => ({ personId, other })),
  );
  return [...new Map(clashes.toReversed().map((clash) => [clash.other.record.id, clash])).values()].reverse();
}

/** Everybody a placement is for: its person, and who belongs to its household while it runs. */
function peoplePlaced(vault: OpenVault, { beneficiary, householdId, ...dates }: Fields): string[] {
  const stay = stayOfPlacement(dates);
  const members = typeof householdId === 'string' ? membershipsOf(vault, householdId) : [];
  return [
    ...new Set([
      ...(typeof beneficiary === 'string' ? [survivorIn(vault)(beneficiary)] : []),
      ...members.filter(({ held }) => areTogether(memberFieldsOf(held), stay)).map(({ personId }) => personId),
    ]),
  ];
}

const placementsOf = (vault: OpenVault, personId: string): CaseRecord[] => [
  ...vault.caseload.about(personId).filter(({ record }) => record.kind === 'placement'),
  ...householdPlacementsOf(vault, personId),
];
