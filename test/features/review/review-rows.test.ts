import { expect, test } from 'vitest';
import { reviewRows } from '../../../src/features/review/review-rows.ts';
import { loadTranslator } from '../../../src/i18n/load-translator.ts';
import { lucia, sampleRecord } from '../sample-record.ts';

const words = await loadTranslator('it');
const corrected = sampleRecord({
  review: {
    state: 'submitted',
    by: lucia,
    at: '2026-11-23T11:10:00.000Z',
    before: { entryDate: null, contributionCents: 15000, restrictedNote: 'prima' },
  },
  fields: {
    stage: 'INSE',
    entryDate: '2026-11-15',
    contributionCents: 18000,
    situationAtEntry: 'E2_1',
    restrictedNote: 'dopo',
  },
});
const rowsOf = (record = corrected, disclosure: 'closed' | 'open' = 'closed') =>
  reviewRows(words, record, () => 'Ousmane C.', disclosure);

test('changed fields stand with the value of the last decision and the one of now', () => {
  expect(rowsOf().changed).toEqual([
    { label: 'Data di ingresso', before: 'mancante', after: '15 novembre 2026' },
    { label: 'Contributo al mese', before: '150\u00a0€', after: '180\u00a0€' },
  ]);
});

test('all other fields are counted apart, living situations with their ETHOS number', () => {
  expect(rowsOf().unchanged).toEqual([
    { label: 'Tappa del percorso abitativo', after: 'Inserito' },
    { label: 'Dove viveva all’ingresso', after: 'Dormitorio / accoglienza notturna', note: '(ETHOS 2.1)' },
  ]);
});

test('a restricted field is named and its values are nowhere until it is disclosed', () => {
  expect(rowsOf().restricted).toEqual(['restrictedNote']);
  expect(JSON.stringify(rowsOf())).not.toContain('dopo');
  expect(rowsOf(corrected, 'open').changed).toContainEqual({ label: 'Nota riservata', before: 'prima', after: 'dopo' });
});

test('of a new record everything is shown, nothing as struck through', () => {
  const { changed, unchanged } = rowsOf(sampleRecord({ fields: { stage: 'INSE', entryDate: '2026-11-15' } }));
  expect(changed.map(({ before }) => before)).toEqual([undefined, undefined]);
  expect(unchanged).toEqual([]);
});

test('what only machines read stands among no rows', () => {
  const file = { record: 'a practice', name: 'La coda', sha256: 'a'.repeat(64) };
  const fresh = sampleRecord({ kind: 'practice-file', fields: file });
  expect(rowsOf(fresh).changed.map(({ label }) => label)).not.toContain('Impronta');
  const decided = { ...fresh, review: { state: 'submitted', by: lucia, at: fresh.createdAt, before: {} } } as const;
  expect(rowsOf(decided).unchanged.map(({ label }) => label)).not.toContain('Impronta');
});
