import { describe, expect, test } from 'vitest';
import type { OutboxItem } from '../../../src/device/open-vault.ts';
import type { Change } from '../../../src/domain/change.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import {
  changesForSurvivor,
  findMend,
  findWritten,
  isLateChoice,
  mendToChange,
  namedFields,
  problemsOf,
} from '../../../src/features/attention/mend.ts';
import { idOf, sampleRecord } from '../sample-record.ts';

const at = '2026-11-23T10:00:00.000Z';
const common = { recordId: idOf(100), kind: 'placement', at };
const create: Change = { ...common, id: idOf(700), type: 'create', fields: { stage: 'INSE', entryDate: '2026-11-10' } };
const edit = (fields: Extract<Change, { type: 'edit' }>['fields']): Change => ({
  ...common,
  id: idOf(701),
  type: 'edit',
  seenVersion: 3,
  fields,
});
const comment: Change = { ...common, id: idOf(702), type: 'comment', text: 'Ciao' };
const choice: Change = {
  ...common,
  id: idOf(703),
  type: 'resolve',
  field: 'dwelling',
  from: 'A',
  to: 'B',
  conflictIds: [idOf(704)],
};
const refusedWith = (refusal: Refusal, change: Change): OutboxItem => ({
  seq: 1,
  change,
  hash: '',
  state: 'attention',
  refusal,
  savedAt: at,
});
const refused = (change: Change) => refusedWith({ type: 'NotPermitted' }, change);

describe('what there is to mend', () => {
  test('a create and the edits after it are one record as the person last wrote it', () => {
    const items = [
      create,
      edit({ entryDate: { from: '2026-11-10', to: '2026-11-12' }, dwelling: { from: null, to: 'B' } }),
    ];
    expect(findMend(items.map(refused))).toMatchObject({
      type: 'create',
      written: { stage: 'INSE', entryDate: '2026-11-12', dwelling: 'B' },
    });
  });
  test('edits alone are one edit, the later word over the earlier', () => {
    const items = [edit({ dwelling: { from: null, to: 'A' } }), edit({ dwelling: { from: 'A', to: null } })];
    expect(findMend(items.map(refused))).toMatchObject({ type: 'edit', written: { dwelling: null } });
  });
  test('a comment has nothing to mend', () => {
    expect(findMend([refused(comment)])).toBeUndefined();
    expect(findWritten([refused(comment)])).toBeUndefined();
  });
  test('a choice between two values has nothing to mend either, but says what was chosen', () => {
    expect(findMend([refused(choice)])).toBeUndefined();
    expect(findWritten([refused(choice)])).toEqual({ kind: 'placement', written: { dwelling: 'B' } });
    const edited = edit({ address: { from: null, to: 'Via Prè 14' }, dwelling: { from: null, to: 'A' } });
    expect(findWritten([edited, choice].map(refused))?.written).toEqual({ address: 'Via Prè 14', dwelling: 'B' });
  });
  test.each<[Refusal, Change, boolean]>([
    [{ type: 'ConflictUnknown' }, choice, true],
    [{ type: 'ResolveOutdated' }, choice, true],
    [{ type: 'NotPermitted' }, choice, false],
    [{ type: 'NotPermitted' }, comment, false],
  ])('$0.type of a $1.type: came too late: $2', (refusal, change, isLate) => {
    expect(isLateChoice(refusedWith(refusal, change))).toBe(isLate);
  });
});

describe('the change that replaces the refused ones', () => {
  const record = sampleRecord({ version: 40, fields: { dwelling: 'Server', address: 'Via Prè 14' } });
  const mendOf = (change: Change) => {
    const mend = findMend([refused(change)]);
    if (mend === undefined) throw new Error('nothing to mend');
    return mend;
  };
  test('a create carries the mended values and leaves out what was cleared', () => {
    const change = mendToChange(mendOf(create), { stage: 'SEGN', entryDate: null }, undefined);
    expect(change).toEqual({ type: 'create', kind: 'placement', recordId: idOf(100), fields: { stage: 'SEGN' } });
  });
  test('an edit starts from what the person sees now, not from what was seen when it was refused', () => {
    const mend = mendOf(edit({ dwelling: { from: 'Old', to: 'Mine' } }));
    expect(mendToChange(mend, { dwelling: 'Mended', address: 'Via Prè 14' }, record)).toEqual({
      type: 'edit',
      kind: 'placement',
      recordId: idOf(100),
      seenVersion: 40,
      fields: { dwelling: { from: 'Server', to: 'Mended' } },
    });
  });
  test('nothing is sent when it equals what the server has', () => {
    expect(mendToChange(mendOf(edit({ dwelling: { from: 'Old', to: 'Mine' } })), { dwelling: 'Server' }, record)).toBe(
      undefined,
    );
  });
});

test('the fields to look at are the wrong ones and those they are wrong against', () => {
  const items = [
    refusedWith(
      {
        type: 'FieldsRefused',
        problems: [
          { field: 'exitDate', rule: 'ExitBeforeEntry', other: 'entryDate' },
          { field: 'exitDate', rule: 'ExitDateInFuture' },
          { field: 'beneficiary', rule: 'PlacementOverlaps', other: idOf(5) },
        ],
      },
      create,
    ),
  ];
  const problems = problemsOf(items);
  expect(problems.map(({ rule }) => rule)).toEqual(['ExitBeforeEntry', 'PlacementOverlaps']);
  expect(namedFields(problems, ['entryDate', 'exitDate', 'beneficiary'])).toEqual([
    'exitDate',
    'entryDate',
    'beneficiary',
  ]);
});

describe('what was written on a record that was merged away', () => {
  const survivor = sampleRecord({ id: idOf(200), version: 9, fields: { stage: 'INSE', dwelling: 'A' } });

  test('is one edit of the one that is left, against what stands there, and the comments with it', () => {
    const answered: Change = { ...edit({ dwelling: { from: null, to: 'B' } }), comment: 'Ecco' } as Change;
    expect(changesForSurvivor([edit({ stage: { from: null, to: 'INSE' } }), answered, comment], survivor)).toEqual([
      {
        type: 'edit',
        kind: 'placement',
        recordId: survivor.id,
        seenVersion: 9,
        fields: { dwelling: { from: 'A', to: 'B' } },
      },
      { type: 'comment', kind: 'placement', recordId: survivor.id, text: 'Ecco' },
      { type: 'comment', kind: 'placement', recordId: survivor.id, text: 'Ciao' },
    ]);
  });

  test('is nothing where it was a decision about the other record, or already stands there', () => {
    const removal: Change = { ...common, id: idOf(703), type: 'remove' };
    expect(changesForSurvivor([removal, edit({ dwelling: { from: null, to: 'A' } })], survivor)).toEqual([]);
  });
});
