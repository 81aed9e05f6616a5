import { expect, test } from 'vitest';
import { createTwice, TWICE_MS } from '../../src/app/hide-key.ts';

const ESCAPE = 'Escape';

test.each([
  ['one press', [0], [false]],
  ['two quick ones', [0, TWICE_MS], [false, true]],
  ['two slow ones', [0, TWICE_MS + 1], [false, false]],
  ['a slow one and then a quick one', [0, 2 * TWICE_MS, 2 * TWICE_MS + 50], [false, false, true]],
  ['three quick ones: the third begins anew', [0, 50, 100], [false, true, false]],
])('%s', (_, timesMs, answers) => {
  const isTwice = createTwice(ESCAPE, TWICE_MS);
  expect(timesMs.map((atMs) => isTwice(ESCAPE, atMs))).toEqual(answers);
});

test('another key between two quick ones: not twice', () => {
  const isTwice = createTwice(ESCAPE, TWICE_MS);
  const keys = [ESCAPE, 'a', ESCAPE, ESCAPE];
  expect(keys.map((key, place) => isTwice(key, place * 50))).toEqual([false, false, false, true]);
});
