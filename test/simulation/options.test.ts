import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a thousand seeds from the first, unless told otherwise', () => {
  expect(readOptions([])).toMatchObject({ type: 'run', options: { from: 1, seeds: 1_000, seed: undefined } });
  expect(readOptions(['--seed', '184', '--trace'])).toMatchObject({ options: { seed: 184, isTraced: true } });
  expect(readOptions(['--planted'])).toMatchObject({ options: { seeds: 500, isPlanted: true } });
});

test.each([
  [['--seeds', 'many'], '--seeds is a whole number from 1 to 100000000.'],
  [['--seeds', '0'], '--seeds is a whole number from 1 to 100000000.'],
  [['--from', '1.5'], '--from is a whole number from 1 to 100000000.'],
  [['--seed=-1'], '--seed is a whole number from 1 to 100000000.'],
  [['--bug', 'none of ours'], 'There is no planted bug "none of ours": --planted names them.'],
])('%j is refused in a sentence, instead of running no seed and calling that well', (words, sentence) => {
  expect(readOptions(words)).toEqual({ type: 'wrong', sentence });
});
