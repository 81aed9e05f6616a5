// A file is read in one sitting. One that cannot be says why in its first lines, with the words "long because".

import type { SourceTree, Violation } from './source-tree.ts';

const linesMax = 300;
const firstLines = 10;

export function checkLength(tree: SourceTree): Violation[] {
  return [...tree].flatMap(([file, text]) => {
    const lines = text.trimEnd().split('\n');
    const saysWhy = lines.slice(0, firstLines).some((line) => /^\s*(\/\/|\/?\*).*\blong because\b/i.test(line));
    if (lines.length <= linesMax || saysWhy) return [];
    const message = `has ${lines.length} lines: split it, or say "long because …" in its first ${firstLines} lines`;
    return [{ file, line: 1, message }];
  });
}
