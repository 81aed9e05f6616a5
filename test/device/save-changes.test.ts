import { IDBDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SAVED_TOGETHER_MAX } from '../../src/device/save-changes.ts';
import { crashAndUnlock, createWorkplace, must, newId } from './a-device.ts';
import { createPerson, logService } from './case-data.ts';
import { dumpTable } from './dump-database.ts';
import { fillDisk, fillDiskAfter } from './full-disk.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A person and two services for that person: the later ones lean on the first. */
function threeTogether() {
  const personId = newId();
  return [createPerson({ nickname: 'Momo' }, personId), logService(personId), logService(personId)];
}

describe('several changes in one save', () => {
  test('are rows with numbers in order, and are there after the browser died', async () => {
    const place = await createWorkplace();
    const saved = must(await place.vault.saveChanges(threeTogether()));
    expect(place.vault.outbox.value.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const { vault } = await crashAndUnlock(place);
    expect(vault.outbox.value.map(({ change }) => change)).toEqual(saved);
    expect(vault.caseload.all()).toHaveLength(3);
  });

  test('are one strict transaction', async () => {
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { vault } = await createWorkplace();
    opened.mockClear();
    must(await vault.saveChanges(threeTogether()));
    const writing = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing.map(([tables, , options]) => [tables, options])).toEqual([
      [['streams', 'outbox'], { durability: 'strict' }],
    ]);
  });

  test.each(['Chromium', 'Firefox'] as const)('15: leave nothing behind on a full disk in %s', async (browser) => {
    const place = await createWorkplace();
    const changes = threeTogether();
    const empty = fillDisk(browser);
    expect(await place.vault.saveChanges(changes)).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
    expect([place.vault.waitingCount.value, place.vault.caseload.all()]).toEqual([0, []]);
    expect(await dumpTable(place.disk, 'outbox')).toEqual([]);
    empty();
    must(await place.vault.saveChanges(changes));
    expect((await dumpTable(place.disk, 'outbox')).map(({ seq }) => seq).sort()).toEqual([1, 2, 3]);
  });

  test('15: leave nothing behind when the disk fills up in the middle of them', async () => {
    const place = await createWorkplace();
    // The stream's bookkeeping and two rows find room, the third does not.
    const empty = fillDiskAfter(3);
    expect(await place.vault.saveChanges(threeTogether())).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
    empty();
    expect(await dumpTable(place.disk, 'outbox')).toEqual([]);
    const { vault } = await crashAndUnlock(place);
    expect([vault.waitingCount.value, vault.caseload.all()]).toEqual([0, []]);
  });

  test('leave nothing behind when the last of them is refused', async () => {
    const place = await createWorkplace();
    const refused = await place.vault.saveChanges([...threeTogether(), logService(newId())]);
    expect(refused).toEqual({ ok: false, error: { type: 'SubjectUnknown', field: 'beneficiary' } });
    expect(await dumpTable(place.disk, 'outbox')).toEqual([]);
    expect(place.vault.caseload.all()).toEqual([]);
  });

  test('are looked at before anything is written, by the same rules', async () => {
    const place = await createWorkplace();
    const refused = [...threeTogether(), logService(newId())];
    expect(place.vault.findRefusal(refused)).toEqual({ type: 'SubjectUnknown', field: 'beneficiary' });
    expect(place.vault.findRefusal(threeTogether())).toBeUndefined();
    expect(await dumpTable(place.disk, 'outbox')).toEqual([]);
    expect([place.vault.waitingCount.value, place.vault.caseload.all()]).toEqual([0, []]);
  });

  test('may not make the same record twice', async () => {
    const { vault } = await createWorkplace();
    const person = createPerson({ nickname: 'Momo' }, newId());
    expect((await vault.saveChanges([person, person])).ok).toBe(false);
    expect(vault.waitingCount.value).toBe(0);
  });

  test('take back the word that everything is safe', async () => {
    const { vault } = await createWorkplace();
    vault.status.value = { ...vault.status.value, safeAt: '2026-11-23T08:59:00.000Z' };
    must(await vault.saveChanges(threeTogether()));
    expect(vault.status.value.safeAt).toBeUndefined();
  });

  test('are a bus full at most', async () => {
    const { vault } = await createWorkplace();
    const many = Array.from({ length: SAVED_TOGETHER_MAX + 1 }, (_, index) => createPerson({ nickname: `P${index}` }));
    await expect(vault.saveChanges(many)).rejects.toThrow('too many');
  });
});

describe('undoing what was saved together', () => {
  test('takes all of it back and gives the numbers free again', async () => {
    const place = await createWorkplace();
    must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    const saved = must(await place.vault.saveChanges(threeTogether()));
    expect(await place.vault.undoChanges(saved.map(({ id }) => id))).toBe(true);
    expect(place.vault.caseload.all()).toHaveLength(1);
    must(await place.vault.saveChange(createPerson({ nickname: 'Due' })));
    expect((await dumpTable(place.disk, 'outbox')).map(({ seq }) => seq).sort()).toEqual([1, 2]);
  });

  test('takes back nothing once one of it was given to the network', async () => {
    const { vault, store } = await createWorkplace();
    const saved = must(await vault.saveChanges(threeTogether()));
    must(await store.markSending(store.waiting(1)));
    expect(await vault.undoChanges(saved.map(({ id }) => id))).toBe(false);
    expect(vault.waitingCount.value).toBe(3);
  });

  test('takes back nothing when something newer was saved', async () => {
    const { vault } = await createWorkplace();
    const saved = must(await vault.saveChanges(threeTogether()));
    must(await vault.saveChange(createPerson({ nickname: 'Due' })));
    expect(await vault.undoChanges(saved.map(({ id }) => id))).toBe(false);
    expect(vault.waitingCount.value).toBe(4);
  });

  test('takes back nothing of a part', async () => {
    const { vault } = await createWorkplace();
    const [first, second] = must(await vault.saveChanges(threeTogether()));
    expect(await vault.undoChanges([first?.id ?? '', second?.id ?? ''])).toBe(false);
    expect(vault.waitingCount.value).toBe(3);
  });
});
