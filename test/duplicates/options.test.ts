import { expect, test } from 'vitest';
import { DEFAULTS, readOptions } from './options.ts';

const sentenceOf = (...words: string[]) => {
  const asked = readOptions(words);
  return asked.type === 'wrong' ? asked.sentence : undefined;
};

test('without options the set is that of the figures people quote', () => {
  expect(readOptions([])).toEqual({ type: 'run', options: DEFAULTS });
});

test('another seed and another size are taken', () => {
  const asked = readOptions(['--seed', '3', '--people', '500', '--per-row', '20']);
  expect(asked).toEqual({ type: 'run', options: { seed: 3, people: 500, perRow: 20 } });
});

test('what is no whole number, or no option, is refused by its name', () => {
  expect(sentenceOf('--seed', 'x')).toContain('--seed');
  expect(sentenceOf('--people', '0')).toContain('--people');
  expect(sentenceOf('--per-row', '1.5')).toContain('--per-row');
  expect(sentenceOf('--faster')).toContain('--faster');
});
