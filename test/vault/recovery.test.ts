import { beforeAll, expect, test } from 'vitest';
import { createDataKey, type DataKey } from '../../src/vault/data-key.ts';
import { createRecoveryKeys, openRecovery, type RecoveryKeys, sealRecovery } from '../../src/vault/recovery.ts';

let dataKey: DataKey;
let keys: RecoveryKeys;
beforeAll(async () => {
  dataKey = await createDataKey();
  keys = await createRecoveryKeys();
});

const seal = async () => {
  const sealed = await sealRecovery(dataKey.raw, keys.publicKey, 'vault-1');
  if (!sealed.ok) throw new Error(sealed.error.type);
  return sealed.value;
};
const damaged = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

test('the device opens what the server sealed for it, and gets the same data key', async () => {
  const opened = await openRecovery(JSON.parse(JSON.stringify(await seal())), keys, 'vault-1');
  expect(opened.ok && [...opened.value.raw]).toEqual([...dataKey.raw]);
});

test('another key pair, another vault or an altered answer opens nothing', async () => {
  const sealed = await seal();
  const refused = { ok: false, error: { type: 'SlotDamaged' } };
  expect(await openRecovery(sealed, await createRecoveryKeys(), 'vault-1')).toEqual(refused);
  expect(await openRecovery(sealed, keys, 'vault-2')).toEqual(refused);
  for (const part of ['enc', 'sealed'] as const) {
    expect(await openRecovery({ ...sealed, [part]: damaged(sealed[part]) }, keys, 'vault-1')).toEqual(refused);
    expect(await openRecovery({ ...sealed, [part]: sealed[part].slice(0, -4) }, keys, 'vault-1')).toEqual(refused);
    expect(await openRecovery({ ...sealed, [part]: '=' }, keys, 'vault-1')).toEqual(refused);
  }
});

test.each(['', '***', 'AAAA', 'A'.repeat(87)])('the public key %j is refused', async (publicKey) => {
  expect(await sealRecovery(dataKey.raw, publicKey, 'vault-1')).toEqual({
    ok: false,
    error: { type: 'PublicKeyInvalid' },
  });
});
