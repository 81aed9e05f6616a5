import { describe, expect, test } from 'vitest';
import { Beneficiary } from '../../../src/domain/kinds/beneficiary.ts';
import {
  birthWithout,
  contactToFields,
  findBirthWay,
  noticeOfToday,
} from '../../../src/features/people/person-form.ts';

test('what was known of an anonymous contact starts the record of its person', () => {
  const contact = { count: 1, nickname: 'Ous', language: 'wol', gender: 'M', ageBracket: 'A18_60' };
  const fields = contactToFields({ contact });
  expect(fields).toEqual({ nickname: 'Ous', languages: ['wol'], gender: 'M', ageBracket: 'A18_60' });
  expect(Beneficiary.safeParse(fields).success).toBe(true);
  expect(contactToFields({ contact: { count: 1 } })).toEqual({});
  expect(contactToFields(undefined)).toEqual({});
});

describe('birth', () => {
  test('the most exact answer is the one shown', () => {
    expect(findBirthWay((field) => field === 'ageBracket' || field === 'birthYear')).toBe('year');
    expect(findBirthWay(() => false)).toBeUndefined();
  });

  test('another way takes the old answers away, so that nothing contradicts out of sight', () => {
    expect(Object.keys(birthWithout('year'))).toEqual(['birthDate', 'ageBracket']);
    expect(Object.keys(birthWithout(undefined))).toEqual(['birthDate', 'birthYear', 'ageBracket']);
  });
});

describe('the informativa', () => {
  test('is handed over today, in the first language of the person that it exists in', () => {
    expect(noticeOfToday('2026-11-23', ['wol', 'fra'])).toMatchObject({ date: '2026-11-23', language: 'fra' });
    expect(noticeOfToday('2026-11-23', ['wol'])).toMatchObject({ language: 'ita' });
  });

  test('is a notice that the kind accepts', () => {
    expect(Beneficiary.safeParse({ notice: noticeOfToday('2026-11-23', []) }).success).toBe(true);
  });
});
