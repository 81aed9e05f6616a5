import type { RecordEnvelope } from '../../domain/record.ts';
import { stringOf } from '../field-values.ts';

/** What the queue shows of what waits, and where it goes on. The order is `queueOf`'s: the longest waiting first. */

const REVIEW_FILTERS = ['all', 'housing', 'money', 'services', 'people', 'events', 'other'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

const KIND_BY_FILTER = {
  housing: 'placement',
  money: 'contribution',
  services: 'service',
  people: 'beneficiary',
  events: 'event',
} as const satisfies Record<Exclude<ReviewFilter, 'all' | 'other'>, string>;

const FILTERED_KINDS: readonly string[] = Object.values(KIND_BY_FILTER);

/** A kind that has no filter of its own is one of the others. */
export function filterQueue(queue: readonly RecordEnvelope[], filter: ReviewFilter): RecordEnvelope[] {
  switch (filter) {
    case 'all':
      return [...queue];
    case 'other':
      return queue.filter(({ kind }) => !FILTERED_KINDS.includes(kind));
    default:
      return queue.filter(({ kind }) => kind === KIND_BY_FILTER[filter]);
  }
}

/** Others are a filter only where there are some, or where one stands on it. */
export const filtersFor = (queue: readonly RecordEnvelope[], chosen: ReviewFilter): readonly ReviewFilter[] =>
  REVIEW_FILTERS.filter((filter) => filter !== 'other' || filter === chosen || filterQueue(queue, filter).length > 0);

/**
 * What stands in one row and is decided in one go: one record, the services that were saved together and still wait, or a practice
 * with its files: nobody decides on a photo without the story that it belongs to.
 */
export type QueueRow = { readonly id: string; readonly records: readonly RecordEnvelope[] };

/** Rows in the order of the queue; a group stands where its first waiting service stands, and is called by that one's id. */
export function foldQueue(queue: readonly RecordEnvelope[]): QueueRow[] {
  const byGroup = Map.groupBy(queue, groupOf);
  return queue.flatMap((record): QueueRow[] => {
    const group = groupOf(record);
    const records = (group === undefined ? undefined : byGroup.get(group)) ?? [record];
    return records[0] === record ? [{ id: record.id, records }] : [];
  });
}

function groupOf({ id, kind, fields }: RecordEnvelope): string | undefined {
  switch (kind) {
    case 'service':
      return stringOf(fields.group);
    case 'practice':
      return id;
    case 'practice-file':
      return stringOf(fields.record);
    default:
      return undefined;
  }
}

export const isOfPractice = ({ kind }: RecordEnvelope): boolean => kind === 'practice' || kind === 'practice-file';

/** Which of a row go back with a comment: of a practice with its files only its text, for a photo has nothing to correct in it. */
export function returnedOf(records: readonly RecordEnvelope[]): readonly RecordEnvelope[] {
  const practice = records.find(({ kind }) => kind === 'practice');
  return practice === undefined ? records : [practice];
}

/** What opens after `decided`: what is left of the row, else the next row that waits. */
export function findNextRow(
  rows: readonly QueueRow[],
  open: QueueRow,
  decided: ReadonlySet<string>,
): string | undefined {
  const left = open.records.find(({ id }) => !decided.has(id));
  if (left !== undefined) return left.id;
  const isDone = ({ records }: QueueRow): boolean => records.every(({ id }) => decided.has(id));
  const done = new Set(rows.filter(isDone).map(({ id }) => id));
  return findNextAfter(
    rows.map(({ id }) => id),
    open.id,
    done,
  );
}

/** Nobody has decided on it yet. */
export const isNewRecord = ({ review }: RecordEnvelope): boolean => review.by === undefined;

/** It came back: a coordinator returned it with a comment and its author answered by mending it. */
export function findAnsweredReviewer({
  review,
  comments,
  updatedBy,
}: RecordEnvelope): RecordEnvelope['updatedBy'] | undefined {
  const { by: reviewer, state } = review;
  if (state !== 'submitted' || reviewer === undefined || updatedBy.id === reviewer.id) return undefined;
  return comments.some(({ by }) => by.id === reviewer.id) ? reviewer : undefined;
}

/** The id `step` places further; undefined at the ends. What is not in the list is followed by its first. */
export function neighbourOf(ids: readonly string[], id: string | undefined, step: 1 | -1): string | undefined {
  const at = id === undefined ? -1 : ids.indexOf(id);
  return at === -1 ? ids[0] : ids[at + step];
}

/** What opens after a decision: the next one that still waits, at the end of the list the one before. */
export function findNextAfter(
  ids: readonly string[],
  id: string | undefined,
  decided: ReadonlySet<string>,
): string | undefined {
  const at = id === undefined ? -1 : ids.indexOf(id);
  const isOpen = (other: string): boolean => !decided.has(other);
  return ids.slice(at + 1).find(isOpen) ?? ids.slice(0, Math.max(at, 0)).findLast(isOpen);
}

/** A common phrase is put at the end of the comment, or taken out again. */
export function togglePhrase(comment: string, phrase: string): string {
  if (!comment.includes(phrase)) return comment.trim() === '' ? phrase : `${comment.trimEnd()} ${phrase}`;
  return comment.replace(phrase, '').replace(/ {2,}/g, ' ').trim();
}
