import { expect, it } from 'vitest';
import { atMost, median, quantile } from './figures.ts';
import { formatTable } from './table.ts';

it('a median takes no notice of one outlier, and a percentile lies between its neighbours', () => {
  expect(median([3, 1, 900, 2, 4])).toBe(3);
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
});

it('the table says plainly that a target is not met', () => {
  const floor = { what: 'a plain put', values: [10, 12, 11] };
  const target = { words: '≤ 1.5 × floor', isMet: (_: number, ratio: number) => ratio <= 1.5 };
  const table = formatTable([
    { what: 'slow', unit: 'ms', ours: [22, 20, 24], floor, target },
    { what: 'quick', unit: 'ms', ours: [1, 2, 3], target: atMost(50, 'ms') },
  ]);
  const [, , slow, quick] = table.split('\n');
  expect(slow).toMatch(/22\.0 ms.*20\.0–24\.0.*11\.0 ms.*2\.00.*NO$/);
  expect(quick).toMatch(/2\.00 ms.*≤ 50 ms.*yes$/);
  expect(table).toContain('floor of "slow": a plain put');
});
