import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import { memberPlacementsOf, presentMembers, recordsFor } from './household-records.ts';
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
  const about = idsAbout(vault, record, today);
  return about.size === 0
    ? []
    : [...allOverfull(vault, today), ...allPlacedTwice(vault)].filter((item) =>
        idsOf(item).some((id) => about.has(id)),
      );
};

/**
 * Of which records a conflict is said above one. Above a household of its placements and of those that its people have by themselves, so
 * that whoever looks at it need not open each.
 */
function idsAbout(vault: OpenVault, { id, kind }: RecordEnvelope, today: CalendarDate): ReadonlySet<string> {
  if (kind !== 'household') return new Set(KINDS_IN_CONFLICTS.includes(kind) ? [id] : []);
  const own = memberPlacementsOf(vault, presentMembers(vault, id, today)).map(({ held }) => held);
  return new Set([...recordsFor(vault, 'placement', id), ...own].map(({ record }) => record.id));
}

/** No others need the look at everything. */
const KINDS_IN_CONFLICTS = ['placement', 'dwelling'];

const idsOf = (item: RecordConflict): string[] =>
  item.what === 'overfull'
    ? [item.dwelling.record.id, item.recordId, ...item.overfull.others.map(({ id }) => id)]
    : [item.recordId, ...item.others.map(({ placementId }) => placementId)];
