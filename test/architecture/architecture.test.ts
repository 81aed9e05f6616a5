// The source itself against the rules. What each rule is, and that it can fail, stands in the tests beside this one.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkArrows } from './check-arrows.ts';
import { checkCycles } from './check-cycles.ts';
import { checkGlobals } from './check-globals.ts';
import { checkLength } from './check-length.ts';
import { roomNames } from './rooms.ts';
import { readSourceTree, showViolation } from './source-tree.ts';

const tree = readSourceTree(join(import.meta.dirname, '../..'));

test('every room has files, so that the rules below see something', () => {
  for (const room of roomNames) {
    expect(
      [...tree.keys()].filter((path) => path.startsWith(`src/${room}/`)),
      room,
    ).not.toEqual([]);
  }
});

test.each([
  ['no import crosses rooms, features or packages where rooms.ts has no arrow', checkArrows],
  ['no file leads back to itself', checkCycles],
  ['the domain has no clock, chance or world, and features have no network', checkGlobals],
  ['a file over 300 lines says why', checkLength],
])('%s', (_, check) => {
  expect(check(tree).map(showViolation)).toEqual([]);
});
