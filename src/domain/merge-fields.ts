import type { FieldEdit } from './change.ts';
import { type Fields, fieldValue, isSameValue, type JsonValue } from './json-value.ts';
import { NOTE_LENGTH_MAX } from './primitives.ts';

/**
 * Two records of one person become one: what differs, what may be chosen, and the edits of the record that stays. The merge itself is
 * a change of its own and touches no field, so these edits are ordinary ones, reviewed and disputed like any other.
 *
 * value of the one that stays | of the other | at first chosen
 * --------------------------- | ------------ | ---------------
 * none                        | any          | other
 * any                         | none         | kept
 * a list                      | another list | both
 * any                         | another      | kept
 */
export type MergeSide = 'kept' | 'other' | 'both';
export type MergeRow = {
  /** Name of the row and of its first field. */
  readonly name: string;
  /** What is chosen together, because the parts have to agree. */
  readonly fields: readonly string[];
  readonly sides: readonly MergeSide[];
  readonly start: MergeSide;
};
type Two = { readonly kept: Fields; readonly other: Fields };

const TOGETHER: readonly (readonly string[])[] = [['birthDate', 'birthYear', 'ageBracket']];
const NOTES: ReadonlySet<string> = new Set(['note', 'restrictedNote']);

/** One row for each field, or group of fields, in which the two differ, in the order of `fields`. */
export function mergeRows(fields: readonly string[], two: Two): MergeRow[] {
  const groups = fields.flatMap((field) => {
    const group = TOGETHER.find((names) => names.includes(field)) ?? [field];
    return group[0] === field ? [group] : [];
  });
  return groups.filter((group) => group.some((field) => isOther(field, two))).map((group) => rowOf(group, two));
}

function rowOf(fields: readonly string[], two: Two): MergeRow {
  const [name = ''] = fields;
  const isKnown = (record: Fields): boolean => fields.some((field) => fieldValue(record, field) !== null);
  const joined = bothValues(name, two);
  const start = !isKnown(two.kept) ? 'other' : Array.isArray(joined) && isKnown(two.other) ? 'both' : 'kept';
  return { name, fields, sides: joined === undefined ? ['kept', 'other'] : ['kept', 'other', 'both'], start };
}

/** The edits of the record that stays, by the sides chosen; a row without a choice takes its first one. */
export function mergeEdits(
  rows: readonly MergeRow[],
  chosen: Readonly<Record<string, MergeSide | undefined>>,
  two: Two,
): Readonly<Record<string, FieldEdit>> {
  const edits = rows.flatMap(({ name, fields, start }) =>
    fields.map((field) => {
      const from = fieldValue(two.kept, field);
      return [field, { from, to: valueAt(field, chosen[name] ?? start, two) }] as const;
    }),
  );
  return Object.fromEntries(edits.filter(([, { from, to }]) => !isSameValue(from, to)));
}

function valueAt(field: string, side: MergeSide, two: Two): JsonValue {
  if (side === 'both') return bothValues(field, two) ?? fieldValue(two.kept, field);
  return fieldValue(two[side], field);
}

/** Lists together, each code once; notes one below the other. Undefined where both make no sense, or too long a note. */
function bothValues(field: string, { kept, other }: Two): JsonValue | undefined {
  const [one, two] = [fieldValue(kept, field), fieldValue(other, field)];
  if (Array.isArray(one) && Array.isArray(two)) return [...one, ...two.filter((code) => !one.includes(code))];
  if (!NOTES.has(field) || typeof one !== 'string' || typeof two !== 'string') return undefined;
  const text = `${one}\n${two}`;
  return text.length <= NOTE_LENGTH_MAX ? text : undefined;
}

const isOther = (field: string, { kept, other }: Two): boolean =>
  !isSameValue(fieldValue(kept, field), fieldValue(other, field));
