import { describe, expect, test } from 'vitest';
import {
  filterQueue,
  filtersFor,
  findAnsweredReviewer,
  findNextAfter,
  findNextRow,
  foldQueue,
  isNewRecord,
  neighbourOf,
  returnedOf,
  togglePhrase,
} from '../../../src/features/review/queue-model.ts';
import { findReviewKey } from '../../../src/features/review/review-keys.ts';
import { idOf, lucia, sampleRecord } from '../sample-record.ts';

const at = '2026-11-23T11:10:00.000Z';
const returned = { id: idOf(800), by: lucia, at, text: 'Manca la data' };

test('each filter shows its kind, and the others are a filter where there are some', () => {
  const queue = ['placement', 'contribution', 'service', 'beneficiary', 'toy'].map((kind) => sampleRecord({ kind }));
  const kinds = (filter: Parameters<typeof filterQueue>[1]) => filterQueue(queue, filter).map(({ kind }) => kind);
  expect(kinds('all')).toEqual(['placement', 'contribution', 'service', 'beneficiary', 'toy']);
  expect(kinds('housing')).toEqual(['placement']);
  expect(kinds('money')).toEqual(['contribution']);
  expect(kinds('services')).toEqual(['service']);
  expect(kinds('people')).toEqual(['beneficiary']);
  expect(kinds('other')).toEqual(['toy']);
  const own = ['all', 'housing', 'money', 'services', 'people', 'events'];
  expect(filtersFor(queue, 'all')).toEqual([...own, 'other']);
  expect(filtersFor([], 'all')).toEqual(own);
  expect(filtersFor([], 'other')).toEqual([...own, 'other']);
});

describe('corrected after a comment', () => {
  const review = { state: 'submitted', by: lucia, at } as const;
  test('names the reviewer whose comment was answered', () => {
    expect(findAnsweredReviewer(sampleRecord({ review, comments: [returned] }))).toEqual(lucia);
  });
  test('is not said of a new record, of an edit after validation, or of the reviewer’s own edit', () => {
    expect(findAnsweredReviewer(sampleRecord({}))).toBeUndefined();
    expect(findAnsweredReviewer(sampleRecord({ review }))).toBeUndefined();
    expect(findAnsweredReviewer(sampleRecord({ review, comments: [returned], updatedBy: lucia }))).toBeUndefined();
  });
  test('a record is new until somebody decided on it', () => {
    expect([isNewRecord(sampleRecord({})), isNewRecord(sampleRecord({ review }))]).toEqual([true, false]);
  });
});

describe('walking through the queue', () => {
  const ids = ['a', 'b', 'c'];
  test.each([
    ['a', 1, 'b'],
    ['c', 1, undefined],
    ['b', -1, 'a'],
    ['a', -1, undefined],
    ['gone', 1, 'a'],
  ] as const)('from %s by %d', (id, step, expected) => {
    expect(neighbourOf(ids, id, step)).toBe(expected);
  });

  test.each([
    ['the next one opens after a decision', 'a', ['a'], 'b'],
    ['at the end the one before opens', 'c', ['c'], 'b'],
    ['decided ones are skipped', 'a', ['a', 'b'], 'c'],
    ['nothing opens when all is decided', 'b', ['a', 'b', 'c'], undefined],
  ] as const)('%s', (_name, id, decided, expected) => {
    expect(findNextAfter(ids, id, new Set(decided))).toBe(expected);
  });
});

test('a ready phrase joins what is written, and leaves it as it was when taken back', () => {
  const phrase = 'Controlla la data.';
  expect(togglePhrase('', phrase)).toBe(phrase);
  expect(togglePhrase('Ciao Marta. ', phrase)).toBe('Ciao Marta. Controlla la data.');
  expect(togglePhrase('Ciao. Controlla la data. Grazie.', phrase)).toBe('Ciao. Grazie.');
});

describe('keys', () => {
  const press = (key: string, more = {}) =>
    findReviewKey({ key, altKey: false, ctrlKey: false, metaKey: false, repeat: false, ...more });
  test('work with and without capitals, and leave the browser its own', () => {
    expect(press('v')).toBe('validate');
    expect(press('V')).toBe('validate');
    expect(press('r', { ctrlKey: true })).toBeUndefined();
    expect(press('q')).toBeUndefined();
  });
  test('a held key walks on but never decides twice', () => {
    expect(press('j', { repeat: true })).toBe('next');
    expect(press('v', { repeat: true })).toBeUndefined();
  });
});

describe('services saved together', () => {
  const group = idOf(500);
  const service = (id: number, more = {}) => sampleRecord({ id: idOf(id), kind: 'service', ...more });
  const tied = (id: number) => service(id, { fields: { group } });
  const queue = [service(1), tied(2), service(3), tied(4), tied(5)];
  const idsOf = (rows: ReturnType<typeof foldQueue>) => rows.map(({ records }) => records.map(({ id }) => id));

  test('are one row where the first of them waits; one that is left is a row as any other', () => {
    expect(idsOf(foldQueue(queue))).toEqual([[idOf(1)], [idOf(2), idOf(4), idOf(5)], [idOf(3)]]);
    expect(idsOf(foldQueue(queue.slice(0, 3)))).toEqual([[idOf(1)], [idOf(2)], [idOf(3)]]);
    const other = sampleRecord({ id: idOf(6), kind: 'toy', fields: { group } });
    expect(idsOf(foldQueue([tied(2), other]))).toEqual([[idOf(2)], [idOf(6)]]);
  });

  test('after a decision what is left of the row opens, then the next row', () => {
    const rows = foldQueue(queue);
    const [, row] = rows;
    if (row === undefined) throw new Error('no group');
    expect(findNextRow(rows, row, new Set([idOf(2)]))).toBe(idOf(4));
    expect(findNextRow(rows, row, new Set([idOf(2), idOf(4), idOf(5)]))).toBe(idOf(3));
    expect(findNextRow(rows, row, new Set(queue.slice(1).map(({ id }) => id)))).toBe(idOf(1));
  });
});

describe('a practice and its files', () => {
  const practice = sampleRecord({ id: idOf(1), kind: 'practice' });
  const file = (id: number) => sampleRecord({ id: idOf(id), kind: 'practice-file', fields: { record: practice.id } });
  const other = sampleRecord({ id: idOf(9), kind: 'practice-file', fields: { record: idOf(8) } });
  const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

  test('are one row, with or without the text; a file of another practice is not in it', () => {
    const rows = foldQueue([file(2), practice, other, file(3)]);
    expect(rows.map(({ records }) => idsOf(records))).toEqual([[idOf(2), idOf(1), idOf(3)], [idOf(9)]]);
    expect(foldQueue([file(2), file(3)])).toHaveLength(1);
  });

  test('only the text goes back with a comment, the files when they wait without it', () => {
    expect(idsOf(returnedOf([file(2), practice]))).toEqual([idOf(1)]);
    expect(idsOf(returnedOf([file(2), file(3)]))).toEqual([idOf(2), idOf(3)]);
  });
});
