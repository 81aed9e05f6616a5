import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textToBytes } from '../../src/vault/bytes.ts';
import { compress, decompress } from '../../src/vault/compression.ts';

const PLENTY_BYTES = 1024 * 1024;

test('any bytes come back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (input) => {
      const bytes = new Uint8Array(input);
      expect(await decompress(await compress(bytes), PLENTY_BYTES)).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('content exactly at the limit comes back, one byte more does not', async () => {
  const compressed = await compress(new Uint8Array(5000));
  expect((await decompress(compressed, 5000))?.length).toBe(5000);
  expect(await decompress(compressed, 4999)).toBeUndefined();
});

test('a bomb stops at the limit', async () => {
  const bomb = await compress(new Uint8Array(50_000_000));
  expect(bomb.length).toBeLessThan(60_000);
  expect(await decompress(bomb, PLENTY_BYTES)).toBeUndefined();
});

test('what is not DEFLATE, is cut off, or goes on behind its end is undefined', async () => {
  const compressed = await compress(textToBytes('torna domani con i documenti'.repeat(100)));
  expect(await decompress(new Uint8Array([255, 255, 255]), PLENTY_BYTES)).toBeUndefined();
  expect(await decompress(new Uint8Array(), PLENTY_BYTES)).toBeUndefined();
  expect(await decompress(compressed.subarray(0, -3), PLENTY_BYTES)).toBeUndefined();
  expect(await decompress(new Uint8Array([...compressed, 1, 2]), PLENTY_BYTES)).toBeUndefined();
});
