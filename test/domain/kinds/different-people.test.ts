import { expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { anna, contextOf, createOf, newId, refusalIn, rulesIn, sampleBeneficiary } from '../sample-changes.ts';

const amina = sampleBeneficiary();
const mark = (other: string, related = [amina]) =>
  applyChange(undefined, createOf('different-people', { beneficiary: amina.id, other }), contextOf(anna, 1, related));

test('two people are two, and nobody is another than themselves', () => {
  expect(refusalIn(mark(newId()))).toBeUndefined();
  expect(rulesIn(mark(amina.id))).toEqual(['other: OtherIsSame']);
  expect(refusalIn(mark(newId(), []))).toEqual({ type: 'SubjectUnknown', field: 'beneficiary' });
});
