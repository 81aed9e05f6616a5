import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowAt, rowOffsetsPx, visibleRows } from '../../src/ui/virtual-window.ts';

test('offsets add up the heights and end with the whole height', () => {
  expect(rowOffsetsPx(3, (index) => [10, 20, 30][index] ?? 0)).toEqual([0, 10, 30, 60]);
});

test('an empty list shows no rows', () => {
  expect(
    visibleRows(
      rowOffsetsPx(0, () => 50),
      0,
      800,
    ),
  ).toEqual({ first: 0, end: 0 });
});

test('a long list keeps only the rows near the screen', () => {
  const offsetsPx = rowOffsetsPx(10_000, () => 50);
  expect(visibleRows(offsetsPx, 5_000, 5_800)).toEqual({ first: 94, end: 123 });
});

test('every row that touches the screen is shown, and the row at a place covers it', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(heights, fc.nat(40_000), fc.integer({ min: 1, max: 1_000 }), (heightsPx, topPx, screenPx) => {
      const offsetsPx = rowOffsetsPx(heightsPx.length, (index) => heightsPx[index] ?? 0);
      const { first, end } = visibleRows(offsetsPx, topPx, topPx + screenPx);
      for (let row = 0; row < heightsPx.length; row++) {
        const isOnScreen = (offsetsPx[row] ?? 0) <= topPx + screenPx && (offsetsPx[row + 1] ?? 0) > topPx;
        if (isOnScreen) expect(row >= first && row < end).toBe(true);
      }
      const row = rowAt(offsetsPx, topPx);
      if (topPx < (offsetsPx.at(-1) ?? 0)) {
        expect(offsetsPx[row]).toBeLessThanOrEqual(topPx);
        expect(offsetsPx[row + 1]).toBeGreaterThan(topPx);
      }
    }),
  );
});
