import { describe, expect, test } from 'vitest';
import { checkArrows } from './check-arrows.ts';
import { roomNames, rooms } from './rooms.ts';
import { plantedTree } from './source-tree.ts';

function violationsOf(file: string, text: string): string[] {
  return checkArrows(plantedTree({ [file]: text })).map(({ message }) => message);
}

const oneViolation = [expect.any(String)];

describe('rooms', () => {
  const pairs = roomNames.flatMap((from) => roomNames.filter((to) => to !== from).map((to) => ({ from, to })));

  test.each(pairs)('$from → $to is allowed only if the table says so', ({ from, to }) => {
    const violations = violationsOf(`src/${from}/a.ts`, `import { b } from '../${to}/b.ts';`);
    const allowed = rooms[from].mayImport.some((name) => name === to);
    expect(violations).toEqual(allowed ? [] : oneViolation);
  });

  test.each([
    ['a static import', `import { sync } from '../sync/create-sync.ts';`],
    ['a bare import', `import '../sync/create-sync.ts';`],
    ['a type-only import', `import type { Sync } from '../sync/create-sync.ts';`],
    ['an inline type', `type Sync = import('../sync/create-sync.ts').Sync;`],
    ['a dynamic import', `const sync = await import('../sync/create-sync.ts');`],
    ['a dynamic import by template', 'const sync = await import(`../sync/create-sync.ts`);'],
    ['a re-export', `export { sync } from '../sync/create-sync.ts';`],
    ['a re-export of everything', `export * from '../sync/create-sync.ts';`],
    ['a re-export of types', `export type { Sync } from '../sync/create-sync.ts';`],
    ['a worker', `new Worker(new URL('../sync/create-sync.ts', import.meta.url), { type: 'module' });`],
    ['an import with a query', `import url from '../sync/create-sync.ts?url';`],
    ['an import from the top', `import { sync } from '/src/sync/create-sync.ts';`],
  ])('%s is an arrow', (_, text) => {
    expect(violationsOf('src/ui/a.ts', text)).toEqual([expect.stringContaining('ui may not import sync')]);
  });

  test('an arrow is shown with its file and line', () => {
    const tree = plantedTree({ 'src/ui/a.ts': `\nexport {};\nimport { r } from '../domain/record.ts';` });
    expect(checkArrows(tree)).toEqual([{ file: 'src/ui/a.ts', line: 3, message: expect.any(String) }]);
  });

  test('the words of an import in a comment or a string are no import', () => {
    expect(violationsOf('src/ui/a.ts', `// import '../sync/a.ts'\nconst text = "import '../sync/a.ts'";`)).toEqual([]);
  });

  test.each([
    ['a computed dynamic import', 'await import(name + ".ts");'],
    ['a glob', `import.meta.glob('../sync/*.ts');`],
  ])('%s cannot be read and is refused', (_, text) => {
    expect(violationsOf('src/app/a.ts', text)).toEqual(['imports something that is only known at run time']);
  });

  test('the vault may say an expected failure, and nothing else of the domain', () => {
    expect(violationsOf('src/vault/a.ts', `import type { Result } from '../domain/result.ts';`)).toEqual([]);
    expect(violationsOf('src/vault/a.ts', `import type { Change } from '../domain/change.ts';`)).toEqual(oneViolation);
  });

  test('a room without a row is refused', () => {
    expect(violationsOf('src/helpers/a.ts', 'export {};')).toEqual(oneViolation);
    expect(violationsOf('src/a.ts', 'export {};')).toEqual(oneViolation);
  });

  test('no source imports tests', () => {
    expect(violationsOf('src/domain/a.ts', `import '../../test/a.ts';`)).toEqual(oneViolation);
  });

  test('the server may open and seal but not derive in a browser worker', () => {
    expect(violationsOf('src/server/a.ts', `import '../vault/escrow.ts';`)).toEqual([]);
    expect(violationsOf('src/server/a.ts', `import '../vault/argon2-worker.ts';`)).toEqual(oneViolation);
  });
});

describe('features', () => {
  test('a feature may not import another feature', () => {
    expect(violationsOf('src/features/people/a.ts', `import '../housing/b.ts';`)).toEqual(oneViolation);
  });

  test('a feature may import its own files and those that all features share', () => {
    expect(violationsOf('src/features/people/a.ts', `import './b.ts'; import '../session.ts';`)).toEqual([]);
  });

  test('what features share may not lean on one of them', () => {
    expect(violationsOf('src/features/session.ts', `import './people/a.ts';`)).toEqual(oneViolation);
  });

  test('the table of pages knows every feature', () => {
    expect(violationsOf('src/features/pages.tsx', `import './people/a.ts'; import './housing/b.ts';`)).toEqual([]);
  });
});

describe('packages', () => {
  test.each([
    ['src/domain/a.ts', `import { z } from 'zod';`],
    ['src/app/worker/a.ts', `import { precacheAndRoute } from 'workbox-precaching';`],
    ['src/server/store/a.ts', `import postgres from 'postgres';`],
    ['src/server/demo/a.ts', `import { faker } from '@faker-js/faker/locale/it';`],
    ['src/ui/a.css', `@import "@fontsource/titillium-web/400.css";`],
    ['src/server/a.ts', `import { readFile } from 'node:fs/promises';`],
  ])('%s may: %s', (file, text) => {
    expect(violationsOf(file, text)).toEqual([]);
  });

  test.each([
    ['src/features/a.ts', `import { z } from 'zod';`],
    ['src/app/main.ts', `import { precacheAndRoute } from 'workbox-precaching';`],
    ['src/server/routes/a.ts', `import postgres from 'postgres';`],
    ['src/server/a.ts', `import { faker } from '@faker-js/faker';`],
    ['src/ui/a.css', `/* fine */ @import url("dexie/style.css");`],
    ['src/domain/a.ts', `import { randomUUID } from 'node:crypto';`],
    ['src/domain/a.ts', `import type { Table } from 'dexie';`],
    ['src/sync/a.ts', `import leftPad from 'left-pad';`],
    ['src/app/a.ts', `import { registerSW } from 'virtual:pwa-register';`],
  ])('%s may not: %s', (file, text) => {
    expect(violationsOf(file, text)).toEqual(oneViolation);
  });
});
