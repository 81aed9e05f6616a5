import { expect, test } from 'vitest';
import { createWayBack } from '../../src/app/way-back.ts';

test('back is inside of the app as soon as a second page was opened', () => {
  const way = createWayBack();
  way.note('/today');
  expect(way.hasPage()).toBe(false);
  way.note('/people');
  expect([way.hasPage(), way.isBefore('/today'), way.isBefore('/people')]).toEqual([true, true, false]);
  way.note('/today');
  expect(way.hasPage()).toBe(false);
});

test('a page that took the place of another has what was before that one behind it', () => {
  const way = createWayBack();
  for (const url of ['/today', '/agenda/new', '/people/new']) way.note(url);
  expect(way.isBefore('/agenda/new')).toBe(true);
  way.noteReplaced('/people');
  way.note('/people');
  expect(way.isBefore('/agenda/new')).toBe(true);
  way.noteReplaced('/agenda/new');
  way.note('/people/new');
  expect(way.isBefore('/agenda/new')).toBe(true);
});
