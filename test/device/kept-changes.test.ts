import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/device/database.ts';
import { KEPT_DAYS, KEPT_ROWS_MAX } from '../../src/device/expiry.ts';
import { dropBackedUp, keepTaken } from '../../src/device/kept-changes.ts';
import { crashAndUnlock, createWorkplace, must, newId, portsOf, reopen, unlock } from './a-device.ts';
import { createPerson, createStandInServer } from './case-data.ts';
import { dumpTable, tamper } from './dump-database.ts';
import { fillDisk } from './full-disk.ts';

let mendDisk = () => {};
afterEach(() => mendDisk());

/** Four changes saved, and taken but for those that are refused. */
async function startKeeping(countMax = 500, refusedNickname = '') {
  const place = await createWorkplace();
  const server = createStandInServer(place.actor);
  const saved = [];
  for (const nickname of ['Uno', 'Due', 'Tre', 'Quattro']) {
    saved.push(must(await place.vault.saveChange(createPerson({ nickname }))));
  }
  const refusedId = saved.find((change) => change.type === 'create' && change.fields.nickname === refusedNickname);
  const outbox = await dumpTable(place.disk, 'outbox');
  await server.takeFrom(place.store, countMax, (id) =>
    id === refusedId?.recordId ? { type: 'NotPermitted' } : undefined,
  );
  return { ...place, server, saved, outbox };
}

const idsOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ changeId }) => changeId);

describe('20: a change that the server took', () => {
  test('moves from the outbox to what is kept, with the same sealed bytes; a refused one stays', async () => {
    const { disk, saved, outbox, vault } = await startKeeping(3, 'Due');
    const kept = await dumpTable(disk, 'kept');
    expect(idsOf(kept)).toEqual([saved[0]?.id, saved[2]?.id]);
    expect(kept.map(({ sealed }) => sealed)).toEqual([outbox[0]?.sealed, outbox[2]?.sealed]);
    expect(idsOf(await dumpTable(disk, 'outbox'))).toEqual([saved[1]?.id, saved[3]?.id]);
    expect(vault.status.peek().keptCount).toBe(2);
  });

  test('is in both or in neither when the disk refuses', async () => {
    const place = await createWorkplace();
    must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    mendDisk = fillDisk();
    const server = createStandInServer(place.actor);
    await expect(server.takeFrom(place.store)).rejects.toThrow('QuotaExceeded');
    mendDisk();
    expect(await dumpTable(place.disk, 'kept')).toEqual([]);
    expect(await dumpTable(place.disk, 'outbox')).toHaveLength(1);
  });

  test('leaves when a receipt says that it lies in a backup, and not before', async () => {
    const { disk, store, vault, saved } = await startKeeping();
    must(await store.dropKept(undefined));
    must(await store.dropKept(0));
    expect(await dumpTable(disk, 'kept')).toHaveLength(4);
    must(await store.dropKept(3));
    expect(idsOf(await dumpTable(disk, 'kept'))).toEqual([saved[3]?.id]);
    expect(vault.status.peek().keptCount).toBe(1);
  });

  test('of another stream does not leave by this one’s numbers', async () => {
    const { disk, store } = await startKeeping();
    must(await store.reidentify());
    must(await store.dropKept(4));
    expect(await dumpTable(disk, 'kept')).toHaveLength(4);
  });

  test('leaves after so many days, also from a vault that nobody unlocks', async () => {
    const place = await startKeeping();
    place.disk.clock.now = new Date(Date.parse(place.disk.clock.now) + (KEPT_DAYS + 1) * 86_400_000).toISOString();
    await place.lock();
    place.device.close();
    const device = await reopen(place.disk);
    expect(await dumpTable(place.disk, 'kept')).toEqual([]);
    device.close();
  });

  test('leaves beyond the limit, the oldest first', async () => {
    const { disk, device, vaultId } = await startKeeping();
    device.close();
    const db = must(await openDatabase(portsOf(disk)));
    const ids = Array.from({ length: KEPT_ROWS_MAX }, newId);
    const sealed = new Uint8Array(1);
    await db.outbox.bulkAdd(
      ids.map((changeId, index) => ({ vaultId, changeId, seq: index + 1, state: 'waiting', sealed })),
    );
    await keepTaken(db, { vaultId, streamId: newId() }, ids, '2026-11-24T09:00:00.000Z');
    expect(
      new Set(
        await db.kept
          .toCollection()
          .primaryKeys()
          .then((keys) => keys.map(([, id]) => id)),
      ),
    ).toEqual(new Set(ids));
    await dropBackedUp(db, { vaultId, streamId: newId() }, 10_000);
    expect(await db.kept.count()).toBe(KEPT_ROWS_MAX);
    db.close();
  });

  test('leaves with its vault', async () => {
    const { device, disk, vaultId, lock } = await startKeeping();
    await lock();
    must(await device.removeVault(vaultId, 'empty'));
    expect(await dumpTable(disk, 'kept')).toEqual([]);
  });
});

describe('20: in another epoch of the server', () => {
  test('what was kept waits again before what waits, on a new stream, and everything is fetched anew', async () => {
    const place = await startKeeping(3);
    const { store, disk, saved } = place;
    const before = store.streamState();
    must(await store.storePage([], 'cursor-1', { remaining: 0 }));
    const epoch = newId();
    must(await store.enterEpoch(epoch));
    expect(store.waiting(9).map(({ seq, change }) => [seq, change])).toEqual(
      saved.map((change, index) => [index + 1, change]),
    );
    expect(store.streamState()).toMatchObject({ mark: 0, count: 0, epoch });
    expect(store.streamState().streamId).not.toBe(before.streamId);
    expect(store.cursor()).toBeUndefined();
    expect(await dumpTable(disk, 'kept')).toEqual([]);
    const again = await crashAndUnlock(place);
    expect(again.store.waiting(9).map(({ change }) => change)).toEqual(saved);
  });

  test('what was refused is asked again, after what was kept and before what waits', async () => {
    const place = await startKeeping(3, 'Due');
    const { store, vault, saved } = place;
    expect(vault.attentionCount.peek()).toBe(1);
    must(await store.enterEpoch(newId()));
    const [kept, refused, alsoKept, waiting] = saved;
    const asked = [kept, alsoKept, refused, waiting];
    expect(store.waiting(9).map(({ seq, change }) => [seq, change])).toEqual(
      asked.map((change, index) => [index + 1, change]),
    );
    expect(vault.attentionCount.peek()).toBe(0);
    const again = await crashAndUnlock(place);
    expect(again.store.waiting(9).map(({ change }) => change)).toEqual(asked);
  });

  test('nothing happens twice, and not in the epoch that is known', async () => {
    const { store } = await startKeeping();
    const known = store.streamState();
    must(await store.enterEpoch(known.epoch ?? ''));
    expect(store.streamState()).toEqual(known);
    const epoch = newId();
    must(await store.enterEpoch(epoch));
    const entered = store.streamState();
    must(await store.enterEpoch(epoch));
    expect(store.streamState()).toEqual(entered);
    expect(store.waitingCount()).toBe(4);
  });

  test('it is found out by the answer to a push, in the transaction that applies it', async () => {
    const { store, actor, saved } = await startKeeping(3);
    await createStandInServer(actor).takeFrom(store);
    expect(store.waiting(9).map(({ change }) => change)).toEqual(saved);
  });

  test('it is found out by the first page of a pull, in the transaction that stores it', async () => {
    const { store, saved } = await startKeeping(3);
    must(await store.resetCursor());
    must(await store.storePage([], 'cursor-2', { remaining: 0, epoch: newId() }));
    expect(store.waiting(9).map(({ change }) => change)).toEqual(saved);
    expect(store.cursor()).toBe('cursor-2');
  });

  test('a disk that refuses leaves everything as it was', async () => {
    const { store, disk } = await startKeeping(3);
    const before = store.streamState();
    mendDisk = fillDisk();
    expect((await store.enterEpoch(newId())).ok).toBe(false);
    mendDisk();
    expect(store.streamState()).toEqual(before);
    expect(await dumpTable(disk, 'kept')).toHaveLength(3);
  });

  test('what cannot be opened any more stops nothing else', async () => {
    const place = await startKeeping();
    await tamper(place.disk, 'kept', (row) => (row.seq === 2 ? { ...row, sealed: row.sealed.slice(0, 20) } : row));
    must(await place.store.enterEpoch(newId()));
    expect(place.store.waiting(9).map(({ seq, change }) => [seq, change.id])).toEqual(
      [place.saved[0], place.saved[2], place.saved[3]].map((change, index) => [index + 1, change?.id]),
    );
    expect(await dumpTable(place.disk, 'outbox')).toHaveLength(4);
  });

  test('another vault of the device keeps its own for its own next unlock', async () => {
    const place = await startKeeping();
    await place.lock();
    const other = await createWorkplace({ disk: place.disk });
    must(await other.vault.saveChange(createPerson({ nickname: 'Altro' })));
    await createStandInServer(other.actor).takeFrom(other.store);
    must(await other.store.enterEpoch(newId()));
    expect(await dumpTable(place.disk, 'kept')).toHaveLength(4);
    const again = await unlock(other.device, place.vaultId);
    must(await again.store.enterEpoch(newId()));
    expect(again.store.waiting(9).map(({ change }) => change)).toEqual(place.saved);
  });
});
