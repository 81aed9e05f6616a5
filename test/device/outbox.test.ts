import { describe, expect, test } from 'vitest';
import { sealJson } from '../../src/vault/seal.ts';
import { crashAndUnlock, createWorkplace, must } from './a-device.ts';
import { createPerson, createStandInServer, editPerson } from './case-data.ts';
import { dumpTable, tamper } from './dump-database.ts';
import { openDataKey } from './open-data-key.ts';

type OlderContent = {
  readonly change: object;
  readonly hash: string | undefined;
  readonly savedAt: string | undefined;
};

describe('verdicts', () => {
  test('in one step rows leave, refused ones stay for attention, and the stream moves on', async () => {
    const place = await createWorkplace();
    const { vault, store, actor } = place;
    const server = createStandInServer(actor);
    const good = must(await vault.saveChange(createPerson({ nickname: 'Uno' })));
    const bad = must(await vault.saveChange(createPerson({ nickname: 'Due' })));
    await server.takeFrom(store, 500, (id) => (id === bad.recordId ? { type: 'NotPermitted' } : undefined));
    expect(vault.caseload.find(good.recordId)).toMatchObject({ waiting: 0, confirmed: { version: 101 } });
    expect(vault.outbox.value).toMatchObject([{ change: bad, state: 'attention', seq: 2 }]);
    expect(store.streamState()).toMatchObject({ mark: 2, count: 2 });
    const again = await crashAndUnlock(place);
    expect(again.vault.outbox.value).toEqual(vault.outbox.value);
    expect(again.store.streamState()).toEqual(store.streamState());
    expect(again.vault.caseload.find(good.recordId)).toEqual(vault.caseload.find(good.recordId));
  });

  test('a change saved while the answer was on its way stays', async () => {
    const { vault, store, actor } = await createWorkplace();
    const { recordId } = must(await vault.saveChange(createPerson({ nickname: 'Momo' })));
    const record = vault.caseload.find(recordId)?.record;
    const server = createStandInServer(actor);
    const taking = server.takeFrom(store, 1);
    if (record) must(await vault.saveChange(editPerson(record, 'nickname', 'Mimo')));
    await taking;
    expect(vault.caseload.find(recordId)).toMatchObject({
      waiting: 1,
      confirmed: { fields: { nickname: 'Momo' } },
      record: { fields: { nickname: 'Mimo' } },
    });
    await server.takeFrom(store);
    expect(server.records.get(recordId)?.fields).toEqual({ nickname: 'Mimo' });
    expect(vault.waitingCount.value).toBe(0);
  });

  test('verdicts on rows that are not here any more change nothing', async () => {
    const { vault, store } = await createWorkplace();
    const saved = must(await vault.saveChange(createPerson({ nickname: 'Momo' })));
    const before = store.streamState();
    const foreign = { seq: 7, changeId: saved.id, verdict: 'accepted' } as const;
    must(await store.applyVerdicts([foreign], [], before));
    expect(vault.waitingCount.value).toBe(1);
    expect(store.streamState()).toEqual(before);
  });
});

describe('a new stream', () => {
  test('starts at one with the same waiting rows in their order', async () => {
    const place = await createWorkplace();
    const { vault, store, actor } = place;
    for (const nickname of ['Uno', 'Due', 'Tre', 'Quattro']) must(await vault.saveChange(createPerson({ nickname })));
    await createStandInServer(actor).takeFrom(store, 2, () => ({ type: 'NotPermitted' }));
    // What was kept of the epoch must still be found to be of another one.
    const { streamId, epoch } = store.streamState();
    must(await store.reidentify());
    expect(store.streamState()).toMatchObject({ mark: 0, count: 0, epoch, chain: '0'.repeat(64) });
    expect(store.streamState().streamId).not.toBe(streamId);
    const again = await crashAndUnlock(place);
    expect(again.store.waiting(9).map(({ seq, change }) => [seq, 'fields' in change && change.fields])).toEqual([
      [1, { nickname: 'Tre' }],
      [2, { nickname: 'Quattro' }],
    ]);
    expect(again.vault.attentionCount.value).toBe(2);
    must(await again.vault.saveChange(createPerson({ nickname: 'Cinque' })));
    expect(again.store.waiting(9).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});

describe('a row that cannot be opened', () => {
  test.each(['Tampered', 'Truncated', 'NewerSchema'] as const)(
    '%s: stays, is told, and those behind it go on without it',
    async (reason) => {
      const place = await createWorkplace();
      const changes = [];
      for (const nickname of ['Uno', 'Due', 'Tre'])
        changes.push(must(await place.vault.saveChange(createPerson({ nickname }))));
      const rowId = String(changes[1]?.id);
      const original = (await dumpTable(place.disk, 'outbox')).find((row) => row.changeId === rowId)?.sealed;
      if (original === undefined) throw new Error('the row is there');
      const damaged = {
        Tampered: original.with(30, (original[30] ?? 0) ^ 1),
        Truncated: original.slice(0, 40),
        NewerSchema: await sealJson(await openDataKey(place), { table: 'outbox', rowId, schemaVersion: 2 }, {}),
      }[reason];
      await setSealed(damaged);

      const first = await crashAndUnlock(place);
      expect(first.vault.unreadable).toEqual([{ table: 'outbox', rowId, reason }]);
      expect(first.store.waiting(9).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await dumpTable(place.disk, 'outbox')).toHaveLength(3);
      expect(first.device.vaults.value).toMatchObject([{ waiting: 3 }]);
      // Law 5: nobody knows whether the server has it, so that nothing may be called safe.
      expect(must(await first.store.hasUnread())).toBe(true);
      const { streamId } = first.store.streamState();
      const second = await crashAndUnlock({ ...place, device: first.device });
      expect(second.store.streamState().streamId, 'it is made once').toBe(streamId);

      // A newer app, or a disk that recovered, brings it back into the queue.
      await setSealed(original);
      const third = await crashAndUnlock({ ...place, device: second.device });
      expect(third.vault.unreadable).toEqual([]);
      expect(third.store.waiting(9).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(new Set(third.store.waiting(9).map(({ change }) => change.id))).toEqual(
        new Set(changes.map(({ id }) => id)),
      );

      async function setSealed(sealed: Uint8Array) {
        await tamper(place.disk, 'outbox', (row) => (row.changeId === rowId ? { ...row, sealed } : row));
      }
    },
  );

  test.each([
    ['that still parses is waiting as before', (content: OlderContent) => content, []],
    [
      'that does not is told',
      (content: OlderContent) => ({ ...content, change: { ...content.change, type: 'dance' } }),
      ['NotUnderstood'],
    ],
  ])('a row of an older schema %s', async (_name, toOlder, reasons) => {
    const place = await createWorkplace();
    const change = must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    const [item] = place.vault.outbox.value;
    const content = toOlder({ change, hash: item?.hash, savedAt: item?.savedAt });
    const key = await openDataKey(place);
    const sealed = await sealJson(key, { table: 'outbox', rowId: change.id, schemaVersion: 0 }, content);
    await tamper(place.disk, 'outbox', (row) => ({ ...row, sealed }));
    const { vault } = await crashAndUnlock(place);
    expect(vault.unreadable.map(({ reason }) => reason)).toEqual(reasons);
    expect(vault.outbox.value).toEqual(reasons.length === 0 ? [item] : []);
    expect(await dumpTable(place.disk, 'outbox')).toHaveLength(1);
  });

  test('a row moved to the place of another one does not pass for it', async () => {
    const place = await createWorkplace();
    must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    must(await place.vault.saveChange(createPerson({ nickname: 'Due' })));
    const [first] = await dumpTable(place.disk, 'outbox');
    if (first === undefined) throw new Error('a row');
    await tamper(place.disk, 'outbox', (row) => ({ ...row, sealed: first.sealed }));
    const { vault } = await crashAndUnlock(place);
    expect(vault.unreadable).toMatchObject([{ table: 'outbox', reason: 'Tampered' }]);
    expect(vault.waitingCount.value).toBe(1);
  });
});

describe('a damaged row that was set aside', () => {
  async function damageOne() {
    const place = await createWorkplace();
    const changes = [];
    for (const nickname of ['Uno', 'Due', 'Tre'])
      changes.push(must(await place.vault.saveChange(createPerson({ nickname }))));
    const rowId = String(changes[1]?.id);
    const original = (await dumpTable(place.disk, 'outbox')).find((row) => row.changeId === rowId)?.sealed;
    if (original === undefined) throw new Error('the row is there');
    const setSealed = (sealed: Uint8Array) =>
      tamper(place.disk, 'outbox', (row) => (row.changeId === rowId ? { ...row, sealed } : row));
    await setSealed(original.with(30, (original[30] ?? 0) ^ 1));
    return { place, rowId, original, setSealed };
  }

  test('is told no more, stays where it is, is never sent, and a note of it goes up', async () => {
    const { place, rowId } = await damageOne();
    const first = await crashAndUnlock(place);
    expect(must(await first.vault.setAsideDamaged())).toBe(1);
    const isCalm = async ({ vault, store, device }: typeof first) => {
      expect(vault.unreadable).toEqual([]);
      expect(must(await store.hasUnread())).toBe(false);
      expect(device.vaults.value).toMatchObject([{ waiting: 3 }]);
      expect(store.waiting(9).map(({ seq, change }) => [seq, change.type])).toEqual([
        [1, 'create'],
        [2, 'create'],
        [3, 'discard'],
      ]);
      expect(store.waiting(9)[2]?.change).toMatchObject({ recordId: rowId, discarded: rowId });
    };
    const second = await crashAndUnlock({ ...place, device: first.device });
    await isCalm(second);
    expect((await dumpTable(place.disk, 'outbox')).find((row) => row.changeId === rowId)).toMatchObject({
      state: 'aside',
      seq: 0,
    });
    expect(must(await second.vault.setAsideDamaged()), 'once').toBe(0);
    expect(await dumpTable(place.disk, 'outbox')).toHaveLength(4);
  });

  test('waits again when it opens after all, before it was set aside or afterwards', async () => {
    const { place, rowId, original, setSealed } = await damageOne();
    const first = await crashAndUnlock(place);
    await setSealed(original);
    expect(must(await first.vault.setAsideDamaged())).toBe(0);
    expect(first.vault.unreadable).toEqual([]);
    expect(first.store.waiting(9).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    await setSealed(original.slice(0, 40));
    const second = await crashAndUnlock({ ...place, device: first.device });
    must(await second.vault.setAsideDamaged());
    await setSealed(original);
    const third = await crashAndUnlock({ ...place, device: second.device });
    expect(third.store.waiting(9).map(({ change }) => change.id)).toContain(rowId);
    expect(third.store.waiting(9).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test('of a newer version of the app is not set aside', async () => {
    const { place, rowId, setSealed } = await damageOne();
    await setSealed(await sealJson(await openDataKey(place), { table: 'outbox', rowId, schemaVersion: 2 }, {}));
    const { vault } = await crashAndUnlock(place);
    expect(must(await vault.setAsideDamaged())).toBe(0);
    expect(vault.unreadable).toMatchObject([{ reason: 'NewerSchema' }]);
  });
});
