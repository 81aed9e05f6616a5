import { expect, test } from 'vitest';
import { openGuestPhone } from '../../src/device/guest-phone.ts';
import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import { GuestActor } from '../../src/domain/actor.ts';
import { createDisk, escrowPair, GENOVA, must, newId, portsOf } from './a-device.ts';
import { confirmedPerson } from './case-data.ts';

const event = newId();
const actor = GuestActor.parse({ id: newId(), name: 'Orto · 1', role: 'guest', municipality: GENOVA, event });
const { keyId, publicKey } = escrowPair;
const enrolment = {
  deviceId: newId(),
  deviceToken: 'd',
  municipality: { id: GENOVA, name: 'Genova' },
  label: 'Orto · 1',
  escrow: { keyId, publicKey },
};
const openPhone = async (disk = createDisk()) => ({ disk, phone: must(await openGuestPhone(portsOf(disk))) });

test('a phone that came in opens again without a password, and is inside its event', async () => {
  const { disk, phone } = await openPhone();
  expect(must(await phone.open())).toBeUndefined();
  const came = must(await phone.comeIn({ enrolment, actor, sessionToken: 'secret' }));
  must(await came.store.storePage([eventRecord], 'cursor', { remaining: 0 }));
  must(await came.vault.saveChange(oneMore()));
  await came.lock();

  const again = must(await (await openPhone(disk)).phone.open());
  expect(again?.vault.actor).toEqual(actor);
  expect(again?.store.sessionToken()).toBe('secret');
  expect(again?.vault.waitingCount.peek()).toBe(1);
});

test('nobody reads the key out of the database', async () => {
  const { disk, phone } = await openPhone();
  await must(await phone.comeIn({ enrolment, actor, sessionToken: 'secret' })).lock();
  const rows = await new Promise<unknown[]>((resolve, reject) => {
    const asked = disk.indexedDB.open('taccuino-guest');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const all = asked.result.transaction('vaults').objectStore('vaults').getAll();
      all.onsuccess = () => resolve(all.result);
    };
  });
  const [row] = rows as { guestKey: CryptoKey; slots: object }[];
  expect(row?.guestKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', row?.guestKey as CryptoKey)).rejects.toThrow();
  expect(Object.keys(row?.slots ?? {})).toEqual(['escrow']);
});

test('a phone that died while it came in is empty and comes in again', async () => {
  const { disk, phone } = await openPhone();
  const came = must(await phone.comeIn({ enrolment, actor, sessionToken: 'first' }));
  must(await came.store.saveSessionToken(undefined));
  await came.lock();
  const again = (await openPhone(disk)).phone;
  expect(must(await again.open())).toBeUndefined();
  const second = must(await again.comeIn({ enrolment, actor, sessionToken: 'second' }));
  expect(second.store.sessionToken()).toBe('second');
});

test('a token that does not open any more hides nothing: what was counted, or taken and not in a backup, is there and waits for the code', async () => {
  for (const isTaken of [false, true]) {
    const { disk, phone } = await openPhone();
    const came = must(await phone.comeIn({ enrolment, actor, sessionToken: 'first' }));
    must(await came.store.storePage([eventRecord], 'cursor', { remaining: 0 }));
    const change = must(await came.vault.saveChange(oneMore()));
    if (isTaken) await takeAll(came);
    must(await came.store.saveSessionToken(undefined));
    await came.lock();

    const again = must(await (await openPhone(disk)).phone.open());
    expect(again?.vault.actor).toEqual(actor);
    expect(again?.store.sessionToken()).toBeUndefined();
    expect(again?.vault.outbox.peek().map(({ change: { id } }) => id)).toEqual(isTaken ? [] : [change.id]);
    expect(again?.vault.status.peek().keptCount ?? 0).toBe(isTaken ? 1 : 0);
  }
});

test('let in anew by the code, all it holds waits in its order under the new guest, in every tab', async () => {
  const { disk, phone } = await openPhone();
  const came = must(await phone.comeIn({ enrolment, actor, sessionToken: 'first' }));
  must(await came.store.storePage([eventRecord], 'cursor', { remaining: 0 }));
  const taken = must(await came.vault.saveChange(oneMore()));
  await takeAll(came);
  const waiting = must(await came.vault.saveChange(oneMore()));
  const stream = came.store.streamState();
  const otherTab = must(await (await openPhone(disk)).phone.open());

  const newGuest = { ...actor, id: newId(), name: 'Orto · 2' };
  const newEnrolment = { ...enrolment, deviceId: newId(), deviceToken: 'e' };
  must(await phone.comeInAnew(came, { enrolment: newEnrolment, actor: newGuest, sessionToken: 'second' }));
  expect(came.vault.isLocked.peek()).toBe(true);
  await expect.poll(() => otherTab?.vault.isLocked.peek()).toBe(true);

  const reopened = await openPhone(disk);
  expect(reopened.phone.enrolment).toMatchObject(newEnrolment);
  const again = must(await reopened.phone.open());
  expect(again?.vault.actor).toEqual(newGuest);
  expect(again?.store.sessionToken()).toBe('second');
  expect(again?.vault.outbox.peek().map(({ change, seq }) => [seq, change.id])).toEqual([
    [1, taken.id],
    [2, waiting.id],
  ]);
  expect(again?.store.streamState().streamId).not.toBe(stream.streamId);
  expect(again?.store.cursor()).toBeUndefined();
  expect(must((await again?.store.findUnregistered()) ?? { ok: true, value: undefined })).toBeDefined();
});

/** The server takes what waits. */
async function takeAll({ vault, store }: UnlockedVault): Promise<void> {
  const verdicts = vault.outbox
    .peek()
    .map(({ seq, change }) => ({ seq, changeId: change.id, verdict: 'accepted' as const }));
  must(await store.applyVerdicts(verdicts, [], { ...store.streamState(), mark: verdicts.length, epoch: newId() }));
}

test('leaves when all was handed over, and not before', async () => {
  const { disk, phone } = await openPhone();
  const came = must(await phone.comeIn({ enrolment, actor, sessionToken: 'secret' }));
  must(await came.store.storePage([eventRecord], 'cursor', { remaining: 0 }));
  must(await came.vault.saveChange(oneMore()));
  await came.lock();
  expect(await phone.leave()).toEqual({ ok: false, error: { type: 'VaultHasUnsent' } });
  const again = (await openPhone(disk)).phone;
  expect(must(await again.open())?.vault.waitingCount.peek()).toBe(1);

  const other = await openPhone();
  await must(await other.phone.comeIn({ enrolment, actor, sessionToken: 'secret' })).lock();
  must(await other.phone.leave());
  expect((await other.disk.indexedDB.databases()).map(({ name }) => name)).not.toContain('taccuino-guest');
});

const eventRecord = {
  ...confirmedPerson(
    { ...actor, role: 'guest' },
    5,
    { title: 'Orto', type: 'VERD', date: '2026-11-23', state: 'PLAN' },
    event,
  ),
  kind: 'event',
};

const oneMore = () => ({
  type: 'create' as const,
  kind: 'attendance',
  recordId: newId(),
  fields: { event, attendee: 'UNKN', role: 'PART' },
});
