import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUSING_MEASURES } from '../../../src/domain/lists/housing-measures.ts';
import { addSums, countMoney, type MoneyFigures, NOTHING, type Sums } from '../../../src/domain/money/count-money.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { recordOf } from '../../features/vault-of.ts';

const homes = [1, 2, 3].map(() => recordOf('placement', { stage: 'INSE' }));
const [home = recordOf('placement', {})] = homes;
const contribution = (fields: RecordEnvelope['fields'], parts = {}) =>
  recordOf(
    'contribution',
    { placement: home.id, month: '2026-10', measure: 'LOCA', amountCents: 30_000, state: 'PAGA', ...fields },
    parts,
  );
const count = (records: readonly RecordEnvelope[]) => countMoney(records, (id) => id);
const totalOf = (parts: ReadonlyMap<string, Sums>): Sums => [...parts.values()].reduce(addSums, NOTHING);

const CONTRIBUTION = fc
  .record({
    placement: fc.constantFrom(...homes.map(({ id }) => id as string)),
    month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
    measure: fc.constantFrom(...HOUSING_MEASURES),
    amountCents: fc.integer({ min: 1, max: 1_000_000_000 }),
    state: fc.constantFrom('PIAN', 'PAGA', 'a state of a newer app'),
  })
  .map((fields) => recordOf('contribution', fields));
const CONTRIBUTIONS = fc.array(CONTRIBUTION, { maxLength: 30 });

/** Every sum that is somewhere in the figures. */
const sumsIn = ({ total, byMeasure, byMonth, byGroup, byMonthAndMeasure, deposits }: MoneyFigures): number[] =>
  [
    total,
    ...byMeasure.values(),
    ...byMonth.values(),
    ...byGroup.values(),
    ...[...byMonthAndMeasure.values()].flatMap((parts) => [...parts.values()]),
    deposits,
  ].flatMap((sums) => Object.values(sums));

describe('money adds up', () => {
  test('the parts come to the total, whatever they are grouped by, and all are whole cents', () => {
    fc.assert(
      fc.property(CONTRIBUTIONS, (contributions) => {
        const figures = count([...homes, ...contributions]);
        const { total, byMonthAndMeasure } = figures;
        for (const parts of [figures.byMeasure, figures.byMonth, figures.byGroup])
          expect(totalOf(parts)).toEqual(total);
        for (const [month, parts] of byMonthAndMeasure) expect(totalOf(parts)).toEqual(figures.byMonth.get(month));
        for (const cents of sumsIn(figures)) expect(Number.isSafeInteger(cents)).toBe(true);
        const all = contributions.reduce((sum, { fields }) => sum + Number(fields.amountCents), 0);
        const { deposits } = figures;
        expect(total.plannedCents + total.paidCents + deposits.plannedCents + deposits.paidCents).toBe(all);
      }),
    );
  });

  test('the order of the records changes nothing, and two halves come to the whole', () => {
    fc.assert(
      fc.property(CONTRIBUTIONS, CONTRIBUTIONS, (some, others) => {
        const whole = count([...homes, ...some, ...others]);
        const backwards = count([...others, ...some, ...homes].reverse());
        expect(sumsIn(backwards).sort()).toEqual(sumsIn(whole).sort());
        expect(backwards.total).toEqual(whole.total);
        const halves = [some, others].map((half) => count([...homes, ...half]).total);
        expect(halves.reduce(addSums, NOTHING)).toEqual(whole.total);
      }),
    );
  });
});

describe('what counts', () => {
  test('a promise is apart from a payment', () => {
    const { total } = count([home, contribution({}), contribution({ state: 'PIAN', amountCents: 5 })]);
    expect(total).toEqual({ plannedCents: 5, paidCents: 30_000 });
  });

  test('a deposit is no spending; what came back is not held any more', () => {
    const deposit = contribution({ measure: 'CAUZ', amountCents: 90_000, returnedCents: 60_000 });
    const { total, deposits, byMeasure } = count([home, deposit, contribution({})]);
    expect(total.paidCents).toBe(30_000);
    expect([...byMeasure.keys()]).toEqual(['LOCA']);
    expect(deposits).toEqual({ plannedCents: 0, paidCents: 90_000, returnedCents: 60_000, heldCents: 30_000 });
  });

  test.each([
    ['was removed', [home, contribution({}, { removed: true })]],
    ['belongs to a removed placement', [{ ...home, removed: true }, contribution({})]],
    ['belongs to a placement that is not here', [contribution({})]],
    ['is no whole number of cents', [home, contribution({ amountCents: 0.5 })]],
  ])('what %s counts nowhere', (_, records) => {
    expect(count(records).total).toEqual(NOTHING);
  });

  test('households with several placements have one line', () => {
    const records = [...homes, ...homes.map(({ id }) => contribution({ placement: id }))];
    const { byGroup } = countMoney(records, (id) => (id === home.id ? 'one' : 'other'));
    expect(Object.fromEntries(byGroup)).toEqual({
      one: { plannedCents: 0, paidCents: 30_000 },
      other: { plannedCents: 0, paidCents: 60_000 },
    });
  });
});
