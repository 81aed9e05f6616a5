import type { ContributionCeiling } from '../kinds/contribution-ceiling.ts';
import type { RecordEnvelope } from '../record.ts';
import { contributionsIn } from './count-money.ts';
import { findCeilingCents } from './find-ceiling.ts';

/** A household got more in a month under a measure than the ceiling allows, and nobody said why. */
export type OverCeiling = {
  readonly placement: string;
  readonly month: string;
  readonly measure: string;
  readonly sumCents: number;
  readonly ceilingCents: number;
};

/**
 * All of them, the latest month first. The rule of a contribution knows only the ceiling that its device had; this looks at the ceilings
 * as they are now, so that a device that was long without a network is found out, and so is a ceiling set afterwards. Pure.
 */
export function overCeilings(
  records: readonly RecordEnvelope[],
  ceilings: readonly Partial<ContributionCeiling>[],
): OverCeiling[] {
  const groups = Map.groupBy(contributionsIn(records), ({ placement, month, measure }) =>
    [placement, month, measure].join(' '),
  );
  return [...groups.values()]
    .flatMap((entries): OverCeiling[] => {
      const [first] = entries;
      if (first === undefined || entries.some(({ overCeilingReason }) => overCeilingReason !== undefined)) return [];
      const { placement, month, measure } = first;
      const sumCents = entries.reduce((sum, { amountCents }) => sum + amountCents, 0);
      const ceilingCents = findCeilingCents(ceilings, measure, month);
      if (ceilingCents === undefined || sumCents <= ceilingCents) return [];
      return [{ placement, month, measure, sumCents, ceilingCents }];
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

const keyOf = ({ month, placement, measure }: OverCeiling): string => `${month} ${placement} ${measure}`;
