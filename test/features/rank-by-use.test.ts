import { expect, test } from 'vitest';
import { rankByUse } from '../../src/features/rank-by-use.ts';

test('the answers used most stand first, the usual ones fill up in their order', () => {
  expect(rankByUse(['c', 'c', 'b'], ['a', 'b', 'c', 'd'], 3)).toEqual(['c', 'b', 'a']);
});

test('ties keep the usual order, so that chips do not swap places from day to day', () => {
  expect(rankByUse(['d', 'a'], ['a', 'b', 'c', 'd'], 4)).toEqual(['a', 'd', 'b', 'c']);
});

test('what is used but not usual is offered too', () => {
  expect(rankByUse(['Piazza Caricamento', 'Stazione', 'Stazione'], [], 4)).toEqual(['Stazione', 'Piazza Caricamento']);
});
