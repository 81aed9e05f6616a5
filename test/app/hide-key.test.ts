import { expect, test } from 'vitest';
import { createTwice, TWICE_MS } from '../../src/app/hide-key.ts';

test.each([
  ['one press', [0], [false]],
  ['two quick ones', [0, TWICE_MS], [false, true]],
  ['two slow ones', [0, TWICE_MS + 1], [false, false]],
  ['a slow one and then a quick one', [0, 2 * TWICE_MS, 2 * TWICE_MS + 50], [false, false, true]],
  ['three quick ones: the third begins anew', [0, 50, 100], [false, true, false]],
])('%s', (_, timesMs, answers) => {
  const isTwice = createTwice(TWICE_MS);
  expect(timesMs.map(isTwice)).toEqual(answers);
});
