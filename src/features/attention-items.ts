import { computed, type ReadonlySignal } from '@preact/signals';
import type { CaseRecord, OpenVault, OutboxItem } from '../device/open-vault.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { Conflict } from '../domain/record.ts';
import { type RecordConflict, recordConflictsOf } from './record-conflicts.ts';
import { findReturnComment } from './return-comment.ts';
import { groupOf } from './service-groups.ts';

/** Everything that waits for this person's hand, in the order in which it should be mended. */
export type AttentionItem =
  | RecordConflict
  /** The server (or this device, on newer records) did not take a change; all refused changes of one record stand together. */
  | { readonly what: 'refused'; readonly recordId: string; readonly items: readonly OutboxItem[] }
  /** Two people gave a field two values. */
  | {
      readonly what: 'disputed';
      readonly recordId: string;
      readonly field: string;
      readonly conflicts: readonly Conflict[];
    }
  /** A coordinator asks for a correction; of services that were saved together, with the same words, for all of `members`. */
  | {
      readonly what: 'returned';
      readonly recordId: string;
      readonly record: CaseRecord;
      readonly members: readonly CaseRecord[];
    };

/** The same, with the conflicts between records, which depend on the day. */
export const attentionOn = (vault: OpenVault, today: CalendarDate): AttentionItem[] => [
  ...attentionItemsOf(vault),
  ...recordConflictsOf(vault, today),
];

export function attentionItemsOf({ caseload, outbox, actor }: OpenVault): AttentionItem[] {
  const refused = Map.groupBy(
    outbox.value.filter(({ state }) => state === 'attention'),
    ({ change }) => change.recordId,
  );
  const items: AttentionItem[] = [...refused].map(([recordId, rows]) => ({ what: 'refused', recordId, items: rows }));
  for (const held of caseload.all()) {
    const { record } = held;
    // Who was merged away takes no answer any more; what was disputed of them is there again when they are parted.
    if (record.removed || record.mergedInto !== undefined) continue;
    const byField = Map.groupBy(record.conflicts, ({ field }) => field);
    for (const [field, conflicts] of byField) {
      if (isMineToSettle(held, conflicts, actor))
        items.push({ what: 'disputed', recordId: record.id, field, conflicts });
    }
  }
  return [...items, ...returnedItems(caseload.all().filter((held) => isReturnedTo(held, actor)))];
}

const isReturnedTo = ({ record }: CaseRecord, actor: OpenVault['actor']): boolean =>
  !record.removed &&
  record.mergedInto === undefined &&
  record.createdBy.id === actor.id &&
  record.review.state === 'returned';

function returnedItems(returned: readonly CaseRecord[]): AttentionItem[] {
  const keyOf = (held: CaseRecord): string => {
    const group = groupOf(held);
    return group === undefined ? held.record.id : `${group} ${findReturnComment(held.record)?.text}`;
  };
  return [...Map.groupBy(returned, keyOf).values()].flatMap((members) => {
    const [record] = members;
    return record === undefined ? [] : [{ what: 'returned', recordId: record.record.id, record, members }];
  });
}

const isMineToSettle = ({ record }: CaseRecord, conflicts: readonly Conflict[], actor: OpenVault['actor']): boolean =>
  actor.role === 'coordinator' ||
  [record.createdBy, record.updatedBy, ...conflicts.map(({ by }) => by)].some(({ id }) => id === actor.id);

/** What makes the pill red: work that is not where it should be. A returned record or a conflict between records is work to do, not work in danger. */
export const isUrgent = ({ what }: AttentionItem): boolean => what === 'refused' || what === 'disputed';

const itemsByVault = new WeakMap<OpenVault, ReadonlySignal<AttentionItem[]>>();

/** The same list as a signal, worked out once a change however many places show it. */
export function attentionSignal(vault: OpenVault): ReadonlySignal<AttentionItem[]> {
  const known = itemsByVault.get(vault);
  if (known !== undefined) return known;
  const created = computed(() => attentionItemsOf(vault));
  itemsByVault.set(vault, created);
  return created;
}
