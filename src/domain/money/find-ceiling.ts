import type { ContributionCeiling } from '../kinds/contribution-ceiling.ts';

/**
 * The ceiling of a measure in a month, in cents: the latest that had begun. Of two from the same month the lower, so that two coordinators
 * who do not see each other come to the same answer in either order. Undefined where none was set.
 */
export function findCeilingCents(
  ceilings: readonly Partial<ContributionCeiling>[],
  measure: string,
  month: string,
): number | undefined {
  let found: { readonly from: string; readonly cents: number } | undefined;
  for (const { measure: of, validFrom, maxCents } of ceilings) {
    if (of !== measure || validFrom === undefined || maxCents === undefined || validFrom > month) continue;
    const isLater = found === undefined || validFrom > found.from;
    const isLower = found !== undefined && validFrom === found.from && maxCents < found.cents;
    if (isLater || isLower) found = { from: validFrom, cents: maxCents };
  }
  return found?.cents;
}
