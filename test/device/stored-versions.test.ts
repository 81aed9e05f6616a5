import { describe, expect, test } from 'vitest';
import { loginSalt } from '../../src/vault/password-root.ts';
import { readStoredDevice, STORED_VERSIONS, storedDeviceToDisk } from '../fixtures/stored-device.ts';
import { cheapDerive } from '../vault/cheap-derive.ts';
import { must, newId, reopen } from './a-device.ts';

/** Law 8 on the disk: what an earlier version stored is opened whole by today's. */
describe.each(STORED_VERSIONS)('law 8: a device that version %i left', (version) => {
  const stored = readStoredDevice(version);

  async function openStored() {
    const disk = await storedDeviceToDisk(stored);
    disk.clock.now = stored.at;
    const device = await reopen(disk);
    const { username, password, actor } = stored;
    const salt = await loginSalt({ municipality: actor.municipality, username });
    const [vaultId = ''] = device.vaults.peek().map((vault) => vault.vaultId);
    return { device, ...must(await device.unlockVault(vaultId, await cheapDerive({ password, salt }))) };
  }

  test('is opened whole: everything in it is there', async () => {
    const { device, vault, store } = await openStored();
    expect(device.enrolment.peek()?.label).toBe('Unità mobile 2');
    expect(device.vaults.peek()).toMatchObject([{ displayName: 'Sara Conti' }]);
    expect(vault.unreadable).toEqual([]);
    expect(vault.actor).toEqual(stored.actor);
    const confirmed = vault.caseload.all().flatMap((one) => one.confirmed ?? []);
    expect(new Map(confirmed.map((record) => [record.id, record]))).toEqual(
      new Map(stored.confirmed.map((record) => [record.id, record])),
    );
    const outbox = vault.outbox.peek();
    expect(outbox.filter(({ state }) => state === 'waiting').map(({ change }) => change)).toEqual(stored.waiting);
    expect(outbox.filter(({ state }) => state === 'attention')).toMatchObject(
      stored.attention.map((change) => ({ change, refusal: { type: 'NotPermitted' } })),
    );
    expect(vault.drafts.find(stored.draft.key)).toEqual(stored.draft.value);
    expect(vault.status.peek().exchanges).toMatchObject([{ what: 'sent', count: 2 }]);
    expect(store.sessionToken()).toMatch(/^c_d969\./);
    expect(store.cursor()).toBe('cursor-2');
    device.close();
  });

  test('shows what waits on its records, and more can be saved behind it', async () => {
    const { device, vault } = await openStored();
    const [person, , edit, comment] = stored.waiting;
    expect(vault.caseload.find(person?.recordId ?? '')?.record.fields).toMatchObject({ nickname: 'Momo' });
    expect(vault.caseload.find(edit?.recordId ?? '')?.record.fields).toMatchObject({ nickname: 'Persona quattro' });
    expect(vault.caseload.find(comment?.recordId ?? '')?.record.comments).toMatchObject([{ text: 'Torna lunedì' }]);
    const next = must(
      await vault.saveChange({
        type: 'comment',
        recordId: edit?.recordId ?? person?.recordId ?? newId(),
        kind: 'beneficiary',
        text: 'Oggi',
      }),
    );
    expect(vault.outbox.peek().at(-1)).toMatchObject({ change: next, seq: 7 });
    device.close();
  });

  test('keeps for a restored server what version 2 kept, and knows what went up while it was locked', async () => {
    if (version < 2) return;
    const { device, store, vault } = await openStored();
    expect(vault.status.peek().keptCount).toBe(stored.taken.length);
    expect(vault.outbox.peek().find(({ state }) => state === 'attention')?.note).toBe('Chiedi a lei.');
    expect(device.vaults.peek()).toMatchObject([{ waiting: stored.waiting.length, unsent: stored.waiting.length - 2 }]);
    must(await store.enterEpoch(newId()));
    const [first] = vault.outbox.peek().filter(({ state }) => state === 'waiting');
    expect(first?.change).toEqual(stored.taken[0]);
    device.close();
  });
});
