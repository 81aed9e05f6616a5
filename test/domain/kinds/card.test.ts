import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import {
  anna,
  applied,
  contextOf,
  createOf,
  editOf,
  refusalIn,
  rulesIn,
  sampleBeneficiary,
  TODAY,
} from '../sample-changes.ts';

const amina = sampleBeneficiary();
const base = { beneficiary: amina.id, code: 'TC-0123456789ABCDEFGHJK', state: 'ACTV', issuedDate: TODAY };
const make = (more: Readonly<Record<string, unknown>> = {}, related = [amina]) =>
  applyChange(undefined, createOf('card', { ...base, ...more }), contextOf(anna, 1, related));

describe('a card', () => {
  test.each([
    ['as it is made', {}, []],
    ['of tomorrow', { issuedDate: '2026-11-24' }, ['issuedDate: CardDateInFuture']],
    ['with a letter that is none', { code: 'TC-U123456789ABCDEFGHJK' }, ['code: ValueInvalid']],
    ['with a short code', { code: 'TC-0123' }, ['code: ValueInvalid']],
    ['with a name', { name: 'Amina' }, ['name: FieldUnknown']],
    ['in no state', { state: 'NEW' }, ['state: CodeUnknown']],
  ])('%s', (_, more, rules) => {
    expect(rulesIn(make(more))).toEqual(rules);
  });

  test('of nobody is refused', () => {
    expect(refusalIn(make({}, []))).toEqual({ type: 'SubjectUnknown', field: 'beneficiary' });
  });

  test('can be lost and found, and never gets another code', () => {
    const card = applied(undefined, createOf('card', base), anna, 1, [amina]);
    const lost = applied(card, editOf(card, { state: ['ACTV', 'LOST'] }), anna, 2, [amina]);
    expect(lost.fields.state).toBe('LOST');
    expect(applied(lost, editOf(lost, { state: ['LOST', 'ACTV'] }), anna, 3, [amina]).fields.state).toBe('ACTV');
    const recoded = editOf(card, { code: [base.code, 'TC-1123456789ABCDEFGHJK'] });
    expect(rulesIn(applyChange(card, recoded, contextOf(anna, 2, [amina])))).toEqual(['code: CardCodePrinted']);
  });
});
