import { expect, test } from 'vitest';
import { lockedPill, personDetail } from '../../../src/features/unlock/people-here.ts';
import { italianDoorWords } from '../../../src/i18n/load-translator.ts';

const words = italianDoorWords();
const person = (waiting: number, attention = 0) => ({
  vaultId: 'v',
  name: 'Marta R.',
  initials: 'MR',
  waiting,
  attention,
});

test.each([
  [0, 0, 'tutto inviato'],
  [7, 0, '7 da inviare'],
  [0, 1, '1 da sistemare'],
  [7, 2, '7 da inviare · 2 da sistemare'],
])('%d waiting and %d refused read "%s"', (waiting, attention, told) => {
  expect(personDetail(words, person(waiting, attention))).toBe(told);
});

test('the locked device counts the work of everybody on it', () => {
  expect(lockedPill(words, [person(3), person(4)], false)?.label).toBe('Senza rete · 7 salvati qui');
  expect(lockedPill(words, [person(3), person(4)], true)?.label).toBe('7 salvati qui, da inviare');
});

test('a locked device never says that everything is safe', () => {
  expect(lockedPill(words, [person(0)], true)).toBeUndefined();
  expect(lockedPill(words, [person(0)], false)?.tone).toBe('off');
});
