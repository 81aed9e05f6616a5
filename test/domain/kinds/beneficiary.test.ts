import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { anna, applied, contextOf, createOf, editOf, rulesIn, sampleBeneficiary } from '../sample-changes.ts';

const problemsOf = (fields: Record<string, unknown>) =>
  rulesIn(applyChange(undefined, createOf('beneficiary', fields), contextOf(anna, 1)));

describe('a new person', () => {
  test.each([
    ['nothing at all', {}, ['nickname: NoIdentifyingHint']],
    ['a gender and a language only', { gender: 'F', languages: ['ita'] }, ['nickname: NoIdentifyingHint']],
    ['a given name', { givenName: 'Amina' }, []],
    ['a family name', { familyName: 'Diallo' }, []],
    ['a nickname', { nickname: 'Ous' }, []],
    ['a telephone', { phone: '+39 333 123 4567' }, []],
    ['a telephone in letters', { phone: 'call me' }, ['phone: PhoneInvalid']],
    ['a telephone of two digits', { phone: '12' }, ['phone: PhoneInvalid']],
    ['a broken address', { nickname: 'O', email: 'a@' }, ['email: EmailInvalid']],
    ['a birth tomorrow', { nickname: 'O', birthDate: '2026-11-24' }, ['birthDate: BirthInFuture']],
    ['a birth today', { nickname: 'O', birthDate: '2026-11-23' }, []],
    ['a birth next year', { nickname: 'O', birthYear: 2027 }, ['birthYear: BirthInFuture']],
    ['120 years and a day short of 121', { nickname: 'O', birthDate: '1905-11-24' }, []],
    ['121 years', { nickname: 'O', birthDate: '1905-11-23' }, ['birthDate: AgeOverLimit']],
    ['a year of birth 122 years ago', { nickname: 'O', birthYear: 1904 }, ['birthYear: AgeOverLimit']],
    ['a date and its year', { nickname: 'O', birthDate: '2000-05-01', birthYear: 2000 }, []],
    [
      'a date and another year',
      { nickname: 'O', birthDate: '2000-05-01', birthYear: 2001 },
      ['birthYear: BirthContradicts'],
    ],
    ['a bracket that fits', { nickname: 'O', birthDate: '2000-05-01', ageBracket: 'A18_60' }, []],
    ['18 today and in the middle bracket', { nickname: 'O', birthDate: '2008-11-23', ageBracket: 'A18_60' }, []],
    [
      '18 tomorrow and in the middle bracket',
      { nickname: 'O', birthDate: '2008-11-24', ageBracket: 'A18_60' },
      ['ageBracket: BirthContradicts'],
    ],
    ['60 and over 60', { nickname: 'O', birthDate: '1966-01-01', ageBracket: 'O60' }, ['ageBracket: BirthContradicts']],
    ['61 and over 60', { nickname: 'O', birthDate: '1965-11-23', ageBracket: 'O60' }, []],
    ['a year that may be either side of 18', { nickname: 'O', birthYear: 2008, ageBracket: 'U18' }, []],
    [
      'a year that cannot be under 18',
      { nickname: 'O', birthYear: 2007, ageBracket: 'U18' },
      ['ageBracket: BirthContradicts'],
    ],
    ['a language twice', { nickname: 'O', languages: ['ita', 'ita'] }, ['languages: ListHasTwice']],
    ['a citizenship twice', { nickname: 'O', citizenship: ['SN', 'SN'] }, ['citizenship: ListHasTwice']],
    ['a line of action twice', { nickname: 'O', linesOfAction: ['CIVIC', 'CIVIC'] }, ['linesOfAction: ListHasTwice']],
    ['an empty list', { nickname: 'O', languages: [] }, ['languages: ListEmpty']],
    ['a country that is none', { nickname: 'O', citizenship: ['ZZ'] }, ['citizenship: CodeUnknown']],
    [
      'an informativa given tomorrow',
      { nickname: 'O', notice: { date: '2026-11-24', language: 'fra', version: 'v1' } },
      ['notice: NoticeDateInFuture'],
    ],
    [
      'an informativa given today',
      { nickname: 'O', notice: { date: '2026-11-23', language: 'fra', version: 'v1' } },
      [],
    ],
    [
      'an informativa without language',
      { nickname: 'O', notice: { date: '2026-11-23', version: 'v1' } },
      ['notice: ValueMissing'],
    ],
  ])('with %s', (_, fields, problems) => {
    expect(problemsOf(fields)).toEqual(problems);
  });
});

test('the last identifying hint cannot be taken away', () => {
  const record = applied(undefined, createOf('beneficiary', { givenName: 'Amina' }), anna, 1);
  const change = editOf(record, { givenName: ['Amina', null] });
  expect(rulesIn(applyChange(record, change, contextOf(anna, 2)))).toEqual(['nickname: NoIdentifyingHint']);
});

test('a bracket that the years made wrong does not block an edit of something else', () => {
  const record = sampleBeneficiary({ birthDate: '2009-11-23', ageBracket: 'U18' });
  const later = { ...contextOf(anna, 2), today: '2030-01-01' };
  expect(applyChange(record, editOf(record, { note: [null, 'hello'] }), later).ok).toBe(true);
  expect(rulesIn(applyChange(record, editOf(record, { birthYear: [null, 2009] }), later))).toEqual([
    'ageBracket: BirthContradicts',
  ]);
});
