import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { ownServices, serviceFieldsOf } from '../own-services.ts';
import { peopleIndexOf } from '../people-index.ts';
import { groupOf } from '../service-groups.ts';
import { survivorIn } from '../survivor.ts';

export const findPeople = (vault: OpenVault, query: string, shownMax: number): CaseRecord[] =>
  peopleIndexOf(vault)
    .search(query, shownMax)
    .flatMap(({ id }) => vault.caseload.find(id) ?? []);

/** First whom one gave services to, then who was registered or changed last. */
export function recentPeople(vault: OpenVault, shownMax: number): CaseRecord[] {
  const served = ownServices(vault).flatMap((held) => serviceFieldsOf(held).beneficiary ?? []);
  const latest = vault.caseload.ofKind('beneficiary').map(({ record }) => record.id);
  return [...new Set([...served.map(survivorIn(vault)), ...latest])]
    .flatMap((id) => findPresent(vault, id))
    .slice(0, shownMax);
}

/** Who was in the last group that one wrote, to meet the same people again by one tap. */
export function findLastGroup(
  vault: OpenVault,
): { readonly people: readonly string[]; readonly unnamed: number } | undefined {
  const services = ownServices(vault);
  const group = services.map(groupOf).find((id) => id !== undefined);
  if (group === undefined) return undefined;
  const members = services.filter((held) => groupOf(held) === group).map(serviceFieldsOf);
  return {
    people: members.flatMap(({ beneficiary }) =>
      beneficiary && findPresent(vault, beneficiary).length > 0 ? beneficiary : [],
    ),
    unnamed: members.reduce((sum, { contact }) => sum + (contact?.count ?? 0), 0),
  };
}

function findPresent(vault: OpenVault, id: string): CaseRecord[] {
  const held = vault.caseload.find(id);
  return held === undefined || held.record.removed || held.record.mergedInto !== undefined ? [] : [held];
}
