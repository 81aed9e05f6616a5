import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const cssDir = join(import.meta.dirname, '../../src/ui/css');
const tokens = readFileSync(join(cssDir, 'tokens.css'), 'utf8');

const declarations = (block: string | undefined) =>
  (block ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.endsWith(';'));

test('the dark values are the same by system preference and by choice', () => {
  const bySystem = declarations(/:root:not\(\[data-theme\]\) \{([^}]*)\}/.exec(tokens)?.[1]);
  const byChoice = declarations(/\n\[data-theme="dark"\] \{([^}]*)\}/.exec(tokens)?.[1]);
  expect(bySystem.length).toBeGreaterThan(20);
  expect(bySystem).toEqual(byChoice);
});

test('every colour that the dark theme changes has a light value', () => {
  const names = (lines: string[]) => lines.map((line) => line.split(':')[0]);
  const light = names(declarations(/:root \{([^}]*)\}/.exec(tokens)?.[1]));
  const dark = names(declarations(/\n\[data-theme="dark"\] \{([^}]*)\}/.exec(tokens)?.[1]));
  expect(light).toEqual(expect.arrayContaining(dark));
});

test('no sheet names a left or right side, so everything mirrors', () => {
  const sided = /(^|[\s-])(left|right)\s*:|(margin|padding|border)-(left|right)|text-align:\s*(left|right)|float:/;
  for (const sheet of globSync('*.css', { cwd: cssDir })) {
    const lines = readFileSync(join(cssDir, sheet), 'utf8').split('\n');
    expect(
      lines.filter((line) => sided.test(line)),
      sheet,
    ).toEqual([]);
  }
});
