import { expect, test } from 'vitest';
import { nameOfPerson, recordLine, recordMark, recordSubtitle, recordTitle } from '../../src/features/record-words.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';
import { recordOf, serviceOf, TODAY, vaultOf } from './vault-of.ts';

const words = await loadTranslator('it');

test('a name written from right to left keeps its order inside our sentences, another name stays as it is', () => {
  const nasser = recordOf('beneficiary', { givenName: 'ناصر', familyName: 'بكر' });
  const amina = recordOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo' });
  const vault = vaultOf([nasser, amina]);
  expect(nameOfPerson(vault, words, nasser.id)).toBe('\u2068ناصر ب.\u2069');
  expect(nameOfPerson(vault, words, amina.id)).toBe('Amina D.');
});

test('a nickname written from right to left takes its quotes with it', () => {
  const service = serviceOf({ contact: { count: 2, nickname: 'علي' } });
  expect(recordTitle(vaultOf([service]), words, { record: service })).toBe('\u2068«علي»\u2069 · 2 persone');
});

test('a nickname stands in the quotation marks of the language', async () => {
  const english = await loadTranslator('en');
  const ous = recordOf('beneficiary', { nickname: 'Ous' });
  const vault = vaultOf([ous]);
  expect(nameOfPerson(vault, words, ous.id)).toBe('«Ous»');
  expect(nameOfPerson(vault, english, ous.id)).toBe('“Ous”');
});

test('a contact that was linked is called by its person', () => {
  const amina = recordOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo' });
  const service = serviceOf({ beneficiary: amina.id, contact: { count: 1, nickname: 'Ami' } });
  expect(recordTitle(vaultOf([amina, service]), words, { record: service })).toBe('Amina D.');
});

test('what came to the server today says the hour, before that the day', () => {
  const markOf = (createdAt: string) => {
    const service = serviceOf({ contact: { count: 1 } }, { createdAt });
    const vault = vaultOf([service]);
    const held = vault.caseload.find(service.id);
    return held && recordMark(words, vault, held, TODAY).label;
  };
  expect(markOf('2026-11-23T09:42:00.000Z')).toBe('sul server 10:42');
  expect(markOf('2026-11-22T19:54:00.000Z')).toBe('sul server ieri');
  expect(markOf('2026-11-10T19:54:00.000Z')).toBe('sul server 10/11');
});

test('in a list of several kinds a row that is no service says what it is, also when nothing more is known', () => {
  const sana = recordOf('beneficiary', { givenName: 'Sana' });
  const binta = recordOf('beneficiary', { givenName: 'Binta', gender: 'F' });
  expect([sana, binta].map((record) => recordLine(words, { record }))).toEqual([
    'Destinatario/a',
    'Destinatario/a · Donna',
  ]);
});

test('an event or a course that was called off says so beside its day and place', () => {
  const cancelled = { date: TODAY, startDate: TODAY, place: 'Piazza Tola', state: 'CANC' };
  const subtitleOf = (kind: string, state: string) =>
    recordSubtitle(words, { record: recordOf(kind, { ...cancelled, state }) });
  expect(subtitleOf('event', 'CANC')).toBe('23/11/2026 · Piazza Tola · Annullato');
  expect(subtitleOf('course', 'CANC')).toBe('23/11/2026 · Piazza Tola · Annullato');
  expect(subtitleOf('event', 'HELD')).toBe('23/11/2026 · Piazza Tola');
});
