import { describe, expect, it } from 'vitest';
import { BENCH_NAMES, readOptions } from './options.ts';

const sentenceOf = (...words: string[]) => {
  const asked = readOptions(words);
  return asked.type === 'wrong' ? asked.sentence : undefined;
};

describe('the options of the bench', () => {
  it('measures everything five times over 10,000 records when nothing is asked for', () => {
    const options = { runs: 5, records: 10_000, names: [...BENCH_NAMES] };
    expect(readOptions([])).toEqual({ type: 'run', options });
  });

  it('measures only what is named, in the order that fills the device first', () => {
    expect(readOptions(['--only', 'save', '--only', 'pull', '--runs', '1'])).toMatchObject({
      options: { runs: 1, names: ['pull', 'save'] },
    });
  });

  it('refuses what is no whole number, no measure, or no option, by its name', () => {
    expect(sentenceOf('--runs', '0')).toContain('--runs');
    expect(sentenceOf('--runs', '1.5')).toContain('--runs');
    expect(sentenceOf('--records', '1e9')).toContain('--records');
    expect(sentenceOf('--only', 'speed')).toContain('speed');
    expect(sentenceOf('--faster')).toContain('--faster');
  });
});
