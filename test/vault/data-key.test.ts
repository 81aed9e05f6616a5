import { expect, test } from 'vitest';
import { createDataKey, rawToDataKey } from '../../src/vault/data-key.ts';
import { open, seal } from '../../src/vault/seal.ts';

const context = { table: 'drafts', rowId: '1', schemaVersion: 1 };

test('no two data keys are alike, and none can be exported', async () => {
  const [first, second] = [await createDataKey(), await createDataKey()];
  expect(first.raw).not.toEqual(second.raw);
  expect(first.raw.length).toBe(32);
  await expect(crypto.subtle.exportKey('raw', first.key)).rejects.toThrow();
});

test('a structured clone of the key opens what the key sealed, and cannot be exported either', async () => {
  const { key } = await createDataKey();
  const sealed = await seal(key, context, new Uint8Array([9]));
  const clone = structuredClone(key);
  expect(await open(clone, context, sealed)).toEqual({ ok: true, value: new Uint8Array([9]) });
  await expect(crypto.subtle.exportKey('raw', clone)).rejects.toThrow();
});

test('a key of another length is refused', async () => {
  await expect(rawToDataKey(new Uint8Array(16))).rejects.toThrow('32 bytes');
});
