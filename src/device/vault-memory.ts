import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { RecordEnvelope } from '../domain/record.ts';
import { createCaseload, type IndexedCaseload } from './caseload.ts';
import { type ConfirmedRecords, createConfirmedRecords } from './confirmed-records.ts';
import type { OutboxItem } from './open-vault.ts';
import { byPlace } from './outbox-rows.ts';
import { type PromiseContext, type RecordView, repeatPromise } from './promise-change.ts';

/**
 * What a person sees: the outbox's changes applied on what the server confirmed. Changed only after the disk was.
 *
 * A waiting change is always shown. A refused one is shown only while the record has never been confirmed: then it is all
 * there is of it; else the confirmed values stand, and the refused ones are in the list of what needs attention.
 */
export type VaultMemory = {
  readonly confirmed: ConfirmedRecords;
  readonly items: ReadonlySignal<readonly OutboxItem[]>;
  readonly waitingCount: ReadonlySignal<number>;
  readonly attentionCount: ReadonlySignal<number>;
  readonly caseload: IndexedCaseload;
  readonly view: RecordView;
  /** The record as it would be shown if these changes did not exist. */
  readonly findWithout: (recordId: string, changeIds: ReadonlySet<string>) => RecordEnvelope | undefined;
  /** The outbox is this now, and these records' confirmed copies changed. */
  readonly update: (items: readonly OutboxItem[], changedIds: Iterable<string>) => void;
  readonly clear: () => void;
};

/**
 * A promise may lean on other records (its subject, another placement), so as a rule all are made again when something else than
 * a new change came. Of a longer outbox only the touched records are: hundreds of promises would be felt.
 */
const REPEATED_WHOLE_MAX = 200;

export function createVaultMemory(context: PromiseContext): VaultMemory {
  const confirmed = createConfirmedRecords();
  const items = signal<readonly OutboxItem[]>([]);
  const promisedById = new Map<string, RecordEnvelope>();
  let itemsByRecord = new Map<string, readonly OutboxItem[]>();

  const find = (id: string) => promisedById.get(id) ?? confirmed.find(id);
  const caseload = createCaseload({
    find,
    all: allRecords,
    findConfirmed: confirmed.find,
    itemsOf: (recordId) => itemsByRecord.get(recordId) ?? [],
  });
  const view: RecordView = { find, about: caseload.recordsAbout };
  const waitingCount = computed(() => items.value.filter(({ state }) => state === 'waiting').length);

  return {
    confirmed,
    items,
    waitingCount,
    attentionCount: computed(() => items.value.length - waitingCount.value),
    caseload,
    view,
    findWithout: (recordId, changeIds) =>
      (itemsByRecord.get(recordId) ?? [])
        .filter(({ change }) => !changeIds.has(change.id))
        .reduce(promiseAgain, confirmed.find(recordId)),
    update: (next, changedIds) => batch(() => update([...next].sort(byPlace), new Set(changedIds))),
    clear() {
      confirmed.clear();
      promisedById.clear();
      itemsByRecord.clear();
      batch(() => {
        items.value = [];
        caseload.clear();
      });
    },
  };

  function* allRecords(): Iterable<RecordEnvelope> {
    for (const record of confirmed.all()) yield promisedById.get(record.id) ?? record;
    for (const record of promisedById.values()) if (confirmed.find(record.id) === undefined) yield record;
  }

  function promiseAgain(record: RecordEnvelope | undefined, { change, state }: OutboxItem): RecordEnvelope | undefined {
    const isShown = state === 'waiting' || confirmed.find(change.recordId) === undefined;
    return isShown ? repeatPromise(context, view, record, change) : record;
  }

  function update(next: readonly OutboxItem[], affected: Set<string>): void {
    const before = items.peek();
    const isAppended = affected.size === 0 && before.every((item, index) => item === next[index]);
    items.value = next;
    if (isAppended) append(next.slice(before.length), affected);
    else regroup(before, next, affected);
    for (const id of affected) promisedById.delete(id);
    // In the order of the outbox: a later change may lean on another record's earlier one.
    const again = [...affected].flatMap((id) => itemsByRecord.get(id) ?? []).sort(byPlace);
    for (const item of again) {
      const promised = promiseAgain(find(item.change.recordId), item);
      if (promised !== undefined && promised !== confirmed.find(promised.id)) promisedById.set(promised.id, promised);
    }
    caseload.refresh(affected);
  }

  /** A save: what it costs must not grow with what waits already. */
  function append(added: readonly OutboxItem[], affected: Set<string>): void {
    for (const item of added) {
      const { recordId } = item.change;
      affected.add(recordId);
      itemsByRecord.set(recordId, [...(itemsByRecord.get(recordId) ?? []), item]);
    }
  }

  function regroup(before: readonly OutboxItem[], next: readonly OutboxItem[], affected: Set<string>): void {
    for (const id of recordsOfDifference(before, next)) affected.add(id);
    if (next.length <= REPEATED_WHOLE_MAX) for (const { change } of next) affected.add(change.recordId);
    itemsByRecord = Map.groupBy(next, ({ change }) => change.recordId);
  }
}

/** The records of the changes that are in only one of the lists, or in another state. */
function recordsOfDifference(before: readonly OutboxItem[], after: readonly OutboxItem[]): ReadonlySet<string> {
  const records = new Set<string>();
  const statesById = new Map(before.map(({ change, state }) => [change.id as string, state]));
  for (const { change, state } of after) {
    if (statesById.get(change.id) !== state) records.add(change.recordId);
    statesById.delete(change.id);
  }
  for (const { change } of before) if (statesById.has(change.id)) records.add(change.recordId);
  return records;
}
