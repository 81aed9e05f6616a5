import { expect, test } from 'vitest';
import { findSurvivor } from '../../src/domain/find-survivor.ts';
import type { Id } from '../../src/domain/primitives.ts';

const survivorOf = (id: string, merges: Readonly<Record<string, string | undefined>>) =>
  findSurvivor((one) => {
    const into = merges[one];
    return one in merges ? { ...(into !== undefined && { mergedInto: into as Id }) } : undefined;
  }, id);

test.each([
  ['a record that was never merged is itself', 'a', { a: undefined }, 'a'],
  ['a merged record goes on as the other', 'a', { a: 'b', b: undefined }, 'b'],
  ['a chain is followed to its end', 'a', { a: 'b', b: 'c', c: undefined }, 'c'],
  ['a record that is not known here is still named', 'a', { a: 'b' }, 'b'],
  ['what nobody knows is itself', 'x', {}, 'x'],
])('%s', (_, id, merges, survivor) => {
  expect(survivorOf(id, merges)).toBe(survivor);
});

test('a ring, which no rule lets begin, ends', () => {
  expect(['a', 'b']).toContain(survivorOf('a', { a: 'b', b: 'a' }));
});
