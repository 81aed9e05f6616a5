import { expect, test } from 'vitest';
import { lockedPill, personDetail } from '../../../src/features/unlock/people-here.ts';
import { italianDoorWords } from '../../../src/i18n/load-translator.ts';

const words = italianDoorWords();
const person = (waiting: number, attention = 0, unsent = waiting) => ({
  vaultId: 'v',
  name: 'Marta R.',
  initials: 'MR',
  waiting,
  unsent,
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

test.each([
  [7, 0, 0, '7 salvati qui, già al sicuro sul server'],
  [1, 0, 2, '1 salvato qui, già al sicuro sul server · 2 da sistemare'],
  [7, 3, 0, '3 da inviare'],
])('of %d waiting, %d still here only and %d refused read "%s"', (waiting, unsent, attention, told) => {
  expect(personDetail(words, person(waiting, attention, unsent))).toBe(told);
});

test('the locked device counts the work of everybody on it', () => {
  expect(lockedPill(words, [person(3), person(4)], false)?.label).toBe('Senza rete · 7 salvati qui');
  expect(lockedPill(words, [person(3), person(4)], true)?.label).toBe('7 salvati qui, da inviare');
});

test('what went up while it was locked is not to be sent any more', () => {
  expect(lockedPill(words, [person(3, 0, 0), person(4, 0, 1)], true)?.label).toBe('1 salvato qui, da inviare');
  expect(lockedPill(words, [person(3, 0, 0)], true)).toBeUndefined();
});

test('a locked device never says that everything is safe', () => {
  expect(lockedPill(words, [person(0)], true)).toBeUndefined();
  expect(lockedPill(words, [person(0)], false)?.tone).toBe('off');
});
