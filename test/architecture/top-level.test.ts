// `ls` at the top is the first page a newcomer reads. Tools are configured in package.json or vite.config.ts where they can
// be, else in a dotfile.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sourceNames = [
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'index.html',
  'src',
  'public',
  'test',
  'README.md',
];
const customaryNames = ['LICENSE', 'publiccode.yml', 'CHANGELOG.md', 'package-lock.json'];
/** What commands leave behind; .gitignore keeps it out. */
const producedNames = ['node_modules', 'dist', 'data', 'shots'];

test('the top level holds nothing but the agreed names and dotfiles', () => {
  const found = readdirSync(join(import.meta.dirname, '../..')).filter((name) => !name.startsWith('.'));
  const agreed = [...sourceNames, ...customaryNames, ...producedNames];
  expect(found.filter((name) => !agreed.includes(name))).toEqual([]);
});
