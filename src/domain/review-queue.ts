import { type Fields, fieldValue, isSameValue, type JsonValue } from './json-value.ts';
import { KINDS } from './kinds.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * The records that wait for a coordinator's decision, the longest waiting first. Order is by the municipality's counter; what only
 * this device has (version 0) comes last, in the order of its ids. Device clocks order nothing.
 */
export function queueOf(records: Iterable<RecordEnvelope>): RecordEnvelope[] {
  const isWaiting = ({ kind, removed, mergedInto, review }: RecordEnvelope): boolean =>
    review.state === 'submitted' && !removed && mergedInto === undefined && KINDS.get(kind)?.isReviewed === true;
  const placeOf = ({ version }: RecordEnvelope): number => (version === 0 ? Number.POSITIVE_INFINITY : version);
  return [...records]
    .filter(isWaiting)
    .sort((a, b) => (placeOf(a) === placeOf(b) ? (a.id < b.id ? -1 : 1) : placeOf(a) - placeOf(b)));
}

/** One line of the review screen; null is "no value". */
export type FieldDiff = { readonly field: string; readonly from: JsonValue; readonly to: JsonValue };

/**
 * What a coordinator has to look at, in the order of the kind's fields: everything of a record that nobody has decided on yet,
 * otherwise what differs from the values of the last decision. What was changed and changed back is not a difference.
 */
export function diffOf(record: RecordEnvelope): FieldDiff[] {
  const isNew = record.review.by === undefined;
  const before: Fields = record.review.before ?? {};
  return inFieldOrder(record.kind, Object.keys(isNew ? record.fields : before))
    .map((field) => ({ field, from: isNew ? null : fieldValue(before, field), to: fieldValue(record.fields, field) }))
    .filter(({ from, to }) => !isSameValue(from, to));
}

/** Fields that this version of the app does not know stand at the end. */
function inFieldOrder(kind: string, fields: readonly string[]): string[] {
  const known = Object.keys(KINDS.get(kind)?.classes ?? {});
  return [...known.filter((field) => fields.includes(field)), ...fields.filter((field) => !known.includes(field))];
}
