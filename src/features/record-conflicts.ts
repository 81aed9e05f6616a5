import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { recordsFor } from './household-records.ts';
import { allOverfull, type OverfullItem, overfullItemsOf } from './overfull-items.ts';
import { allPlacedTwice, type PlacedTwiceItem, placedTwiceItemsOf } from './placed-twice-items.ts';

/** Records that are each right and do not go together. No server refuses them: people who see them decide. */
export type RecordConflict = OverfullItem | PlacedTwiceItem;

/** Those that this person decides. */
export const recordConflictsOf = (vault: OpenVault, today: CalendarDate): RecordConflict[] => [
  ...overfullItemsOf(vault, today),
  ...placedTwiceItemsOf(vault),
];

/** Those that are to be said above the page of a record. */
export const conflictsAbout = (
  vault: OpenVault,
  { record }: CaseRecord,
  today: CalendarDate,
): readonly RecordConflict[] => {
  if (record.kind === 'household') return placedTwiceOfHousehold(vault, record.id);
  return KINDS_IN_CONFLICTS.includes(record.kind)
    ? [...allOverfull(vault, today), ...allPlacedTwice(vault)].filter((item) => idsOf(item).includes(record.id))
    : [];
};

/** Whoever looks at a household sees that somebody of it is placed twice, without opening its placements. */
function placedTwiceOfHousehold(vault: OpenVault, householdId: string): readonly RecordConflict[] {
  const placementIds = new Set<string>(recordsFor(vault, 'placement', householdId).map(({ record }) => record.id));
  return allPlacedTwice(vault).filter((item) => idsOf(item).some((id) => placementIds.has(id)));
}

/** No others need the look at everything. */
const KINDS_IN_CONFLICTS = ['placement', 'dwelling'];

const idsOf = (item: RecordConflict): string[] =>
  item.what === 'overfull'
    ? [item.dwelling.record.id, item.recordId, ...item.overfull.others.map(({ id }) => id)]
    : [item.recordId, ...item.others.map(({ placementId }) => placementId)];
