import { expect, test } from 'vitest';
import { CODE_LISTS } from '../../../src/domain/lists/code-lists.ts';

const listFiles = import.meta.glob<Record<string, unknown>>('../../../src/domain/lists/*.ts', { eager: true });

/** Lists whose labels are not ours to write; see `code-lists.ts`. */
const NAMED_ELSEWHERE = new Set(['COUNTRIES', 'CITIZENSHIPS', 'LANGUAGES', 'NOTICE_LANGUAGES', 'NOTICE_VERSIONS']);

const isCodeList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((code) => typeof code === 'string');

const exportedLists = Object.values(listFiles).flatMap((file) =>
  Object.entries(file).filter((entry): entry is [string, readonly string[]] => isCodeList(entry[1])),
);

test('every list exported by a file of this folder is registered for labels or named elsewhere', () => {
  expect(exportedLists.length).toBeGreaterThan(15);
  const registered = new Set<readonly string[]>(Object.values(CODE_LISTS));
  const forgotten = exportedLists.filter(([name, codes]) => !registered.has(codes) && !NAMED_ELSEWHERE.has(name));
  expect(forgotten.map(([name]) => name)).toEqual([]);
});

test.each(exportedLists)('%s has no code twice, and each is fit for a key and a column name', (_name, codes) => {
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
});
