import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('the options of the drill', () => {
  it('kills a thousand times when nothing is asked for, with another seed each time', () => {
    expect(readOptions([])).toMatchObject({ type: 'run', options: { name: 'kill', kills: 1_000 } });
  });

  it('takes a drill, a number and a seed', () => {
    expect(readOptions(['cursor', '--commits', '500', '--seed', '7'])).toMatchObject({
      type: 'run',
      options: { name: 'cursor', commits: 500, seed: 7 },
    });
  });

  it('refuses what is no drill, no whole number or no option, by its name', () => {
    for (const [words, named] of [
      [['fire'], 'fire'],
      [['--kills', '0'], '--kills'],
      [['--seed', '1.5'], '--seed'],
      [['--fast'], '--fast'],
    ] as const)
      expect(readOptions(words)).toMatchObject({ type: 'wrong', sentence: expect.stringContaining(named) });
  });
});
