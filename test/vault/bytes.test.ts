import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundBytes, forget, ownBytes } from '../../src/vault/bytes.ts';

const wellFormed = fc.string({ unit: 'grapheme', maxLength: 8 });

test('two different lists of parts never bind to the same bytes', () => {
  const parts = fc.array(wellFormed, { maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (left, right) => {
      const isSame = Buffer.from(boundBytes('taccuino/seal/v1', ...left)).equals(
        boundBytes('taccuino/seal/v1', ...right),
      );
      expect(isSame).toBe(JSON.stringify(left) === JSON.stringify(right));
    }),
  );
  expect(boundBytes('taccuino/seal/v1', 'ab', 'c')).not.toEqual(boundBytes('taccuino/seal/v1', 'a', 'bc'));
});

test('a part with a lone surrogate throws, because it would bind like another one', () => {
  expect(() => boundBytes('taccuino/seal/v1', 'row\ud800')).toThrow(RangeError);
});

test('forgotten bytes are zero', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  forget(bytes);
  expect(bytes).toEqual(new Uint8Array(3));
});

test('a view on shared memory is copied', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(4)).fill(7);
  const own = ownBytes(shared);
  expect(own.buffer).toBeInstanceOf(ArrayBuffer);
  expect(own).toEqual(new Uint8Array(4).fill(7));
});
