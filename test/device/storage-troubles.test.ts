import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DATABASE_NAME } from '../../src/device/database.ts';
import { acceptMissingDatabase, openDevice } from '../../src/device/open-device.ts';
import { crashAndUnlock, createDisk, createWorkplace, GENOVA, must, portsOf, reopen, unlock } from './a-device.ts';
import { confirmedPeople, createPerson, createStandInServer } from './case-data.ts';
import { dumpTable, settle, tamper } from './dump-database.ts';
import { fillDisk } from './full-disk.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each(['Chromium', 'Firefox'] as const)('a full disk in %s', (browser) => {
  const full = { ok: false, error: { type: 'QuotaExceeded' } };

  test('15: a change that cannot be written is not shown, and can be saved when there is space', async () => {
    const place = await createWorkplace();
    must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    const empty = fillDisk(browser);
    expect(await place.vault.saveChange(createPerson({ nickname: 'Due' }))).toEqual(full);
    expect(place.vault.waitingCount.value).toBe(1);
    expect(place.vault.caseload.all()).toHaveLength(1);
    empty();
    must(await place.vault.saveChange(createPerson({ nickname: 'Due' })));
    expect((await dumpTable(place.disk, 'outbox')).map(({ seq }) => seq).sort()).toEqual([1, 2]);
  });

  test('a page that cannot be written leaves cursor and records as they were', async () => {
    const place = await createWorkplace();
    must(await place.store.storePage(confirmedPeople(place.actor, 2), 'c1', { remaining: 1 }));
    const empty = fillDisk(browser);
    expect(await place.store.storePage(confirmedPeople(place.actor, 2, 9), 'c2', { remaining: 0 })).toEqual(full);
    empty();
    expect(place.store.cursor()).toBe('c1');
    expect(place.vault.caseload.all()).toHaveLength(2);
    const again = await crashAndUnlock(place);
    expect(again.store.cursor()).toBe('c1');
    expect(again.vault.caseload.all()).toHaveLength(2);
  });

  test('verdicts that cannot be written leave every row waiting', async () => {
    const place = await createWorkplace();
    must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    const empty = fillDisk(browser);
    await expect(createStandInServer(place.actor).takeFrom(place.store)).rejects.toThrow('QuotaExceeded');
    empty();
    expect(place.vault.waitingCount.value).toBe(1);
    const again = await crashAndUnlock(place);
    expect(again.store.waiting(9)).toHaveLength(1);
    expect(again.store.streamState().mark).toBe(0);
  });

  test('what is on the disk can still be unlocked and read, damaged as it may be', async () => {
    const place = await createWorkplace();
    must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    must(await place.store.storePage(confirmedPeople(place.actor, 2), 'c1', { remaining: 0 }));
    await place.lock();
    await tamper(place.disk, 'segments', (row) => ({ ...row, sealed: row.sealed.slice(0, 50) }));
    const empty = fillDisk(browser);
    const { vault } = await unlock(place.device, place.vaultId);
    expect(vault.caseload.all()).toHaveLength(1);
    expect(vault.unreadable).toMatchObject([{ table: 'segments', reason: 'Truncated' }]);
    empty();
  });

  test('15: at the first opening it has words', async () => {
    const empty = fillDisk(browser);
    const disk = createDisk();
    const device = await reopen(disk);
    const enrolment = {
      deviceId: 'x',
      deviceToken: 'y',
      municipality: { id: GENOVA, name: 'Genova' },
      label: 'Tablet',
      escrow: { keyId: 'k', publicKey: 'p' },
    };
    expect(await device.saveEnrolment(enrolment)).toEqual(full);
    expect(device.enrolment.value).toBeUndefined();
    empty();
  });
});

describe('opening', () => {
  test('without IndexedDB, or where it throws, the database is unavailable', async () => {
    expect(await openDevice(portsOf(createDisk(), { indexedDB: undefined }))).toEqual({
      ok: false,
      error: { type: 'DatabaseUnavailable' },
    });
    const refusing = new IDBFactory();
    vi.spyOn(refusing, 'open').mockImplementation(() => {
      throw new DOMException('private', 'SecurityError');
    });
    expect(await openDevice(portsOf(createDisk(), { indexedDB: refusing }))).toEqual({
      ok: false,
      error: { type: 'DatabaseUnavailable' },
    });
  });

  test('over a connection that is not secure, where the browser gives no cryptography, it says so', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(await openDevice(portsOf(createDisk()))).toEqual({ ok: false, error: { type: 'ConnectionInsecure' } });
  });

  test('a database of a newer app is left alone', async () => {
    const disk = createDisk();
    (await settle(disk.indexedDB.open(DATABASE_NAME, 99))).close();
    expect(await openDevice(portsOf(disk))).toEqual({ ok: false, error: { type: 'DatabaseNewer' } });
    const [database] = await disk.indexedDB.databases();
    expect(database?.version).toBe(99);
  });

  test('a tab of an older app that does not let go is told of', async () => {
    const disk = createDisk();
    const older = await settle(disk.indexedDB.open(DATABASE_NAME, 5));
    const at: number[] = [];
    const after = (ms: number, work: () => void) => {
      at.push(ms);
      setImmediate(work);
      return () => undefined;
    };
    expect(await openDevice(portsOf(disk, { after }))).toEqual({ ok: false, error: { type: 'DatabaseBlocked' } });
    expect(at).toEqual([3_000]);
    older.close();
  });

  test('a database that another version takes over is unavailable from then on, and nothing is half-saved', async () => {
    const place = await createWorkplace();
    const newer = await settle(place.disk.indexedDB.open(DATABASE_NAME, 99));
    expect(await place.vault.saveChange(createPerson({ nickname: 'Uno' }))).toEqual({
      ok: false,
      error: { type: 'DatabaseUnavailable' },
    });
    expect(place.vault.caseload.all()).toEqual([]);
    newer.close();
  });

  test('14: a database deleted behind the app is missed, until the person was told', async () => {
    const place = await createWorkplace();
    place.device.close();
    await settle(place.disk.indexedDB.deleteDatabase(DATABASE_NAME));
    for (const _ of ['once', 'and again']) {
      expect(await openDevice(portsOf(place.disk))).toEqual({ ok: false, error: { type: 'DatabaseMissing' } });
    }
    await acceptMissingDatabase(portsOf(place.disk));
    const device = await reopen(place.disk);
    expect(device.enrolment.value).toBeUndefined();
    expect(device.vaults.value).toEqual([]);
  });
});

test('every transaction that writes is strict', async () => {
  const seen = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const place = await createWorkplace();
  must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
  must(await place.store.storePage(confirmedPeople(place.actor, 2), 'c1', { remaining: 0 }));
  await createStandInServer(place.actor).takeFrom(place.store);
  place.vault.drafts.save('form', 'text');
  must(await place.vault.drafts.flush());
  const writes = seen.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.length).toBeGreaterThan(5);
  for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
});

test('what the browser says about its storage is passed on, and what it refuses to say is unknown', async () => {
  const disk = createDisk();
  const storage = {
    persist: async () => true,
    persisted: async () => false,
    estimate: async () => ({ usage: 12, quota: 100 }),
  };
  const device = await reopen(disk, { storage });
  expect(await device.storageState()).toEqual({ persisted: false, usageBytes: 12, quotaBytes: 100 });
  expect(await device.requestPersistence()).toBe(true);
  const refuse = () => Promise.reject(new TypeError('not here'));
  const shy = await reopen(disk, { storage: { persist: refuse, persisted: refuse, estimate: refuse } });
  expect(await shy.storageState()).toEqual({ persisted: undefined, usageBytes: undefined, quotaBytes: undefined });
  expect(await shy.requestPersistence()).toBe(false);
});

test('the browser is asked again to keep the data until it has promised, and then no more', async () => {
  const answers = [false, true];
  let isPersisted = false;
  const persist = vi.fn(async () => (isPersisted = answers.shift() ?? false));
  const storage = { persist, persisted: async () => isPersisted, estimate: async () => ({}) };
  const device = await reopen(createDisk(), { storage });
  const seen: (boolean | undefined)[] = [];
  for (let unlock = 0; unlock < 3; unlock += 1) seen.push((await device.protectStorage()).persisted);
  expect(seen).toEqual([false, true, true]);
  expect(persist).toHaveBeenCalledTimes(2);
});
