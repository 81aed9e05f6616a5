import { expect, test } from 'vitest';
import {
  PASSPHRASE_BYTES,
  PASSPHRASE_WORDS,
  temporaryPassphrase,
} from '../../../src/features/settings/temporary-passphrase.ts';

test('each byte is one word, and every word is as likely as any other', () => {
  expect(new Set(PASSPHRASE_WORDS).size).toBe(256);
  const all = temporaryPassphrase(Uint8Array.from({ length: 256 }, (_, byte) => byte)).split('-');
  expect(all).toEqual(PASSPHRASE_WORDS);
});

test('it can be said over the telephone: small letters without accents, nothing long', () => {
  for (const word of PASSPHRASE_WORDS) expect(word).toMatch(/^[a-z]{3,10}$/);
  expect(temporaryPassphrase(new Uint8Array(PASSPHRASE_BYTES)).split('-')).toHaveLength(5);
});
