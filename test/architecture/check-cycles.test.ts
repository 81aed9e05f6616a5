import { expect, test } from 'vitest';
import { checkCycles } from './check-cycles.ts';
import { plantedTree } from './source-tree.ts';

test('a circle over three files is found once, and shown whole', () => {
  const tree = plantedTree({
    'src/domain/a.ts': `import './b.ts';`,
    'src/domain/b.ts': `export * from './c.ts';`,
    'src/domain/c.ts': `await import('./a.ts');`,
  });
  expect(checkCycles(tree)).toEqual([
    {
      file: 'src/domain/a.ts',
      line: 1,
      message: 'imports itself: src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts',
    },
  ]);
});

test('a circle of types is a circle', () => {
  const tree = plantedTree({
    'src/ui/a.ts': `import type { B } from './b.ts';`,
    'src/ui/b.ts': `import type { A } from './a.ts';`,
  });
  expect(checkCycles(tree)).toHaveLength(1);
});

test('a file that imports itself is a circle', () => {
  expect(checkCycles(plantedTree({ 'src/ui/a.ts': `import './a.ts';` }))).toHaveLength(1);
});

test('two ways to one file are no circle', () => {
  const tree = plantedTree({
    'src/ui/a.ts': `import './b.ts'; import './c.ts';`,
    'src/ui/b.ts': `import './d.ts';`,
    'src/ui/c.ts': `import './d.ts';`,
    'src/ui/d.ts': `export {};`,
  });
  expect(checkCycles(tree)).toEqual([]);
});
