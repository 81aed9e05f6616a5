import { beforeAll, describe, expect, test } from 'vitest';
import type { VaultKey } from '../../src/vault/aes-gcm.ts';
import { forget } from '../../src/vault/bytes.ts';
import { createDataKey, type DataKey } from '../../src/vault/data-key.ts';
import { type LoginName, loginSalt, rootToSlotKey } from '../../src/vault/password-root.ts';
import { open, seal } from '../../src/vault/seal.ts';
import { openPasswordSlot, type PasswordSlot, sealPasswordSlot } from '../../src/vault/slots.ts';
import { cheapDerive } from './cheap-derive.ts';

const amina: LoginName = { municipality: 'c_d969', username: 'amina' };
const slotKeyOf = async (password: string, vaultId: string, who = amina): Promise<VaultKey> =>
  rootToSlotKey(await cheapDerive({ password, salt: await loginSalt(who) }), vaultId);

let dataKey: DataKey;
let slotKey: VaultKey;
let slot: PasswordSlot;
beforeAll(async () => {
  dataKey = await createDataKey();
  slotKey = await slotKeyOf('giusta', 'vault-1');
  slot = await sealPasswordSlot(dataKey.raw, slotKey, 'vault-1');
});

/** Another, equally well spelled text: the first character differs in its high bits. */
const damaged = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

test('the right password gives back a key that opens what the first one sealed', async () => {
  const context = { table: 'drafts', rowId: '1', schemaVersion: 1 };
  const sealed = await seal(dataKey.key, context, new Uint8Array([1, 2, 3]));
  const stored = JSON.parse(JSON.stringify(slot)) as PasswordSlot;
  const opened = await openPasswordSlot(stored, slotKey, 'vault-1');
  if (!opened.ok) throw new Error(opened.error.type);
  expect(await open(opened.value.key, context, sealed)).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
  expect(opened.value.key.extractable).toBe(false);
});

test('a new password wraps the same data key anew', async () => {
  const opened = await openPasswordSlot(slot, slotKey, 'vault-1');
  if (!opened.ok) throw new Error(opened.error.type);
  const newKey = await slotKeyOf('nuova', 'vault-1');
  const newSlot = await sealPasswordSlot(opened.value.raw, newKey, 'vault-1');
  const again = await openPasswordSlot(newSlot, newKey, 'vault-1');
  expect(again.ok && again.value.raw).toEqual(dataKey.raw);
  expect(await openPasswordSlot(newSlot, slotKey, 'vault-1')).toEqual({ ok: false, error: { type: 'WrongPassword' } });
});

test('a slot sealed twice shares no byte string but its check', async () => {
  const twin = await sealPasswordSlot(dataKey.raw, slotKey, 'vault-1');
  expect([twin.iv === slot.iv, twin.sealed === slot.sealed, twin.check === slot.check]).toEqual([false, false, true]);
});

test('the slot does not contain the data key', () => {
  expect(JSON.stringify(slot)).not.toContain(Buffer.from(dataKey.raw).toString('base64url').slice(0, 10));
});

describe('WrongPassword', () => {
  test.each([
    ['another password', 'sbagliata', 'vault-1', amina],
    ['the password of somebody else of the same words', 'giusta', 'vault-1', { ...amina, username: 'bruno' }],
    ['the slot key of another vault', 'giusta', 'vault-2', amina],
  ])('%s', async (_, password, vaultId, who) => {
    const opened = await openPasswordSlot(slot, await slotKeyOf(password, vaultId, who), 'vault-1');
    expect(opened).toEqual({ ok: false, error: { type: 'WrongPassword' } });
  });

  test('also when the slot is damaged besides', async () => {
    const broken = { ...slot, sealed: damaged(slot.sealed) };
    const opened = await openPasswordSlot(broken, await slotKeyOf('sbagliata', 'vault-1'), 'vault-1');
    expect(opened).toEqual({ ok: false, error: { type: 'WrongPassword' } });
  });
});

describe('SlotDamaged, with the right password', () => {
  test.each([
    ['a changed sealed key', { sealed: (value: string) => damaged(value) }],
    ['a changed iv', { iv: (value: string) => damaged(value) }],
    ['a shortened sealed key', { sealed: (value: string) => value.slice(0, -4) }],
    ['an empty iv', { iv: () => '' }],
    ['a sealed key that is not base64url', { sealed: () => '***' }],
    ['an iv that is not base64url', { iv: () => '***' }],
  ])('%s', async (_, change) => {
    const broken = { ...slot };
    for (const [field, apply] of Object.entries(change)) Object.assign(broken, { [field]: apply(slot[field as 'iv']) });
    expect(broken).not.toEqual(slot);
    expect(await openPasswordSlot(broken, slotKey, 'vault-1')).toEqual({ ok: false, error: { type: 'SlotDamaged' } });
  });

  test('a slot that was put into another vault', async () => {
    expect(await openPasswordSlot(slot, slotKey, 'vault-2')).toEqual({ ok: false, error: { type: 'SlotDamaged' } });
  });

  test('a slot that claims another kdf', async () => {
    const other = JSON.parse(JSON.stringify({ ...slot, kdf: 'argon2id-v0' })) as PasswordSlot;
    expect(await openPasswordSlot(other, slotKey, 'vault-1')).toEqual({ ok: false, error: { type: 'SlotDamaged' } });
  });
});

test('a damaged check alone locks nobody out', async () => {
  const opened = await openPasswordSlot({ ...slot, check: damaged(slot.check) }, slotKey, 'vault-1');
  expect(opened.ok && opened.value.raw).toEqual(dataKey.raw);
});

test('a forgotten or a short data key makes no slot', async () => {
  const gone = await createDataKey();
  forget(gone.raw);
  await expect(sealPasswordSlot(gone.raw, slotKey, 'vault-1')).rejects.toThrow('already forgotten');
  await expect(sealPasswordSlot(new Uint8Array(16).fill(1), slotKey, 'vault-1')).rejects.toThrow('32 bytes');
});
