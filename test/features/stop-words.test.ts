import { expect, test } from 'vitest';
import { stopToText } from '../../src/features/stop-words.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { it } from '../../src/i18n/messages/it.ts';
import { TODAY } from './vault-of.ts';

const words = createTranslator('it', it);
const moment = { date: TODAY, time: '17:41' };

test('a stop is called by its place, with when, what kind and who below', () => {
  const stop = { ...moment, placeKind: 'UNIT', place: 'Piazza Caricamento', minutes: 20, givenBy: 'Youssef' } as const;
  expect(stopToText(words, stop, TODAY)).toEqual({
    title: 'Piazza Caricamento',
    subtitle: 'oggi 17:41 · unità mobile · 20 min · con Youssef',
  });
});

test('without a name the kind of place stands in, and is not said twice', () => {
  expect(stopToText(words, { ...moment, placeKind: 'UNIT' }, TODAY)).toEqual({
    title: 'Unità mobile',
    subtitle: 'oggi 17:41',
  });
});

test('where no place is known yet, the moment is the title', () => {
  expect(stopToText(words, moment, TODAY)).toEqual({ title: 'oggi 17:41', subtitle: '' });
});
