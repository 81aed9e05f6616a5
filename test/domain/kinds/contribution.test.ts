import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import type { Fields } from '../../../src/domain/json-value.ts';
import {
  anna,
  applied,
  bruno,
  carla,
  changeOf,
  contextOf,
  createOf,
  editOf,
  refusalIn,
  rulesIn,
  sampleBeneficiary,
} from '../sample-changes.ts';

const amina = sampleBeneficiary();
const placement = applied(
  undefined,
  createOf('placement', { beneficiary: amina.id, measures: ['LOCA'], stage: 'RICE' }),
  anna,
  1,
  [amina],
);
const rent = (more: Fields = {}) =>
  createOf('contribution', {
    placement: placement.id,
    month: '2026-11',
    measure: 'LOCA',
    amountCents: 20_000,
    state: 'PIAN',
    ...more,
  });
const there = (more: Fields = {}) => applied(undefined, rent(more), bruno, 2, [placement]);
const rulesOf = (more: Fields, others: readonly ReturnType<typeof there>[] = []) =>
  rulesIn(applyChange(undefined, rent(more), contextOf(anna, 9, [placement, ...others])));

const PAID = { state: 'PAGA', paidDate: '2026-11-20' };
const DEPOSIT = { ...PAID, measure: 'CAUZ', amountCents: 90_000 };

describe('a contribution', () => {
  // TODAY is 2026-11-23.
  test.each<[string, Fields, string[]]>([
    ['planned, also for a month to come', { month: '2027-01' }, []],
    ['paid', PAID, []],
    ['paid on no day', { state: 'PAGA' }, ['paidDate: PaidNeedsDate']],
    ['paid tomorrow', { state: 'PAGA', paidDate: '2026-11-24' }, ['paidDate: PaidInFuture']],
    ['planned, with a day of payment', { paidDate: '2026-11-20' }, ['paidDate: PlannedHasDate']],
    ['of nothing', { amountCents: 0 }, ['amountCents: ValueTooSmall']],
    ['of half a cent', { amountCents: 100.5 }, ['amountCents: ValueInvalid']],
    ['of less than nothing', { amountCents: -1 }, ['amountCents: ValueTooSmall']],
    ['for no month', { month: '2026-11-01' }, ['month: MonthInvalid']],
    ['of a deposit that came back', { ...DEPOSIT, returnedCents: 90_000, returnedDate: '2026-11-23' }, []],
    [
      'of rent that came back',
      { ...PAID, returnedCents: 1, returnedDate: '2026-11-23' },
      ['returnedCents: ReturnOfPaidDeposit'],
    ],
    ['that came back on no day', { ...DEPOSIT, returnedCents: 1 }, ['returnedDate: ReturnNeedsBoth']],
    ['that came back as nothing', { ...DEPOSIT, returnedDate: '2026-11-23' }, ['returnedCents: ReturnNeedsBoth']],
    [
      'that came back as more',
      { ...DEPOSIT, returnedCents: 90_001, returnedDate: '2026-11-23' },
      ['returnedCents: ReturnOverDeposit'],
    ],
    [
      'that came back before',
      { ...DEPOSIT, returnedCents: 1, returnedDate: '2026-11-19' },
      ['returnedDate: ReturnBeforePaid'],
    ],
    [
      'that will come back',
      { ...DEPOSIT, returnedCents: 1, returnedDate: '2026-12-01' },
      ['returnedDate: ReturnInFuture'],
    ],
  ])('%s', (_, more, rules) => {
    expect(rulesOf(more)).toEqual(rules);
  });
});

describe('the ceiling', () => {
  const ceilingCents = 25_000;
  test.each<[string, Fields, string[]]>([
    ['is kept to', { amountCents: 25_000, ceilingCents }, []],
    ['is passed', { amountCents: 25_001, ceilingCents }, ['overCeilingReason: ContributionOverCeiling']],
    ['is passed with a reason', { amountCents: 25_001, ceilingCents, overCeilingReason: 'Arretrati' }, []],
    ['was never set', { amountCents: 900_000 }, []],
  ])('%s', (_, more, rules) => {
    expect(rulesOf(more)).toEqual(rules);
  });

  test('is of the month’s sum: another device’s share counts, another month’s or a removed one does not', () => {
    const more = { amountCents: 10_000, ceilingCents };
    const other = there({ amountCents: 20_000 });
    expect(rulesOf(more, [other])).toEqual(['overCeilingReason: ContributionOverCeiling']);
    expect(rulesOf({ ...more, month: '2026-12' }, [other])).toEqual([]);
    expect(rulesOf(more, [applied(other, changeOf(other, { type: 'remove' }), bruno, 3, [placement])])).toEqual([]);
  });

  test('blocks no edit of something else, and not the payment either', () => {
    const over = there({ amountCents: 20_000, ceilingCents });
    const paying = editOf(over, { state: ['PIAN', 'PAGA'], paidDate: [null, '2026-11-23'] });
    const others = [placement, there({ amountCents: 10_000 })];
    expect(applyChange(over, paying, contextOf(anna, 9, others)).ok).toBe(true);
  });
});

describe('the same sum twice', () => {
  test('is refused and names the one that is there', () => {
    const first = there();
    const second = applyChange(undefined, rent(), contextOf(anna, 9, [placement, first]));
    expect(refusalIn(second)).toMatchObject({ problems: [{ rule: 'ContributionTwice', other: first.id }] });
  });

  test.each<[string, Fields, Fields, boolean]>([
    ['with two references', { reference: 'DD 12' }, { reference: 'DD 13' }, false],
    ['with one reference', { reference: 'DD 12' }, {}, true],
    ['of another amount', {}, { amountCents: 20_001 }, false],
    ['of another measure', {}, { measure: 'UTEN' }, false],
  ])('%s', (_, one, other, isSame) => {
    expect(rulesOf(other, [there(one)])).toEqual(isSame ? ['amountCents: ContributionTwice'] : []);
  });
});

test('only coordinators set a ceiling; who works in the street reads it', () => {
  const ceiling = createOf('contribution-ceiling', { measure: 'LOCA', maxCents: 25_000, validFrom: '2026-10' });
  expect(applyChange(undefined, ceiling, contextOf(anna, 1)).ok).toBe(false);
  expect(applyChange(undefined, ceiling, contextOf(carla, 1)).ok).toBe(true);
});
