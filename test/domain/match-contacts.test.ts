import { describe, expect, test } from 'vitest';
import type { Fields } from '../../src/domain/json-value.ts';
import { matchContacts } from '../../src/domain/match-contacts.ts';
import type { CalendarDate, Id } from '../../src/domain/primitives.ts';

const today = '2026-11-23' as CalendarDate;
const ousmane = {
  givenName: 'Ousmane',
  nickname: 'Ous',
  gender: 'M',
  birthYear: 1994,
  languages: ['wol', 'fra'],
};
const places = ['Piazza Caricamento'];
const met = (contact: Record<string, string | number>, rest: Fields = {}): Fields => ({
  types: ['CONT'],
  date: '2026-11-20',
  contact: { count: 1, ...contact },
  ...rest,
});
const match = (fields: Fields, person: Fields = ousmane) =>
  matchContacts([{ id: 'one' as Id, fields }], { person, places, today })[0]?.reasons;

describe('a contact that may have been with somebody', () => {
  test.each([
    ['called by the nickname', met({ nickname: 'Ous' }), ['nickname']],
    ['called by a spelling of the given name', met({ nickname: 'Usman' }), ['nickname']],
    ['called otherwise', met({ nickname: 'Ibra' }), undefined],
    ['of whom nothing is known', met({}), undefined],
    ['of one language', met({ language: 'wol' }), undefined],
    [
      'without a name, when all the rest fits',
      met({ language: 'wol', gender: 'M', ageBracket: 'A18_60' }, { place: 'piazza caricamento ' }),
      ['language', 'place', 'gender', 'age'],
    ],
    [
      'at another place, without a name',
      met({ language: 'wol', gender: 'M', ageBracket: 'A18_60' }, { place: 'Di Negro' }),
      undefined,
    ],
    ['of another gender', met({ nickname: 'Ous', gender: 'F' }), undefined],
    ['whose gender nobody asked', met({ nickname: 'Ous', gender: 'NASK' }), ['nickname']],
    ['too young', met({ nickname: 'Ous', ageBracket: 'U18' }), undefined],
    [
      'who was a child on that day',
      met({ nickname: 'Ous', ageBracket: 'U18' }, { date: '2011-01-01' }),
      ['nickname', 'age'],
    ],
    ['in a group', met({ nickname: 'Ous', count: 2 }), undefined],
    ['already linked', met({ nickname: 'Ous' }, { beneficiary: 'somebody' }), undefined],
  ])('%s', (_, fields, reasons) => {
    expect(match(fields)).toEqual(reasons);
  });

  test('of a person without nickname or given name, no contact is found by name', () => {
    expect(match(met({ nickname: 'Ous' }), { familyName: 'Cissé' })).toBeUndefined();
  });
});

test('the likeliest contact stands first, then the latest', () => {
  const contacts = [
    { id: 'early' as Id, fields: met({ nickname: 'Ous' }, { date: '2026-11-01' }) },
    { id: 'late' as Id, fields: met({ nickname: 'Ous' }) },
    { id: 'sure' as Id, fields: met({ nickname: 'Ous', language: 'fra' }, { date: '2026-10-01' }) },
  ];
  expect(matchContacts(contacts, { person: ousmane, places, today }).map(({ id }) => id)).toEqual([
    'sure',
    'late',
    'early',
  ]);
});
