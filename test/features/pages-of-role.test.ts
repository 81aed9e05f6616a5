import { describe, expect, test } from 'vitest';
import { ROLES } from '../../src/domain/actor.ts';
import { KINDS } from '../../src/domain/kinds.ts';
import { mayReadKind, readsRecords } from '../../src/domain/permissions.ts';
import { PAGES } from '../../src/features/pages.tsx';
import { pagesOf } from '../../src/features/pages-of-role.ts';
import { homeOf, PLACES, placeOfRecord, placeToMend } from '../../src/features/places.ts';

const pathsOf = (role: (typeof ROLES)[number]) => pagesOf(role).map(({ path }) => path);

describe.each(ROLES)('an account of the role %s', (role) => {
  test('has a home, its settings and its password among its pages', () => {
    expect(pathsOf(role)).toEqual(expect.arrayContaining([homeOf(role), PLACES.settings, PLACES.password]));
  });

  test('opens no page of a kind that it is never shown', () => {
    const hidden = [...KINDS.keys()].filter((kind) => !mayReadKind(role, kind));
    const places = hidden.flatMap((kind) => [placeOfRecord(kind, ':id'), placeToMend(kind, ':id')]);
    expect(pathsOf(role).filter((path) => places.includes(path))).toEqual([]);
  });
});

test('who works with people has all pages; the others only those they can use', () => {
  expect(pagesOf('outreach')).toEqual(PAGES);
  expect(pagesOf('coordinator')).toEqual(PAGES);
  const everybodys = [PLACES.safety, PLACES.settings, PLACES.password];
  expect(pathsOf('monitor').sort()).toEqual(everybodys.toSorted());
  expect(pathsOf('admin').sort()).toEqual([...everybodys, PLACES.account(':id')].sort());
  const events = [PLACES.events, PLACES.event(':id'), PLACES.presenceSheet(':id')];
  expect(pathsOf('volunteer').sort()).toEqual([...everybodys, ...events].sort());
});

test('monitors and administrators are shown no record of any kind', () => {
  expect(ROLES.filter(readsRecords)).toEqual(['outreach', 'volunteer', 'coordinator']);
});
