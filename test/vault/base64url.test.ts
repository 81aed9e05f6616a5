import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64urlToBytes, bytesToBase64url } from '../../src/vault/base64url.ts';

test('any bytes come back, spelled as Node spells them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = bytesToBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(base64urlToBytes(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('bytes longer than one chunk come back', () => {
  const bytes = Uint8Array.from({ length: 30_001 }, (_, index) => index % 251);
  expect(base64urlToBytes(bytesToBase64url(bytes))).toEqual(bytes);
});

test.each(['a', 'AA==', 'a+/b', 'AA A', 'AB', 'Ä', 'AAAAA'])('%j is refused: bytes have one spelling', (text) => {
  expect(base64urlToBytes(text)).toBeUndefined();
});
