import { expect, test } from 'vitest';
import { ownServices } from '../../../src/features/own-services.ts';
import { habitsOf } from '../../../src/features/service/habits.ts';
import { serviceOf, vaultOf } from '../vault-of.ts';

const habits = (...records: Parameters<typeof vaultOf>[0]) => habitsOf(ownServices(vaultOf(records)));
const contact = { count: 1 };

test('who starts meets the usual answers of outreach', () => {
  expect(habits()).toEqual({
    types: ['CONT', 'ORIE', 'MEDC', 'LEGA', 'PINT'],
    languages: ['fra', 'eng', 'ara', 'ita'],
    placeKinds: ['UNIT', 'DESK', 'PART', 'HOME'],
    places: [],
    givers: [],
  });
});

test('one’s own commonest answers come first', () => {
  const { types, languages, places, givers } = habits(
    serviceOf({
      types: ['PSIC', 'CONT'],
      contact: { count: 1, language: 'wol' },
      place: 'Stazione',
      givenBy: 'Youssef',
    }),
    serviceOf({ types: ['PSIC'], contact: { count: 2, language: 'wol' }, place: 'Stazione' }),
    serviceOf({ types: ['ORIE'], contact: { count: 1, language: 'ben' }, place: 'Caricamento' }),
  );
  expect(types.slice(0, 3)).toEqual(['PSIC', 'CONT', 'ORIE']);
  expect(languages.slice(0, 2)).toEqual(['wol', 'ben']);
  expect(places).toEqual(['Stazione', 'Caricamento']);
  expect(givers).toEqual(['Youssef']);
});

test('the address of a home visit is never offered as a place', () => {
  expect(habits(serviceOf({ placeKind: 'HOME', place: 'Via Prè 14', contact })).places).toEqual([]);
});
