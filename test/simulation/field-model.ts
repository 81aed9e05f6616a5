import type { Change } from '../../src/domain/change.ts';
import { Id } from '../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { ChangeRow } from './memory-database.ts';
import { describe, type SavedChange } from './saved-change.ts';
import { type Shelf, shelve } from './shelf-law.ts';
import { sortedJson } from './sorted-json.ts';

/**
 * "Merge is by field", written a second time from the design's words and not from the code: where every value that the server took
 * has to be. What people saved comes from the oracle's own notes; from the server's log only the order and the verdicts.
 */
type Field = { readonly value: unknown; readonly version: number };
type Model = {
  version: number;
  readonly fields: Map<string, Field>;
  conflicts: { readonly id: string; readonly field: string; readonly value: unknown; readonly by: string }[];
  comments: string[];
  isRemoved: boolean;
  mergedInto: string | undefined;
};

type Replay = {
  readonly changes: readonly ChangeRow[];
  readonly records: ReadonlyMap<string, RecordEnvelope>;
  readonly saved: ReadonlyMap<string, SavedChange>;
  readonly damagedIds: ReadonlySet<string>;
  readonly broken: (law: string, what: string) => void;
};

/** Gives what other cities are to be shown after all that. */
export function replayFields({ changes, records, saved, damagedIds, broken }: Replay): Shelf {
  const models = new Map<string, Model>();
  const refusedIds = new Set<string>();
  const shelf: Shelf = new Map();
  for (const row of changes) {
    const isApplied = !row.isFirst && refusedIds.has(row.changeId) && row.verdict.verdict !== 'refused';
    // Said yes to once by a coordinator; whatever comes of the same change after that only repeats it.
    if (isApplied) refusedIds.delete(row.changeId);
    if (!row.isFirst && !isApplied) continue;
    const known = saved.get(row.changeId);
    const change = (known?.change ?? JSON.parse(row.body)) as Change;
    const before = models.get(change.recordId);
    const { verdict } = row;
    if (verdict.verdict === 'refused') {
      refusedIds.add(row.changeId);
      const reason = unreasonable(change, before, verdict.refusal, models, damagedIds);
      if (reason !== undefined)
        broken('refusals', `${describe(change)} was refused as ${verdict.refusal.type}: ${reason}`);
      continue;
    }
    const by = known?.person.actor.id ?? '';
    const disputed = take(models, change, verdict.version ?? before?.version ?? 0, by);
    shelve(shelf, change, fieldsOf(models.get(change.recordId)));
    if ((verdict.verdict === 'conflict') !== disputed) {
      broken(
        'merge',
        `${describe(change)} was answered ${verdict.verdict}, by the rules it is ${disputed ? 'a' : 'no'} conflict`,
      );
    }
  }
  for (const [id, model] of models) compare(id, model, records.get(id), broken);
  for (const id of records.keys()) if (!models.has(id)) broken('merge', `the record ${id.slice(-6)} came from nowhere`);
  return shelf;
}

/** Applies what was taken; true when one of its values is disputed. */
function take(models: Map<string, Model>, change: Change, version: number, by: string): boolean {
  if (change.type === 'create') {
    const fields = Object.entries(change.fields).map(([name, value]) => [name, { value, version }] as const);
    const none = { conflicts: [], comments: [], isRemoved: false, mergedInto: undefined };
    models.set(change.recordId, { version, fields: new Map(fields), ...none });
    return false;
  }
  const model = models.get(change.recordId);
  if (model === undefined) return false;
  const seen = model.version;
  model.version = version;
  switch (change.type) {
    case 'edit': {
      const disputes = Object.entries(change.fields).filter(([name, { from, to }]) => {
        if (same(from, to)) return false;
        const now = model.fields.get(name);
        const isUnseen = change.seenVersion > seen || (now?.version ?? 0) > change.seenVersion;
        return isUnseen && !same(now?.value ?? null, from) && !same(now?.value ?? null, to);
      });
      const touched = Object.entries(change.fields).filter(([, { from, to }]) => !same(from, to));
      model.conflicts = model.conflicts.filter((one) => one.by !== by || !touched.some(([name]) => name === one.field));
      for (const [name, { to }] of touched) {
        const isDisputed = disputes.some(([other]) => other === name);
        if (isDisputed) model.conflicts.push({ id: change.id, field: name, value: to, by });
        else if (!same(model.fields.get(name)?.value ?? null, to)) model.fields.set(name, { value: to, version });
      }
      if (change.comment !== undefined) model.comments.push(change.id);
      return disputes.length > 0;
    }
    case 'resolve':
      model.conflicts = model.conflicts.filter(
        ({ id, field }) => field !== change.field || !change.conflictIds.some((one) => one === id),
      );
      if (!same(model.fields.get(change.field)?.value ?? null, change.to)) {
        model.fields.set(change.field, { value: change.to, version });
      }
      return false;
    case 'comment':
      model.comments.push(change.id);
      return false;
    case 'review':
      if (change.comment !== undefined) model.comments.push(change.id);
      return false;
    case 'remove':
    case 'restore':
      model.isRemoved = change.type === 'remove';
      return false;
    case 'merge':
      model.mergedInto = change.into;
      return false;
    case 'unmerge':
      model.mergedInto = undefined;
      return false;
    default:
      return false;
  }
}

/** Refusals that the state of the record does not bear out. */
function unreasonable(
  change: Change,
  before: Model | undefined,
  refusal: Refusal,
  models: ReadonlyMap<string, Model>,
  damagedIds: ReadonlySet<string>,
): string | undefined {
  switch (refusal.type) {
    case 'ChangeMalformed':
      return damagedIds.has(change.id) ? undefined : 'nothing damaged it';
    case 'DecisionFailed':
    case 'ChangeIdReused':
    case 'KindUnknown':
      return 'that never happens';
    case 'RecordUnknown':
      return before !== undefined && change.type !== 'merge' ? 'the record is there' : undefined;
    case 'RecordExists':
      return before === undefined ? 'there is no such record' : undefined;
    case 'RecordRemoved':
      return before?.isRemoved === true || change.type === 'merge' ? undefined : 'it is not removed';
    case 'SubjectUnknown': {
      const subject = change.type === 'create' ? change.fields[refusal.field] : undefined;
      const model = typeof subject === 'string' ? models.get(subject) : undefined;
      return model !== undefined && !model.isRemoved && model.mergedInto === undefined
        ? 'the record it is about is known'
        : undefined;
    }
    case 'FieldsRefused': {
      // Because of another record: that one has to be there.
      const others = refusal.problems.flatMap(({ other }) => (isId(other) ? [other] : []));
      const gone = others.find((id) => models.get(id)?.isRemoved !== false);
      return gone === undefined ? undefined : `${gone.slice(-6)}, which is said to be in the way, is not there`;
    }
    default:
      return undefined;
  }
}

function compare(id: string, model: Model, record: RecordEnvelope | undefined, broken: Replay['broken']) {
  const name = id.slice(-6);
  if (record === undefined) return broken('merge', `the record ${name} is gone`);
  const fields = fieldsOf(model);
  if (!same(fields, record.fields)) {
    broken(
      'merge',
      `${name} holds ${JSON.stringify(record.fields)}, what people wrote comes to ${JSON.stringify(fields)}`,
    );
  }
  const disputes = record.conflicts.map(({ id: one, field, value }) => ({ id: one, field, value }));
  const expected = model.conflicts.map(({ id: one, field, value }) => ({ id: one, field, value }));
  if (!same(disputes, expected)) {
    broken(
      'merge',
      `${name} disputes ${JSON.stringify(disputes)}, what people wrote disputes ${JSON.stringify(expected)}`,
    );
  }
  if (
    !same(
      record.comments.map((comment) => comment.id),
      model.comments,
    )
  ) {
    broken('2', `${name} has ${record.comments.length} comments, ${model.comments.length} were made`);
  }
  if (record.removed !== model.isRemoved) broken('merge', `${name} is ${record.removed ? '' : 'not '}removed`);
  if (record.mergedInto !== model.mergedInto)
    broken('merge', `${name} is merged into ${record.mergedInto ?? 'nothing'}`);
}

const fieldsOf = (model: Model | undefined): Record<string, unknown> =>
  Object.fromEntries(
    [...(model?.fields ?? [])].flatMap(([field, { value }]) => (value === null ? [] : [[field, value]])),
  );

const same = (one: unknown, other: unknown): boolean => sortedJson(one) === sortedJson(other);
const isId = (text: string | undefined): text is string => Id.safeParse(text).success;
