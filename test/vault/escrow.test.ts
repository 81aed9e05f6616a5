import { beforeAll, describe, expect, test } from 'vitest';
import { bytesToBase64url } from '../../src/vault/base64url.ts';
import { forget } from '../../src/vault/bytes.ts';
import { createDataKey, type DataKey } from '../../src/vault/data-key.ts';
import { createEscrowKeyPair, type EscrowKeyPair, openEscrowSlot } from '../../src/vault/escrow.ts';
import { type EscrowSlot, escrowBinding, escrowSuite, sealEscrowSlot } from '../../src/vault/escrow-slot.ts';
import { openJson, sealJson } from '../../src/vault/seal.ts';

let dataKey: DataKey;
let genova: EscrowKeyPair;
let slot: EscrowSlot;
beforeAll(async () => {
  dataKey = await createDataKey();
  genova = await createEscrowKeyPair();
  slot = await sealEscrowSlot(dataKey.raw, genova, 'vault-1');
});

const damaged = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

test('the server opens a sealed outbox row through the escrow slot alone', async () => {
  const context = { table: 'outbox', rowId: '7', schemaVersion: 1 };
  const row = await sealJson(dataKey.key, context, { note: 'domani' });
  const opened = await openEscrowSlot(JSON.parse(JSON.stringify(slot)), genova.privateKey, 'vault-1');
  if (!opened.ok) throw new Error(opened.error.type);
  expect(await openJson(opened.value.key, context, row)).toEqual({ ok: true, value: { note: 'domani' } });
});

test('the public half is enough to seal, and each seal is different', async () => {
  const { keyId, publicKey } = genova;
  const other = await sealEscrowSlot(dataKey.raw, { keyId, publicKey }, 'vault-1');
  expect(other.enc).not.toBe(slot.enc);
  expect((await openEscrowSlot(other, genova.privateKey, 'vault-1')).ok).toBe(true);
});

test('another key pair says that it is the wrong one', async () => {
  const torino = await createEscrowKeyPair();
  expect(torino.keyId).not.toBe(genova.keyId);
  expect(await openEscrowSlot(slot, torino.privateKey, 'vault-1')).toEqual({
    ok: false,
    error: { type: 'WrongEscrowKey' },
  });
});

describe('SlotDamaged', () => {
  test('a slot of another vault', async () => {
    const opened = await openEscrowSlot(slot, genova.privateKey, 'vault-2');
    expect(opened).toEqual({ ok: false, error: { type: 'SlotDamaged' } });
  });

  test('a slot sealed to another key under this key id', async () => {
    const torino = await createEscrowKeyPair();
    const forged = await sealEscrowSlot(dataKey.raw, { ...torino, keyId: genova.keyId }, 'vault-1');
    expect(await openEscrowSlot(forged, genova.privateKey, 'vault-1')).toEqual({
      ok: false,
      error: { type: 'SlotDamaged' },
    });
  });

  test('a slot that holds something else than a data key', async () => {
    const publicKey = await escrowSuite.DeserializePublicKey(Buffer.from(genova.publicKey, 'base64url'));
    const info = escrowBinding(genova.keyId, 'vault-1');
    const { encapsulatedSecret, ciphertext } = await escrowSuite.Seal(publicKey, new Uint8Array(16).fill(1), { info });
    const forged = { ...slot, enc: bytesToBase64url(encapsulatedSecret), sealed: bytesToBase64url(ciphertext) };
    const opened = await openEscrowSlot(forged, genova.privateKey, 'vault-1');
    expect(opened).toEqual({ ok: false, error: { type: 'SlotDamaged' } });
  });

  test.each([
    ['a changed sealed key', (it: EscrowSlot) => ({ ...it, sealed: damaged(it.sealed) })],
    ['a shortened sealed key', (it: EscrowSlot) => ({ ...it, sealed: it.sealed.slice(0, -4) })],
    [
      'a point that is off the curve',
      (it: EscrowSlot) => ({ ...it, enc: `${it.enc.slice(0, -2)}${it.enc.endsWith('AA') ? 'BA' : 'AA'}` }),
    ],
    ['a point with an unknown first byte', (it: EscrowSlot) => ({ ...it, enc: damaged(it.enc) })],
    ['text that is not base64url', (it: EscrowSlot) => ({ ...it, enc: '=' })],
  ])('%s', async (_, damage) => {
    const opened = await openEscrowSlot(damage(slot), genova.privateKey, 'vault-1');
    expect(opened).toEqual({ ok: false, error: { type: 'SlotDamaged' } });
  });
});

test('a private key that is none throws without showing it', async () => {
  const secret = genova.privateKey.slice(0, -4);
  await expect(openEscrowSlot(slot, secret, 'vault-1')).rejects.toThrow('not an escrow private key');
  await expect(openEscrowSlot(slot, secret, 'vault-1')).rejects.not.toThrow(secret);
});

test('a public key that is none, or a forgotten data key, makes no slot', async () => {
  await expect(sealEscrowSlot(dataKey.raw, { keyId: 'k', publicKey: '***' }, 'vault-1')).rejects.toThrow(RangeError);
  await expect(sealEscrowSlot(dataKey.raw, { keyId: 'k', publicKey: 'AAAA' }, 'vault-1')).rejects.toThrow();
  const gone = await createDataKey();
  forget(gone.raw);
  await expect(sealEscrowSlot(gone.raw, genova, 'vault-1')).rejects.toThrow('already forgotten');
});
