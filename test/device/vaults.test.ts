import { describe, expect, test } from 'vitest';
import { openEscrowSlot } from '../../src/vault/escrow.ts';
import type { EscrowSlot } from '../../src/vault/escrow-slot.ts';
import {
  crashAndUnlock,
  createActor,
  createWorkplace,
  escrowPair,
  must,
  PASSWORD,
  reopen,
  rootOf,
  unlock,
} from './a-device.ts';
import { confirmedPeople, createPerson } from './case-data.ts';
import { dumpDatabase, dumpTable, tamper } from './dump-database.ts';

describe('doors', () => {
  test('a wrong password opens nothing and breaks nothing', async () => {
    const { device, vaultId } = await createWorkplace();
    expect(await device.unlockVault(vaultId, await rootOf('quattro parole'))).toEqual({
      ok: false,
      error: { type: 'WrongPassword' },
    });
    await unlock(device, vaultId);
  });

  test('a damaged slot is told from a wrong password', async () => {
    const place = await createWorkplace();
    await tamper(place.disk, 'vaults', (row) => {
      const slots = row.slots as { readonly password: { readonly sealed: string } };
      return { ...row, slots: { ...slots, password: { ...slots.password, sealed: 'AAAA' } } };
    });
    const device = await reopen(place.disk);
    expect(await device.unlockVault(place.vaultId, await rootOf(PASSWORD))).toEqual({
      ok: false,
      error: { type: 'SlotDamaged' },
    });
    expect(await device.unlockVault(place.vaultId, await rootOf('altro'))).toMatchObject({
      error: { type: 'WrongPassword' },
    });
    expect(await device.unlockVault('nobody', await rootOf(PASSWORD))).toMatchObject({
      error: { type: 'VaultUnknown' },
    });
  });

  test('after a change of password the new one opens everything and the old one nothing', async () => {
    const place = await createWorkplace();
    must(await place.vault.saveChange(createPerson({ nickname: 'Momo' })));
    await place.lock();
    const [oldRoot, newRoot] = [await rootOf(PASSWORD), await rootOf('nuova')];
    expect(await place.device.changePassword(place.vaultId, newRoot, newRoot)).toMatchObject({
      error: { type: 'WrongPassword' },
    });
    must(await place.device.changePassword(place.vaultId, oldRoot, newRoot));
    expect(await place.device.unlockVault(place.vaultId, oldRoot)).toMatchObject({ error: { type: 'WrongPassword' } });
    const { vault } = await unlock(place.device, place.vaultId, 'nuova');
    expect(vault.waitingCount.value).toBe(1);
  });

  test('the municipality opens what waits through its own slot', async () => {
    const place = await createWorkplace();
    const [row] = await dumpTable(place.disk, 'vaults');
    if (row === undefined) throw new Error('a vault');
    const { escrow } = row.slots as { readonly escrow: EscrowSlot };
    must(await openEscrowSlot(escrow, escrowPair.privateKey, place.vaultId));
  });
});

describe('two people on one tablet', () => {
  test('see nothing of each other; who waits for what is visible before unlocking', async () => {
    const sara = await createWorkplace();
    must(await sara.vault.saveChange(createPerson({ nickname: 'Di Sara' })));
    must(await sara.store.storePage(confirmedPeople(sara.actor, 3), 'c1', { remaining: 0 }));
    sara.vault.drafts.save('form', 'di Sara');
    await sara.lock();
    sara.disk.clock.now = '2026-11-23T10:00:00.000Z';
    const omar = await createWorkplace({ actor: createActor('Omar Diallo'), disk: sara.disk });
    expect(omar.vault.caseload.all()).toEqual([]);
    expect(omar.vault.outbox.value).toEqual([]);
    expect(omar.vault.drafts.keys()).toEqual([]);
    expect(omar.store.cursor()).toBeUndefined();
    must(await omar.vault.saveChange(createPerson({ nickname: 'Di Omar' })));
    expect((await dumpTable(sara.disk, 'outbox')).map(({ seq }) => seq)).toEqual([1, 1]);

    const again = await crashAndUnlock({ ...sara, device: omar.device });
    expect(again.vault.caseload.all()).toHaveLength(4);
    expect(again.vault.drafts.find('form')).toBe('di Sara');
    const device = await reopen(sara.disk);
    expect(device.vaults.value.map(({ displayName, waiting }) => [displayName, waiting])).toEqual([
      ['Sara Conti', 1],
      ['Omar Diallo', 1],
    ]);
  });

  test('a vault with unsent work is not removed by mistake, and takes nothing of another with it', async () => {
    const sara = await createWorkplace();
    must(await sara.vault.saveChange(createPerson({ nickname: 'Di Sara' })));
    const omar = await createWorkplace({ actor: createActor('Omar Diallo'), disk: sara.disk });
    must(await omar.vault.saveChange(createPerson({ nickname: 'Di Omar' })));
    must(await omar.store.storePage(confirmedPeople(omar.actor, 2), 'c1', { remaining: 0 }));
    omar.vault.drafts.save('form', 'di Omar');
    await omar.lock();
    expect(await omar.device.removeVault(omar.vaultId, 'empty')).toEqual({
      ok: false,
      error: { type: 'VaultHasUnsent' },
    });
    expect(await omar.device.removeVault(omar.vaultId, 'handed-over')).toMatchObject({ ok: false });
    const mail = await omar.device.lockedMail();
    const bag = must(await mail.pack(omar.vaultId, 10));
    if (bag === undefined) throw new Error('a change waits');
    must(await mail.noteMailed(omar.vaultId, bag.streamId, 1));
    expect(await omar.device.removeVault(omar.vaultId, 'empty')).toMatchObject({ ok: false });
    must(await omar.device.removeVault(omar.vaultId, 'handed-over'));
    const left = [...(await dumpDatabase(sara.disk))].flatMap(([name, rows]) => (name === 'device' ? [] : rows));
    expect(JSON.stringify(left)).not.toContain(omar.vaultId);
    expect((await crashAndUnlock({ ...sara, device: omar.device })).vault.waitingCount.value).toBe(1);
  });
});

test('a session token is remembered sealed, and forgotten on demand', async () => {
  const place = await createWorkplace();
  must(await place.store.saveSessionToken('a-secret-token'));
  const again = await crashAndUnlock(place);
  expect(again.store.sessionToken()).toBe('a-secret-token');
  must(await again.store.saveSessionToken(undefined));
  expect((await crashAndUnlock({ ...place, device: again.device })).store.sessionToken()).toBeUndefined();
});

test('a token that was tampered with is told and not used', async () => {
  const place = await createWorkplace();
  must(await place.store.saveSessionToken('a-secret-token'));
  await tamper(place.disk, 'meta', (row) => ({ ...row, sealed: row.sealed.with(25, (row.sealed[25] ?? 0) ^ 1) }));
  const { vault, store } = await crashAndUnlock(place);
  expect(store.sessionToken()).toBeUndefined();
  expect(vault.unreadable).toEqual([{ table: 'meta', rowId: 'session-token', reason: 'Tampered' }]);
});

test('a role that the server changed holds from the next unlock on', async () => {
  const place = await createWorkplace();
  const actor = { ...place.actor, role: 'coordinator' as const };
  must(await place.device.keepAccount(place.vaultId, { actor, username: 'sara' }));
  expect((await crashAndUnlock(place)).vault.actor).toEqual(actor);
});

describe('what sync said last', () => {
  const exchange = { at: '2026-11-23T08:58:00.000Z', what: 'sent', count: 3 } as const;
  const now = (ms: number, work: () => void) => {
    if (ms === 1_000) setImmediate(work);
    return () => undefined;
  };

  test('is there after a restart; a change saved after it takes the proof back', async () => {
    const place = await createWorkplace({ ports: { after: now } });
    const safeAt = '2026-11-23T08:59:00.000Z';
    place.vault.status.value = { ...place.vault.status.value, safeAt, exchanges: [exchange] };
    await waitForWrites();
    const again = await crashAndUnlock(place, { after: now });
    expect(again.vault.status.value).toMatchObject({ safeAt, exchanges: [exchange], isOnline: undefined });
    must(await again.vault.saveChange(createPerson({ nickname: 'Momo' })));
    const third = await crashAndUnlock({ ...place, device: again.device });
    expect(third.vault.status.value).toMatchObject({ safeAt: undefined, exchanges: [exchange] });
  });

  const waitForWrites = () => new Promise((resolve) => setTimeout(resolve, 30));
});
