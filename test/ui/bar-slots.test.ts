import { expect, test } from 'vitest';
import { barSlots } from '../../src/ui/bar-slots.ts';

const items = ['a', 'b', 'c', 'd', 'e'];

test('with a primary action the bar shows two places before it, one after it, and keeps the rest behind More', () => {
  expect(barSlots(items, true)).toEqual({ before: ['a', 'b'], after: ['c'], more: ['d', 'e'] });
});

test('without a primary action the bar shows four places', () => {
  expect(barSlots(items, false)).toEqual({ before: ['a', 'b'], after: ['c', 'd'], more: ['e'] });
});

test('no place is lost or shown twice, however few there are', () => {
  for (let count = 0; count <= items.length; count++) {
    for (const hasPrimaryAction of [true, false]) {
      const { before, after, more } = barSlots(items.slice(0, count), hasPrimaryAction);
      expect([...before, ...after, ...more]).toEqual(items.slice(0, count));
    }
  }
});
