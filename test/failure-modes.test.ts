// The table of test/README.md: every way in which others failed has a test here that carries its number.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Line = { readonly nr: number; readonly files: readonly string[] };

const readTable = (text: string): Line[] =>
  [...text.matchAll(/^(\d+) \| [^|]+ \| (.+)$/gm)].map(([, nr, words = '']) => ({
    nr: Number(nr),
    files: [...words.matchAll(/`([\w/.-]+\.test\.tsx?)`/g)].map(([, file = '']) => file),
  }));

/** A test whose name begins with the number: `it('8: …`, also where the name is a line below. */
const namesNumber = (source: string, nr: number): boolean => new RegExp(`\\(\\s*['"\`]${nr}(: |, )`).test(source);

const lines = readTable(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'));

describe('the ways in which others failed', () => {
  it('are numbered without a gap', () => {
    expect(lines.map(({ nr }) => nr)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
  });

  it.each(lines)('$nr has tests that carry its number', ({ nr, files }) => {
    expect(files).not.toEqual([]);
    for (const file of files)
      expect(namesNumber(readFileSync(join(import.meta.dirname, file), 'utf8'), nr), `${nr} in ${file}`).toBe(true);
  });

  it('a number that stands only inside of a name or belongs to another line is not found', () => {
    expect(namesNumber("it('8: a portal', () => {", 8)).toBe(true);
    expect(namesNumber("it.each(faults)('8: %j', () => {", 8)).toBe(true);
    for (const source of ["it('18: a clock', () => {", "it('of 8: a portal', () => {", '// 8: a portal'])
      expect(namesNumber(source, 8)).toBe(false);
  });
});
