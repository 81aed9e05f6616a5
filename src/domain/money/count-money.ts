import { type Contribution, DEPOSIT_MEASURE } from '../kinds/contribution.ts';
import type { RecordEnvelope } from '../record.ts';

// Money adds up. Every sum here is a whole number of euro cents, made by adding whole numbers only: the parts of any table come to the
// same total whatever they are grouped by, and in whatever order the records are read.

/** Promised and not paid yet, and paid. */
export type Sums = { readonly plannedCents: number; readonly paidCents: number };
export const NOTHING: Sums = { plannedCents: 0, paidCents: 0 };

/** Deposits are no spending: what was paid, what came back, and what is still with landlords. */
export type Deposits = Sums & { readonly returnedCents: number; readonly heldCents: number };

export type MoneyFigures = {
  /** Without deposits, here and in every part. */
  readonly total: Sums;
  readonly byMeasure: ReadonlyMap<string, Sums>;
  readonly byMonth: ReadonlyMap<string, Sums>;
  /** By household: what `groupOf` makes of a placement. */
  readonly byGroup: ReadonlyMap<string, Sums>;
  /** By month, then by measure. */
  readonly byMonthAndMeasure: ReadonlyMap<string, ReadonlyMap<string, Sums>>;
  readonly deposits: Deposits;
};

type Counted = Pick<RecordEnvelope, 'id' | 'kind' | 'removed' | 'mergedInto' | 'fields'>;

/**
 * Over contributions and the placements they belong to. Removed and merged records count nowhere, nor does what hangs on a removed
 * placement, nor what is no whole number of cents. Pure.
 */
export function countMoney(records: readonly Counted[], groupOf: (placementId: string) => string): MoneyFigures {
  const entries = contributionsIn(records);
  const spent = entries.filter(({ measure }) => measure !== DEPOSIT_MEASURE);
  const deposits = entries.filter(({ measure }) => measure === DEPOSIT_MEASURE);
  const deposited = sumOf(deposits);
  const returnedCents = deposits.reduce((sum, { returnedCents = 0 }) => sum + returnedCents, 0);
  return {
    total: sumOf(spent),
    byMeasure: sumBy(spent, ({ measure }) => measure),
    byMonth: sumBy(spent, ({ month }) => month),
    byGroup: sumBy(spent, ({ placement }) => groupOf(placement)),
    byMonthAndMeasure: new Map(
      [...Map.groupBy(spent, ({ month }) => month)].map(([month, some]) => [
        month,
        sumBy(some, ({ measure }) => measure),
      ]),
    ),
    deposits: { ...deposited, returnedCents, heldCents: deposited.paidCents - returnedCents },
  };
}

/** The parts of a contribution that are added up. A state of a newer app that is not "paid" is still to be paid. */
export type Entry = Pick<Contribution, 'placement' | 'month' | 'measure' | 'amountCents'> &
  Partial<Pick<Contribution, 'returnedCents' | 'overCeilingReason'>> & { readonly isPaid: boolean };

export function contributionsIn(records: readonly Counted[]): Entry[] {
  const alive = records.filter(({ removed, mergedInto }) => !removed && mergedInto === undefined);
  const placements = new Set(alive.filter(({ kind }) => kind === 'placement').map(({ id }) => id as string));
  return alive.flatMap(({ kind, fields }): Entry[] => {
    const { placement, month, measure, amountCents, state, returnedCents, ...more } = fields as Partial<Contribution>;
    if (kind !== 'contribution' || placement === undefined || month === undefined || measure === undefined) return [];
    if (!placements.has(placement) || !Number.isSafeInteger(amountCents)) return [];
    return [
      {
        placement,
        month,
        measure,
        amountCents: amountCents ?? 0,
        isPaid: state === 'PAGA',
        ...(Number.isSafeInteger(returnedCents) && { returnedCents }),
        ...(more.overCeilingReason !== undefined && { overCeilingReason: more.overCeilingReason }),
      },
    ];
  });
}

export const addSums = (a: Sums, b: Sums): Sums => ({
  plannedCents: a.plannedCents + b.plannedCents,
  paidCents: a.paidCents + b.paidCents,
});

const sumOf = (entries: readonly Entry[]): Sums =>
  entries.reduce(
    (sums, { amountCents, isPaid }) =>
      addSums(sums, isPaid ? { ...NOTHING, paidCents: amountCents } : { ...NOTHING, plannedCents: amountCents }),
    NOTHING,
  );

const sumBy = (entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Sums> =>
  new Map([...Map.groupBy(entries, keyOf)].map(([key, some]) => [key, sumOf(some)]));
