// Figures of several runs. Medians, because a shared machine makes outliers and no average survives them.

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Linear between neighbours; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** Something measured several times on our side and, where there is one, on the floor's. */
export type Measured = {
  readonly what: string;
  readonly unit: 'ms' | '/s' | 'kB';
  readonly ours: readonly number[];
  /** What the floor is, and its figures. */
  readonly floor?: { readonly what: string; readonly values: readonly number[] };
  readonly target?: Target;
};

/** `isMet` gets the median of ours, and ours divided by the floor. */
export type Target = { readonly words: string; readonly isMet: (ours: number, ratio: number) => boolean };

export const atMost = (limit: number, unit: string): Target => ({
  words: `≤ ${limit.toLocaleString('en')} ${unit}`,
  isMet: (ours) => ours <= limit,
});

export const atLeast = (limit: number, unit: string): Target => ({
  words: `≥ ${limit.toLocaleString('en')}${unit}`,
  isMet: (ours) => ours >= limit,
});

export const ratioOf = ({ ours, floor }: Measured): number =>
  floor === undefined ? Number.NaN : median(ours) / median(floor.values);
