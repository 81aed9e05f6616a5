import { expect, test } from 'vitest';
import type { EntranceTrouble } from '../../src/features/entrance.ts';
import { entranceBrand, entranceTroubleToText, placeOfTrouble } from '../../src/features/entrance-words.ts';
import { italianDoorWords, loadJoinWords } from '../../src/i18n/load-translator.ts';

const words = await loadJoinWords('it');

/** What can happen while nobody but the device is asked: said by the first file alone, as the lock screen needs it. */
const WITHOUT_NETWORK = [
  'WrongPassword',
  'SlotDamaged',
  'PasswordStale',
  'QuotaExceeded',
  'DatabaseUnavailable',
] as const;

const TROUBLES = [
  'Offline',
  'CodeInvalid',
  'SignInRefused',
  'DeviceRevoked',
  'WrongPassword',
  'SlotDamaged',
  'PasswordChanged',
  'PasswordStale',
  'AccountDisabled',
  'ServerTrouble',
  'QuotaExceeded',
  'DatabaseBlocked',
  'DatabaseMissing',
  'DatabaseUnavailable',
  'DatabaseNewer',
  'ConnectionInsecure',
] as const satisfies readonly Exclude<EntranceTrouble['type'], 'SlowDown'>[];

test.each(TROUBLES)('%s has words of its own at the door', (type) => {
  expect(entranceTroubleToText(words, { type })).not.toBe(words.t('trouble.unknown'));
});

test.each(WITHOUT_NETWORK)('%s has words in the first file of the app', (type) => {
  const first = italianDoorWords();
  expect(entranceTroubleToText(first, { type })).not.toBe(first.t('trouble.unknown'));
});

test('a full disk at a door asks for nothing that is inside, and where a device joins it says to join again', () => {
  const full = { type: 'QuotaExceeded' } as const;
  expect(entranceTroubleToText(words, full)).toMatch(/Libera spazio e riprova\.$/);
  expect(entranceTroubleToText(words, full, 'enrol')).toContain('Libera spazio e collega di nuovo');
  expect(entranceTroubleToText(words, { type: 'Offline' }, 'enrol')).toBe(words.t('entrance.trouble.Offline'));
});

test.each([
  [1, '1 secondo '],
  [59.2, '60 secondi '],
  [90, '90 secondi '],
  [91, '2 minuti '],
  [3600, '60 minuti '],
])('a wait of %d s is told as %s', (retryAfterSeconds, told) => {
  expect(entranceTroubleToText(words, { type: 'SlowDown', retryAfterSeconds })).toContain(told);
});

test('a wrong password is said beside the password, a wrong code beside the code, the rest above', () => {
  expect(placeOfTrouble({ type: 'WrongPassword' })).toBe('password');
  expect(placeOfTrouble({ type: 'SignInRefused' })).toBe('password');
  expect(placeOfTrouble({ type: 'CodeInvalid' })).toBe('code');
  expect(placeOfTrouble({ type: 'Offline' })).toBe('page');
});

test('the brand names municipality and device as soon as they are known', async () => {
  expect(entranceBrand({ words, municipalityName: 'Genova', deviceLabel: 'Unità mobile 2' }).subtitle).toBe(
    'Genova · «Unità mobile 2»',
  );
  const english = await loadJoinWords('en');
  expect(entranceBrand({ words: english, deviceLabel: 'Van 2' }).subtitle).toBe('“Van 2”');
  expect(entranceBrand({ words }).subtitle).toBe(words.t('entrance.brand'));
});
