import { describe, expect, test, vi } from 'vitest';
import { createDataKey } from '../../src/vault/data-key.ts';
import { createEscrowKeyPair, openEscrowSlot } from '../../src/vault/escrow.ts';
import type { EscrowSlot } from '../../src/vault/escrow-slot.ts';
import { createWorkplace, escrowPair, must, PASSWORD, reopen, rootOf, unlock } from './a-device.ts';
import { createPerson } from './case-data.ts';
import { dumpTable, tamper } from './dump-database.ts';

type Place = Awaited<ReturnType<typeof createWorkplace>>;

async function fullTablet() {
  const place = await createWorkplace();
  must(await place.store.noteRegistered('key', undefined));
  must(await place.vault.saveChange(createPerson({ nickname: 'Momo' })));
  return place;
}

/** What the municipality gives back, without the way it takes. */
async function recoverKey({ disk, vaultId }: Place) {
  const [row] = await dumpTable(disk, 'vaults');
  const { escrow } = (row?.slots ?? {}) as { readonly escrow: EscrowSlot };
  return must(await openEscrowSlot(escrow, escrowPair.privateKey, vaultId));
}

describe('a vault whose key came back from the municipality', () => {
  test('opens with the new password and everything in it, and with the old one no more', async () => {
    const place = await fullTablet();
    await place.lock();
    must(await place.device.replacePassword(place.vaultId, await recoverKey(place), await rootOf('nuova')));
    expect(await place.device.unlockVault(place.vaultId, await rootOf(PASSWORD))).toMatchObject({
      error: { type: 'WrongPassword' },
    });
    expect((await unlock(place.device, place.vaultId, 'nuova')).vault.waitingCount.value).toBe(1);
  });

  test('also when its slot was damaged', async () => {
    const place = await fullTablet();
    await tamper(place.disk, 'vaults', (row) => {
      const slots = row.slots as { readonly password: { readonly sealed: string } };
      return { ...row, slots: { ...slots, password: { ...slots.password, sealed: 'AAAA' } } };
    });
    const device = await reopen(place.disk);
    must(await device.replacePassword(place.vaultId, await recoverKey(place), await rootOf(PASSWORD)));
    expect((await unlock(device, place.vaultId)).vault.waitingCount.value).toBe(1);
  });

  test('takes no key that opens nothing of what is in it: the old password still does', async () => {
    const place = await fullTablet();
    await place.lock();
    const foreign = await createDataKey();
    expect(await place.device.replacePassword(place.vaultId, foreign, await rootOf('nuova'))).toMatchObject({
      error: { type: 'SlotDamaged' },
    });
    expect((await unlock(place.device, place.vaultId)).vault.waitingCount.value).toBe(1);
  });
});

test('a municipality with a new key can open the vault after the next unlock, and is told of it', async () => {
  const place = await fullTablet();
  await place.lock();
  const enrolment = place.device.enrolment.peek();
  if (enrolment === undefined) throw new Error('this tablet is enrolled');
  const next = await createEscrowKeyPair();
  must(await place.device.saveEnrolment({ ...enrolment, escrow: next }));
  await unlock(place.device, place.vaultId);
  await vi.waitFor(async () => {
    const [row] = await dumpTable(place.disk, 'vaults');
    const { escrow } = (row?.slots ?? {}) as { readonly escrow: EscrowSlot };
    must(await openEscrowSlot(escrow, next.privateKey, place.vaultId));
  });
});

describe('a password that the server has refused', () => {
  test('opens nothing from the next unlock on, and the queue is untouched when the new one comes', async () => {
    const place = await fullTablet();
    must(await (await place.device.lockedMail()).notePasswordStale(place.vaultId));
    must(await place.vault.saveChange(createPerson({ nickname: 'Due' })));
    await place.lock();
    for (const password of [PASSWORD, 'nuova']) {
      expect(await place.device.unlockVault(place.vaultId, await rootOf(password))).toMatchObject({
        error: { type: 'PasswordStale' },
      });
    }
    must(await place.device.replacePassword(place.vaultId, await recoverKey(place), await rootOf('nuova')));
    expect((await unlock(place.device, place.vaultId, 'nuova')).vault.waitingCount.value).toBe(2);
  });

  test('still opens a vault that nobody could give back', async () => {
    const place = await createWorkplace();
    must(await (await place.device.lockedMail()).notePasswordStale(place.vaultId));
    await place.lock();
    await unlock(place.device, place.vaultId);
  });
});
