import { expect, test } from 'vitest';
import { countComers } from '../../src/domain/event-comers.ts';
import type { Attendance } from '../../src/domain/kinds/attendance.ts';
import type { Beneficiary } from '../../src/domain/kinds/beneficiary.ts';
import { CalendarDate } from '../../src/domain/primitives.ts';

const day = CalendarDate.parse('2026-11-26');
const comers = (presences: readonly object[], people: Readonly<Record<string, object>> = {}) =>
  countComers(day, presences as Partial<Attendance>[], ({ beneficiary }) =>
    beneficiary === undefined ? undefined : { id: beneficiary, fields: people[beneficiary] as Partial<Beneficiary> },
  );

test('registered people count once by their record, the others as they were seen, and what nobody knows stays apart', () => {
  const people = { amina: { gender: 'F', birthYear: 1990 }, omar: { gender: 'PREFERS_NOT' } };
  const presences = [
    { beneficiary: 'amina', shift: 'Mattina' },
    { beneficiary: 'amina', shift: 'Pomeriggio' },
    { beneficiary: 'omar' },
    { attendee: 'UNKN', gender: 'M', ageBracket: 'U18', count: 3 },
    { attendee: 'RESI', ageBracket: 'O60' },
  ];
  expect(comers(presences, people)).toEqual({
    gender: { F: 1, M: 3, X: 0, unknown: 2 },
    age: { U18: 3, A18_60: 1, O60: 1, unknown: 1 },
  });
});

test('a card that nobody here knows is one person of whom nothing is known', () => {
  const card = 'TC-0123456789ABCDEFGHJK';
  expect(comers([{ card }, { card, shift: 'Sera' }]).gender).toEqual({ F: 0, M: 0, X: 0, unknown: 1 });
});

test.each([
  [{ birthDate: '2008-11-26' }, 'A18_60'],
  [{ birthDate: '2008-11-27' }, 'U18'],
  [{ birthDate: '1966-11-26' }, 'A18_60'],
  [{ birthDate: '1965-11-26' }, 'O60'],
  [{ birthYear: 2008 }, 'unknown'],
  [{ birthYear: 2008, ageBracket: 'U18' }, 'U18'],
  [{ ageBracket: 'O60' }, 'O60'],
  [{}, 'unknown'],
] as const)('on 26 November 2026 %j is %s', (fields, bracket) => {
  expect(comers([{ beneficiary: 'x' }], { x: fields }).age[bracket]).toBe(1);
});
