import type { NewChange, OutboxItem } from '../../device/open-vault.ts';
import type { Change, ResolveChange } from '../../domain/change.ts';
import { changedFields } from '../../domain/changed-fields.ts';
import { type Fields, fieldValue, isSameValue } from '../../domain/json-value.ts';
import type { Id } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import type { FieldProblem } from '../../domain/refusal.ts';

/**
 * What refused changes of one record come to when they are mended together: one create if the record never reached the server,
 * one edit otherwise. Comments, decisions and removals have nothing to mend: they are sent again or let go.
 */
export type Mend = {
  readonly type: 'create' | 'edit';
  readonly kind: string;
  readonly recordId: Id;
  /** What the person wrote, later words over earlier ones; null is "cleared". */
  readonly written: Fields;
};

export const findMend = (items: readonly Pick<OutboxItem, 'change'>[]): Mend | undefined =>
  changesToMend(items.map(({ change }) => change));

export function changesToMend(changes: readonly Change[]): Mend | undefined {
  const writing = changes.filter(({ type }) => type === 'create' || type === 'edit');
  const [first] = writing;
  if (first === undefined) return undefined;
  const written: Fields = Object.assign({}, ...writing.map(changedFields));
  const type = changes.some((change) => change.type === 'create') ? 'create' : 'edit';
  return { type, kind: first.kind, recordId: first.recordId, written };
}

/** Every value that refused changes of one record wrote, a choice between two values as well, which has nothing to mend. */
export function findWritten(items: readonly Pick<OutboxItem, 'change'>[]): Pick<Mend, 'kind' | 'written'> | undefined {
  const written: Fields = Object.assign({}, ...items.map(({ change }) => changedFields(change)));
  const [first] = items;
  return first === undefined || Object.keys(written).length === 0 ? undefined : { kind: first.change.kind, written };
}

export type LateChoice = Omit<OutboxItem, 'change'> & { readonly change: ResolveChange };

/** A choice between two values that came after another one, or after a new value: sent again as it is, it is refused again. */
export const isLateChoice = (item: OutboxItem): item is LateChoice =>
  item.change.type === 'resolve' &&
  (item.refusal?.type === 'ConflictUnknown' || item.refusal?.type === 'ResolveOutdated');

/** The change that replaces the refused ones; undefined when after all nothing differs from what the server has. */
export function mendToChange(mend: Mend, values: Fields, shown: RecordEnvelope | undefined): NewChange | undefined {
  const { type, kind, recordId } = mend;
  if (type === 'create' || shown === undefined) {
    const fields = Object.entries(values).filter(([, value]) => value !== null);
    return { type: 'create', kind, recordId, fields: Object.fromEntries(fields) };
  }
  const edits = Object.entries(values)
    .map(([field, to]) => [field, { from: fieldValue(shown.fields, field), to }] as const)
    .filter(([, { from, to }]) => !isSameValue(from, to));
  if (edits.length === 0) return undefined;
  return { type: 'edit', kind, recordId, seenVersion: shown.version, fields: Object.fromEntries(edits) };
}

/**
 * What was written on a record that was merged away, as changes of the one that is left: one edit of the fields that differ there, and
 * the comments, answers included. Decisions and removals were about the other record and do not move.
 */
export function changesForSurvivor(changes: readonly Change[], survivor: RecordEnvelope): NewChange[] {
  const mend = changesToMend(changes.filter(({ type }) => type === 'edit'));
  const edit = mend && mendToChange({ ...mend, recordId: survivor.id }, mend.written, survivor);
  const comments = changes.flatMap((change): NewChange[] => {
    const text = change.type === 'edit' ? change.comment : change.type === 'comment' ? change.text : undefined;
    return text === undefined ? [] : [{ type: 'comment', recordId: survivor.id, kind: survivor.kind, text }];
  });
  return edit === undefined ? comments : [edit, ...comments];
}

/** Every field that a refusal names, each with its first problem. */
export function problemsOf(items: readonly Pick<OutboxItem, 'refusal'>[]): FieldProblem[] {
  const problems = items.flatMap(({ refusal }) => (refusal?.type === 'FieldsRefused' ? refusal.problems : []));
  return problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);
}

/** The fields to look at first: those that are wrong, and the ones they are wrong against ("uscita" against "ingresso"). */
export function namedFields(problems: readonly FieldProblem[], known: readonly string[]): string[] {
  const named = problems.flatMap(({ field, other }) => (other === undefined ? [field] : [field, other]));
  return [...new Set(named)].filter((field) => known.includes(field));
}
