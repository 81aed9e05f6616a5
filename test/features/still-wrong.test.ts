import { expect, test } from 'vitest';
import { stillWrong } from '../../src/features/use-record-form.ts';

const refusal = {
  type: 'FieldsRefused' as const,
  problems: [
    { field: 'title', rule: 'ValueMissing' },
    { field: 'rentCents', rule: 'ValueInvalid' },
    { field: 'toDate', rule: 'EndBeforeStart', other: 'fromDate' },
  ],
};
const draft = { values: { fromDate: '2026-02-01', toDate: '2026-01-01' }, typed: { rentCents: 'abc' } };
const left = (values: object, typed = draft.typed as Readonly<Record<string, string>> | undefined) => {
  const found = stillWrong({ refusal, draft }, { values: { ...draft.values, ...values }, ...(typed && { typed }) });
  return found?.type === 'FieldsRefused' ? found.problems.map(({ field }) => field) : [];
};

test('a field that nobody touched is still wrong', () => expect(left({})).toEqual(['title', 'rentCents', 'toDate']));

test('one that was written anew is not, nor one whose counterpart was', () => {
  expect(left({ title: 'Orto' })).toEqual(['rentCents', 'toDate']);
  expect(left({ fromDate: '2025-12-31' })).toEqual(['title', 'rentCents']);
});

test('a text that could not be read is not once it is another, a value or none', () => {
  expect(left({}, { rentCents: '12x' })).toEqual(['title', 'toDate']);
  expect(left({ rentCents: 18000 }, undefined)).toEqual(['title', 'toDate']);
});

test('where nothing is left nothing is said', () => {
  const now = { values: { title: 'Orto', fromDate: '2025-12-31', toDate: '2026-01-01' } };
  expect(stillWrong({ refusal, draft }, now)).toBeUndefined();
});

test('what is about no field stays until the next try', () => {
  const full = { type: 'NotPermitted' as const };
  expect(stillWrong({ refusal: full, draft }, { values: {} })).toBe(full);
});
