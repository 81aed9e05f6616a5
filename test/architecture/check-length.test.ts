import { expect, test } from 'vitest';
import { checkLength } from './check-length.ts';
import { plantedTree } from './source-tree.ts';

const longText = 'export {};\n'.repeat(301);

test('300 lines are enough for anyone, 301 need a reason', () => {
  expect(checkLength(plantedTree({ 'src/ui/a.ts': 'export {};\n'.repeat(300) }))).toEqual([]);
  expect(checkLength(plantedTree({ 'src/ui/a.ts': longText }))).toHaveLength(1);
});

test('a comment in the first lines that says why is a reason', () => {
  const text = `// Long because the list of the world's countries is.\n${longText}`;
  expect(checkLength(plantedTree({ 'src/domain/a.ts': text }))).toEqual([]);
});

test('a reason far down, or in the code, is none', () => {
  expect(checkLength(plantedTree({ 'src/ui/a.ts': `${longText}// long because\n` }))).toHaveLength(1);
  expect(checkLength(plantedTree({ 'src/ui/a.ts': `const a = 'long because';\n${longText}` }))).toHaveLength(1);
});
