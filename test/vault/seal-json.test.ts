import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { VaultKey } from '../../src/vault/aes-gcm.ts';
import { createIv, encrypt } from '../../src/vault/aes-gcm.ts';
import { boundBytes, concatBytes, textToBytes } from '../../src/vault/bytes.ts';
import { compress } from '../../src/vault/compression.ts';
import { createDataKey } from '../../src/vault/data-key.ts';
import { COMPRESS_FROM_BYTES, CONTENT_BYTES_MAX, open, openJson, seal, sealJson } from '../../src/vault/seal.ts';

const context = { table: 'segments', rowId: 's-1', schemaVersion: 1 };
const SEAL_BYTES = 36;
let key: VaultKey;
beforeAll(async () => {
  ({ key } = await createDataKey());
});

/** A row as a device in bad hands would write it: the right key, another header. */
const forge = async (flags: number, content: Uint8Array<ArrayBuffer>, format = 0x54) => {
  const fixed = new Uint8Array([format, 0, context.schemaVersion, flags, 0, 0, 0, 0]);
  new DataView(fixed.buffer).setUint32(4, content.length + 16);
  const iv = createIv();
  const additionalData = concatBytes(boundBytes('taccuino/seal/v1', context.table, context.rowId), fixed);
  return concatBytes(fixed, iv, await encrypt(key, { iv, additionalData }, content));
};

test('any JSON comes back, small or compressed', async () => {
  const values = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 30, maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      const opened = await openJson(key, context, await sealJson(key, context, value));
      expect(opened).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) });
    }),
    { numRuns: 60 },
  );
});

test('lone surrogates, control characters and __proto__ keys come back as they went in', async () => {
  const value = JSON.parse('{"__proto__":{"a":1},"note":"\\u0000\\u2028 \\ud83d\\ude00"}');
  value.lone = `a\ud800b\udc00${'محمد'.repeat(400)}`;
  const opened = await openJson(key, context, await sealJson(key, context, value));
  expect(JSON.stringify(opened.ok && opened.value)).toBe(JSON.stringify(value));
  expect(opened.ok && (opened.value as typeof value).lone).toBe(value.lone);
});

test('content from the threshold on is compressed, below it is not', async () => {
  const jsonOf = (bytes: number) => 'a'.repeat(bytes - 2);
  expect((await sealJson(key, context, jsonOf(COMPRESS_FROM_BYTES - 1))).length).toBe(
    COMPRESS_FROM_BYTES - 1 + SEAL_BYTES,
  );
  expect((await sealJson(key, context, jsonOf(COMPRESS_FROM_BYTES))).length).toBeLessThan(100);
});

test('open undoes the compression of sealJson too', async () => {
  const value = { note: 'x'.repeat(5000) };
  expect(await open(key, context, await sealJson(key, context, value))).toEqual({
    ok: true,
    value: textToBytes(JSON.stringify(value)),
  });
});

test.each([undefined, () => 1, Symbol('x')])('%s has no JSON and throws', async (value) => {
  await expect(sealJson(key, context, value)).rejects.toThrow(TypeError);
});

test('content above the limit is not sealed', async () => {
  await expect(seal(key, context, new Uint8Array(CONTENT_BYTES_MAX + 1))).rejects.toThrow(RangeError);
});

test('a bomb sealed with the right key is tampered', async () => {
  const sealed = await forge(1, await compress(new Uint8Array(CONTENT_BYTES_MAX + 1)));
  expect(await open(key, context, sealed)).toEqual({ ok: false, error: { type: 'Tampered' } });
});

test('an unknown format is tampered, even sealed with the right key', async () => {
  expect((await open(key, context, await forge(0, textToBytes('{}')))).ok).toBe(true);
  expect(await open(key, context, await forge(0, textToBytes('{}'), 0x55))).toEqual({
    ok: false,
    error: { type: 'Tampered' },
  });
});

test('a compressed flag on content that is not compressed is tampered', async () => {
  expect(await open(key, context, await forge(1, textToBytes('{}')))).toEqual({
    ok: false,
    error: { type: 'Tampered' },
  });
});

test('a flag of a later release is a newer schema', async () => {
  const sealed = await forge(2, textToBytes('{}'));
  expect(await openJson(key, context, sealed)).toEqual({ ok: false, error: { type: 'NewerSchema', version: 1 } });
});

test.each([
  ['text that is not JSON', textToBytes('{"a":')],
  ['bytes that are not UTF-8', new Uint8Array([34, 0xff, 34])],
])('%s, sealed with the right key, is tampered', async (_, content) => {
  expect(await openJson(key, context, await seal(key, context, content))).toEqual({
    ok: false,
    error: { type: 'Tampered' },
  });
});
