import { describe, expect, test } from 'vitest';
import { findCeilingCents } from '../../../src/domain/money/find-ceiling.ts';
import { overCeilings } from '../../../src/domain/money/over-ceilings.ts';
import { recordOf } from '../../features/vault-of.ts';

const CEILINGS = [
  { measure: 'LOCA', maxCents: 30_000, validFrom: '2026-01' },
  { measure: 'LOCA', maxCents: 25_000, validFrom: '2026-10' },
  { measure: 'LOCA', maxCents: 28_000, validFrom: '2026-10' },
  { measure: 'UTEN', maxCents: 5_000, validFrom: '2026-01' },
] as const;

test.each([
  ['2025-12', undefined],
  ['2026-01', 30_000],
  ['2026-09', 30_000],
  ['2026-10', 25_000],
  ['2027-01', 25_000],
])('the ceiling of rent support in %s is %s, in whatever order they were written', (month, cents) => {
  expect(findCeilingCents(CEILINGS, 'LOCA', month)).toBe(cents);
  expect(findCeilingCents([...CEILINGS].reverse(), 'LOCA', month)).toBe(cents);
});

describe('more than a ceiling without a reason', () => {
  const home = recordOf('placement', { stage: 'INSE' });
  const contribution = (amountCents: number, more = {}) =>
    recordOf('contribution', {
      placement: home.id,
      month: '2026-10',
      measure: 'LOCA',
      amountCents,
      state: 'PAGA',
      ...more,
    });
  const found = (...contributions: ReturnType<typeof recordOf>[]) => overCeilings([home, ...contributions], CEILINGS);

  test('is found in the sum of a month, though each part is below', () => {
    expect(found(contribution(15_000), contribution(10_001))).toEqual([
      { placement: home.id, month: '2026-10', measure: 'LOCA', sumCents: 25_001, ceilingCents: 25_000 },
    ]);
  });

  test.each([
    ['exactly the ceiling', [contribution(25_000)]],
    ['another month', [contribution(20_000), contribution(20_000, { month: '2026-11' })]],
    ['another measure', [contribution(20_000), contribution(5_000, { measure: 'UTEN' })]],
    ['a measure without a ceiling', [contribution(900_000, { measure: 'ECON' })]],
    ['a reason', [contribution(20_000), contribution(20_000, { overCeilingReason: 'Arretrati' })]],
  ])('is not: %s', (_, contributions) => {
    expect(found(...contributions)).toEqual([]);
  });
});
