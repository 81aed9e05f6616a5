import { describe, expect, test } from 'vitest';
import { valuesThatFollow } from '../../src/features/attention/values-that-follow.ts';
import {
  afterNewMeasure,
  ceilingCentsIn,
  contributionsOf,
  householdIn,
  moneyOf,
  newContributionFields,
  overCeilingsIn,
  writtenCents,
} from '../../src/features/money-records.ts';
import { withCeiling } from '../../src/features/with-ceiling.ts';
import { heldIn, recordOf, TODAY, vaultOf } from './vault-of.ts';

const amina = recordOf('beneficiary', { nickname: 'Amina' });
const again = recordOf('beneficiary', { nickname: 'Amina' }, { mergedInto: amina.id });
const home = recordOf('placement', { beneficiary: amina.id, stage: 'ACCO', contributionCents: 18_000 });
const earlier = recordOf('placement', { beneficiary: again.id, stage: 'USCI' });
const sum = (fields: object) =>
  recordOf('contribution', {
    placement: home.id,
    month: '2026-10',
    measure: 'LOCA',
    amountCents: 20_000,
    state: 'PAGA',
    ...fields,
  });
const ceiling = recordOf('contribution-ceiling', { measure: 'LOCA', maxCents: 25_000, validFrom: '2026-10' });

describe('a new contribution', () => {
  test('the first is rent support of the sum that was agreed, for this month and only planned', () => {
    const vault = vaultOf([home]);
    expect(newContributionFields(vault, heldIn(vault, home), TODAY)).toEqual({
      placement: home.id,
      month: '2026-11',
      state: 'PIAN',
      measure: 'LOCA',
      amountCents: 18_000,
    });
  });

  test('the next is like the last, never a second deposit', () => {
    const vault = vaultOf([
      home,
      sum({ measure: 'UTEN', amountCents: 5_000 }),
      sum({ measure: 'CAUZ', month: '2026-11' }),
    ]);
    expect(newContributionFields(vault, heldIn(vault, home), TODAY)).toMatchObject({
      measure: 'UTEN',
      amountCents: 5_000,
    });
  });

  test('with another measure it is for the month and of the sum that are usual there, unless somebody wrote others', () => {
    const vault = vaultOf([
      home,
      sum({ measure: 'LOCA', month: '2026-11', amountCents: 35_010 }),
      sum({ measure: 'UTEN', month: '2026-10', amountCents: 5_000 }),
    ]);
    const started = { placement: home.id, measure: 'LOCA', month: '2026-12', amountCents: 35_010 } as const;
    expect(newContributionFields(vault, heldIn(vault, home), TODAY)).toMatchObject(started);
    const change = (measure: string, more = {}) => afterNewMeasure(vault, { ...started, ...more }, measure, TODAY);
    expect(change('CAUZ')).toEqual({ measure: 'CAUZ', month: '2026-11', amountCents: undefined });
    expect(change('UTEN')).toEqual({ measure: 'UTEN', month: '2026-11', amountCents: 5_000 });
    expect(change('CAUZ', { month: '2027-01', amountCents: 80_000 })).toEqual({ measure: 'CAUZ' });
  });

  test('carries the ceiling of its month, and none from before there was one', () => {
    const vault = vaultOf([home, ceiling]);
    expect(withCeiling(vault, { measure: 'LOCA', month: '2026-11' })).toMatchObject({ ceilingCents: 25_000 });
    expect(withCeiling(vault, { measure: 'LOCA', month: '2026-09' })).not.toHaveProperty('ceilingCents');
    expect(ceilingCentsIn(vault, 'UTEN', '2026-11')).toBeUndefined();
  });

  test('mended after a refusal, the ceiling follows the measure and the month', () => {
    const vault = vaultOf([home, ceiling]);
    const rent = { measure: 'LOCA', month: '2026-11', amountCents: 30_000 };
    const follows = (field: string, values: Record<string, string | number>) =>
      valuesThatFollow(vault, 'contribution', field, values);
    expect(follows('measure', rent)).toEqual({ ceilingCents: 25_000 });
    expect(follows('month', { ...rent, month: '2026-09' })).toEqual({ ceilingCents: null });
    expect(follows('amountCents', rent)).toEqual({});
    expect(valuesThatFollow(vault, 'monthly-situation', 'month', rent)).toEqual({});
  });
});

test('what is written already counts towards the ceiling, without the sum that is being corrected', () => {
  const one = sum({});
  const vault = vaultOf([home, one, sum({ amountCents: 1 }), sum({ month: '2026-11' }), sum({ measure: 'UTEN' })]);
  const wanted = { placement: home.id, month: '2026-10', measure: 'LOCA' } as const;
  expect(writtenCents(vault, wanted, '')).toBe(20_001);
  expect(writtenCents(vault, wanted, one.id)).toBe(1);
});

test('one household with two placements has one line, also when its person was registered twice', () => {
  const vault = vaultOf([amina, again, home, earlier, sum({}), sum({ placement: earlier.id })]);
  const figures = moneyOf(vault, vault.caseload.ofKind('placement'));
  expect([...figures.byGroup]).toEqual([[amina.id, { plannedCents: 0, paidCents: 40_000 }]]);
  const household = recordOf('placement', { beneficiary: amina.id, householdId: again.id });
  expect(householdIn(vaultOf([amina, again, household]))(household.id)).toBe(amina.id);
});

test('one month of it is that month only', () => {
  const vault = vaultOf([home, sum({}), sum({ month: '2026-11', amountCents: 7 })]);
  expect(moneyOf(vault, [heldIn(vault, home)], '2026-11').total.paidCents).toBe(7);
  expect(contributionsOf(vault, home.id).map(({ record }) => record.fields.month)).toEqual(['2026-11', '2026-10']);
});

test('a device that did not know the ceiling is found out', () => {
  const vault = vaultOf([home, ceiling, sum({ amountCents: 30_000 })]);
  expect(overCeilingsIn(vault)).toMatchObject([{ sumCents: 30_000, ceilingCents: 25_000 }]);
});
