import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { VaultKey } from '../../src/vault/aes-gcm.ts';
import { textToBytes } from '../../src/vault/bytes.ts';
import { createDataKey } from '../../src/vault/data-key.ts';
import { open, schemaVersionOf, seal } from '../../src/vault/seal.ts';

const HEADER_BYTES = 20;
const LENGTH_FIELD = { from: 4, to: 8 };

const context = { table: 'outbox', rowId: 'row-1', schemaVersion: 3 };
const plaintext = textToBytes('Chiede un letto');
let key: VaultKey;
beforeAll(async () => {
  ({ key } = await createDataKey());
});

const flip = (bytes: Uint8Array, position: number): Uint8Array =>
  bytes.map((byte, index) => (index === position ? byte ^ 1 : byte));

test('any bytes sealed at any place open at that place', async () => {
  const contexts = fc.record({
    table: fc.string({ unit: 'grapheme' }),
    rowId: fc.string({ unit: 'grapheme' }),
    schemaVersion: fc.nat({ max: 0xffff }),
  });
  await fc.assert(
    fc.asyncProperty(contexts, fc.uint8Array({ maxLength: 500 }), async (place, bytes) => {
      const sealed = await seal(key, place, bytes);
      expect(await open(key, place, sealed)).toEqual({ ok: true, value: new Uint8Array(bytes) });
    }),
    { numRuns: 60 },
  );
});

test('the same content sealed twice looks different, and shows nothing of itself', async () => {
  const first = Buffer.from(await seal(key, context, plaintext));
  const second = Buffer.from(await seal(key, context, plaintext));
  expect(first.equals(second)).toBe(false);
  expect(first.includes('letto')).toBe(false);
});

test('one flipped bit anywhere is refused', async () => {
  const sealed = await seal(key, context, plaintext);
  for (const position of sealed.keys()) {
    const opened = await open(key, context, flip(sealed, position));
    const isLength = position >= LENGTH_FIELD.from && position < LENGTH_FIELD.to;
    // A length that claims more than there is looks like a truncated row; either way the row is refused and kept.
    expect(opened, `byte ${position}`).toMatchObject({
      ok: false,
      error: { type: isLength ? expect.stringMatching(/^(Tampered|Truncated)$/) : 'Tampered' },
    });
  }
});

test('a row cut at any length is truncated', async () => {
  const sealed = await seal(key, context, plaintext);
  for (let length = 0; length < sealed.length; length += 1) {
    const opened = await open(key, context, sealed.subarray(0, length));
    expect(opened, `first ${length} bytes`).toEqual({ ok: false, error: { type: 'Truncated' } });
  }
});

test('a row with something behind its end is tampered', async () => {
  const sealed = await seal(key, context, plaintext);
  expect(await open(key, context, new Uint8Array([...sealed, 0]))).toEqual({ ok: false, error: { type: 'Tampered' } });
});

describe('a row moved to another place does not open', () => {
  test.each([
    ['row', { ...context, rowId: 'row-2' }],
    ['table', { ...context, table: 'drafts' }],
    ['table and row that read alike side by side', { ...context, table: 'outboxrow', rowId: '-1' }],
  ])('another %s', async (_, elsewhere) => {
    const sealed = await seal(key, context, plaintext);
    expect(await open(key, elsewhere, sealed)).toEqual({ ok: false, error: { type: 'Tampered' } });
  });
});

test("another vault's key does not open", async () => {
  const other = await createDataKey();
  const sealed = await seal(key, context, plaintext);
  expect(await open(other.key, context, sealed)).toEqual({ ok: false, error: { type: 'Tampered' } });
});

describe('schema versions', () => {
  test('a row of an older schema opens, and says which one it is', async () => {
    const sealed = await seal(key, { ...context, schemaVersion: 2 }, plaintext);
    expect(await open(key, context, sealed)).toEqual({ ok: true, value: plaintext });
    expect(schemaVersionOf(sealed)).toBe(2);
  });

  test('a row of a newer schema is named as such', async () => {
    const sealed = await seal(key, { ...context, schemaVersion: 4 }, plaintext);
    expect(await open(key, context, sealed)).toEqual({ ok: false, error: { type: 'NewerSchema', version: 4 } });
  });

  test('a forged newer version is tampered, not newer', async () => {
    const sealed = await seal(key, context, plaintext);
    expect(await open(key, context, flip(sealed, 1))).toEqual({ ok: false, error: { type: 'Tampered' } });
  });

  test('what has no header has no version', () => {
    expect(schemaVersionOf(new Uint8Array(HEADER_BYTES - 1))).toBeUndefined();
    expect(schemaVersionOf(new Uint8Array(HEADER_BYTES))).toBeUndefined();
  });

  test.each([-1, 1.5, 0x10000, Number.NaN])('%d is no schema version', async (schemaVersion) => {
    await expect(seal(key, { ...context, schemaVersion }, plaintext)).rejects.toThrow(RangeError);
  });
});
