import { describe, expect, test } from 'vitest';
import { fieldValueToText } from '../../../src/features/field-words.ts';
import { officesOf } from '../../../src/features/office-records.ts';
import { filterOffices, languagesSpoken, type OfficeQuery } from '../../../src/features/offices/office-rows.ts';
import { hoursToText, parseHours } from '../../../src/features/offices/parse-hours.ts';
import { instantToMoment } from '../../../src/features/opening-words.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { lucia, recordOf, vaultOf } from '../vault-of.ts';

const words = createTranslator('it', it);

describe('the directory', () => {
  const office = (name: string, more: Parameters<typeof recordOf>[1]) =>
    recordOf('office', { name, type: 'ASSO', ...more }, { by: lucia });
  const health = office('Casa della salute', {
    type: 'SANI',
    address: 'Via Prè 1',
    languages: ['ita', 'fra'],
    hours: [{ day: 1, from: '09:00', to: '13:00' }],
  });
  const school = office('CPIA', { type: 'SCUO', languages: ['ita'], note: 'Citofono «Età adulta»' });
  const offices = officesOf(vaultOf([school, health]));
  const found = (query: Partial<OfficeQuery>) =>
    filterOffices(offices, { text: '', language: undefined, openAt: undefined, ...query }, (type) =>
      words.list('officeKind', type as 'SANI'),
    ).map(({ record }) => record.fields.name);

  test.each([
    ['everything, by name', {}, ['Casa della salute', 'CPIA']],
    ['by a part of the name', { text: 'cpi' }, ['CPIA']],
    ['by the kind in words and the address, without accents', { text: 'salute pre' }, ['Casa della salute']],
    ['by what is to be known', { text: 'eta ADULTA' }, ['CPIA']],
    ['nothing where one word is nowhere', { text: 'cpia salute' }, []],
    ['by language', { language: 'fra' }, ['Casa della salute']],
    ['what is open now', { openAt: { day: 1, time: '12:59' } }, ['Casa della salute']],
    ['not what has just closed, nor what has no hours', { openAt: { day: 1, time: '13:00' } }, []],
  ] as const)('gives %s', (_, query, names) => {
    expect(found(query)).toEqual(names);
  });

  test('offers the languages that somebody speaks, the commonest first', () => {
    expect(languagesSpoken(offices)).toEqual(['ita', 'fra']);
  });
});

describe('now, for an office in Italy', () => {
  test.each([
    ['in winter', '2026-11-23T08:00:00.000Z', { day: 1, time: '09:00' }],
    ['in summer', '2026-07-06T07:00:00.000Z', { day: 1, time: '09:00' }],
    ['after midnight here, still the day before in UTC', '2026-11-22T23:30:00.000Z', { day: 1, time: '00:30' }],
    ['on Sunday evening', '2026-11-22T22:59:00.000Z', { day: 7, time: '23:59' }],
    ['before the hour that is skipped', '2026-03-29T00:59:00.000Z', { day: 7, time: '01:59' }],
    ['after it', '2026-03-29T01:00:00.000Z', { day: 7, time: '03:00' }],
  ])('%s', (_, instant, moment) => {
    expect(instantToMoment(words, instant)).toEqual(moment);
  });
});

describe('hours as they are typed', () => {
  test.each([
    ['9-13', [{ from: '09:00', to: '13:00' }]],
    [
      '9.30–13, 14:00-17',
      [
        { from: '09:30', to: '13:00' },
        { from: '14:00', to: '17:00' },
      ],
    ],
    ['20-8; ', undefined],
    ['20 - 8', [{ from: '20:00', to: '08:00' }]],
    ['0-24', [{ from: '00:00', to: '00:00' }]],
    ['  ', []],
    ['9', undefined],
    ['9-', undefined],
    ['9-13-17', undefined],
    ['9-25', undefined],
    ['9-13.7', undefined],
    ['mattina', undefined],
  ])('%j', (text, hours) => {
    expect(parseHours(text)).toEqual(hours);
  });

  test.each([
    ['9-13, 12-17', '9-17'],
    ['12-14, 8-12', '8-14'],
    ['8-18, 9-10', '8-18'],
    ['14-17, 9-13', '9-13, 14-17'],
    ['20-2, 9-13', '9-13, 20-2'],
  ])('%s are %s', (typed, read) => {
    expect(hoursToText(parseHours(typed) ?? [])).toBe(read);
  });

  test('are written back as they would be typed', () => {
    for (const text of ['9-13', '9:30-13, 14-17', '20-8', '0-0']) {
      expect(hoursToText(parseHours(text) ?? [])).toBe(text);
    }
  });

  test('are told day by day, in the order of the week and of the day', () => {
    const hours = [
      { day: 2, from: '00:00', to: '00:00' },
      { day: 1, from: '14:00', to: '17:00' },
      { day: 1, from: '09:00', to: '13:00' },
    ];
    expect(fieldValueToText(words, 'office', 'hours', hours, () => '')).toBe(
      'lunedì 09:00–13:00, 14:00–17:00; martedì tutto il giorno',
    );
  });
});
