import { expect, test } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import { isMendableHere } from '../../../src/features/attention/ArrivedMend.tsx';
import { arrivedReason, arrivedRows, restrictedFields } from '../../../src/features/attention/arrived-words.ts';
import { loadTranslator } from '../../../src/i18n/load-translator.ts';
import { arrivedOf, editOf } from '../arrived.ts';
import { idOf, sampleRecord } from '../sample-record.ts';
import { NOW, vaultOf } from '../vault-of.ts';

const words = await loadTranslator('it');
const session = { words, vault: vaultOf([]) };
const name = () => 'Ousmane C.';
const common = { id: idOf(701), recordId: idOf(100), kind: 'placement', at: NOW } as const;

test('an edit shows old and new of each field, a create what it brings, a comment its words', () => {
  const edit = editOf({ exitDate: { from: null, to: '2026-11-02' } });
  expect(arrivedRows(words, edit, name, [])).toEqual([
    { label: 'Data di uscita', before: 'vuoto', after: '2 novembre 2026' },
  ]);
  const create: Change = { ...common, type: 'create', fields: { beneficiary: idOf(5), stage: 'SEGN' } };
  expect(arrivedRows(words, create, name, []).map(({ after }) => after)).toEqual(['Ousmane C.', 'Segnalato']);
  expect(arrivedRows(words, { ...common, type: 'comment', text: 'Ciao' }, name, [])).toEqual([
    { label: 'Commento', after: 'Ciao' },
  ]);
  expect(arrivedRows(words, { ...common, type: 'restore' }, name, [])).toEqual([]);
});

test('a restricted field is left out until somebody asked to see it', () => {
  const create: Change = {
    ...common,
    kind: 'service',
    type: 'create',
    fields: { date: '2026-11-02', restrictedNote: 'Segreto' },
  };
  expect(restrictedFields(create)).toEqual(['restrictedNote']);
  expect(JSON.stringify(arrivedRows(words, create, name, restrictedFields(create)))).not.toContain('Segreto');
  expect(JSON.stringify(arrivedRows(words, create, name, []))).toContain('Segreto');
});

test('the reason names the fields, or speaks of the author instead of to them', () => {
  const because = (refusal: Refusal) => arrivedReason(session, arrivedOf({ refusal })).join(' ');
  const problems = [{ field: 'exitDate', rule: 'ExitBeforeEntry' }];
  expect(because({ type: 'FieldsRefused', problems })).toMatch(/^Data di uscita: /);
  expect(because({ type: 'NotPermitted' })).toMatch(/^Marta non ha il permesso/);
  expect(arrivedReason(session, arrivedOf({ why: 'held', refusal: undefined })).join(' ')).toMatch(/serve il tuo sì/);
});

test.each([
  ['an edit of a record that is here', arrivedOf({ refusal: { type: 'NotPermitted' } }), true],
  ['a change of a removed record', arrivedOf({ refusal: { type: 'RecordRemoved' } }), false],
  ['a comment', arrivedOf({ change: { ...common, type: 'comment', text: 'Ciao' } }), false],
  ['what cannot be read', arrivedOf({ change: undefined }), false],
] as const)('%s is mended here: %o', (_what, item, expected) => {
  const record = sampleRecord({ id: idOf(100) });
  expect(isMendableHere(item, { record, confirmed: record, waiting: 0, attention: 0 })).toBe(expected);
});

test('of a record that never arrived only a create is mended: an edit has nothing to stand on', () => {
  const refusal: Refusal = { type: 'RecordUnknown' };
  expect(isMendableHere(arrivedOf({ refusal }), undefined)).toBe(false);
  const create: Change = { ...common, type: 'create', fields: { stage: 'SEGN' } };
  expect(isMendableHere(arrivedOf({ refusal, change: create }), undefined)).toBe(true);
});

test.each([
  [{ mergedInto: idOf(200) }, false, /unita a un’altra/],
  [{}, true, /di nuovo separate/],
] as const)('what was refused for a merge can go on its record once that is taken back: %o', (parts, isOpen, said) => {
  const record = { ...sampleRecord({ id: idOf(100) }), ...parts };
  const item = arrivedOf({ refusal: { type: 'RecordMerged', into: idOf(200) } });
  expect(isMendableHere(item, { record, confirmed: record, waiting: 0, attention: 0 })).toBe(isOpen);
  expect(arrivedReason({ words, vault: vaultOf([record]) }, item).join(' ')).toMatch(said);
});
