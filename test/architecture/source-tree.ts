// The files under src/ as text by path. The rules read this value and never the disk, so that their own tests can plant
// a violation in a tree of three invented files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths from the top of the repository, with forward slashes: `src/domain/record.ts`. */
export type SourceTree = ReadonlyMap<string, string>;

export type Violation = {
  readonly file: string;
  readonly line: number;
  readonly message: string;
};

const read = /\.(ts|tsx|css)$/;

export function readSourceTree(root: string): SourceTree {
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => read.test(path))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** A tree of invented files for the tests of the rules. */
export function plantedTree(textByPath: Record<string, string>): SourceTree {
  return new Map(Object.entries(textByPath));
}

export function showViolation({ file, line, message }: Violation): string {
  return `${file}:${line} ${message}`;
}
