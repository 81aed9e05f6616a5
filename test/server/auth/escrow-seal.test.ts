import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import { openEscrowKey, sealEscrowKey } from '../../../src/server/auth/escrow-seal.ts';
import { createDataKey } from '../../../src/vault/data-key.ts';
import { createEscrowKeyPair, openEscrowSlot } from '../../../src/vault/escrow.ts';
import { sealEscrowSlot } from '../../../src/vault/escrow-slot.ts';

const genova = MunicipalityId.parse('c_d969');
const torino = MunicipalityId.parse('c_l219');

it('a vault sealed to the municipality opens with the key as it lies in the database', async () => {
  const serverKey = randomBytes(32);
  const pair = await createEscrowKeyPair();
  const stored = sealEscrowKey(serverKey, genova, pair.privateKey);
  expect(stored).not.toContain(pair.privateKey);
  const { raw } = await createDataKey();
  const before = Uint8Array.from(raw);
  const slot = await sealEscrowSlot(raw, pair, 'a-vault');
  const opened = await openEscrowSlot(slot, openEscrowKey(serverKey, genova, stored), 'a-vault');
  expect(opened.ok && Array.from(opened.value.raw)).toEqual(Array.from(before));
});

it('the stored key opens neither for another municipality nor under another server key', async () => {
  const serverKey = randomBytes(32);
  const stored = sealEscrowKey(serverKey, genova, 'a private key');
  expect(() => openEscrowKey(serverKey, torino, stored)).toThrow();
  expect(() => openEscrowKey(randomBytes(32), genova, stored)).toThrow();
});
