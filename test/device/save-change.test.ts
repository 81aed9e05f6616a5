import { describe, expect, test } from 'vitest';
import { crashAndUnlock, createWorkplace, must, newId, reopen } from './a-device.ts';
import { createPerson, createStandInServer, editPerson, logService } from './case-data.ts';
import { dumpTable } from './dump-database.ts';

describe('saving', () => {
  test('a saved change is one row of the outbox and is there after the browser died', async () => {
    const place = await createWorkplace();
    const saved = must(await place.vault.saveChange(createPerson({ nickname: 'Momo' })));
    const rows = await dumpTable(place.disk, 'outbox');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ vaultId: place.vaultId, changeId: saved.id, seq: 1, state: 'waiting' });

    const { vault } = await crashAndUnlock(place);
    expect(vault.outbox.value.map(({ change }) => change)).toEqual([saved]);
    expect(vault.caseload.find(saved.recordId)).toMatchObject({
      record: { fields: { nickname: 'Momo' }, version: 0 },
      confirmed: undefined,
      waiting: 1,
      attention: 0,
    });
  });

  test('a refused change writes nothing', async () => {
    const place = await createWorkplace();
    const refused = await place.vault.saveChange(createPerson({ birthYear: 1990 }));
    expect(refused).toMatchObject({ ok: false, error: { type: 'FieldsRefused' } });
    expect(await dumpTable(place.disk, 'outbox')).toEqual([]);
    expect(place.vault.caseload.all()).toEqual([]);
  });

  test('what no server could read is refused before it is saved', async () => {
    const { vault } = await createWorkplace();
    const person = must(await vault.saveChange(createPerson({ nickname: 'Momo' })));
    const broken = await vault.saveChange({
      type: 'comment',
      recordId: person.recordId,
      kind: 'beneficiary',
      text: 'half \ud83d',
    });
    expect(broken).toEqual({ ok: false, error: { type: 'ChangeMalformed', path: 'text' } });
  });

  test('a service finds the person who was saved a moment before, and is listed about that person', async () => {
    const { vault } = await createWorkplace();
    const personId = newId();
    expect(await vault.saveChange(logService(personId))).toMatchObject({
      ok: false,
      error: { type: 'SubjectUnknown' },
    });
    must(await vault.saveChange(createPerson({ nickname: 'Momo' }, personId)));
    const service = must(await vault.saveChange(logService(personId)));
    expect(vault.caseload.about(personId).map(({ record }) => record.id)).toEqual([service.recordId]);
  });

  test('changes saved at once get the numbers of the stream in order and without a gap', async () => {
    const { vault } = await createWorkplace();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => vault.saveChange(createPerson({ nickname: `P${index}` }))),
    );
    expect(vault.outbox.value.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(vault.waitingCount.value).toBe(20);
  });

  test('A → B → A is three changes and ends as A', async () => {
    const place = await createWorkplace();
    const { recordId } = must(await place.vault.saveChange(createPerson({ nickname: 'A' })));
    for (const to of ['B', 'A']) {
      const record = place.vault.caseload.find(recordId)?.record;
      if (record) must(await place.vault.saveChange(editPerson(record, 'nickname', to)));
    }
    const { vault } = await crashAndUnlock(place);
    expect(vault.outbox.value).toHaveLength(3);
    expect(vault.caseload.find(recordId)?.record.fields).toEqual({ nickname: 'A' });
  });

  test('a saved change takes back the word that everything is safe', async () => {
    const { vault } = await createWorkplace();
    vault.status.value = { ...vault.status.value, safeAt: '2026-11-23T08:59:00.000Z' };
    must(await vault.saveChange(createPerson({ nickname: 'Momo' })));
    expect(vault.status.value.safeAt).toBeUndefined();
  });
});

describe('undoing', () => {
  test('the newest change is taken back and its number is used again', async () => {
    const place = await createWorkplace();
    const first = must(await place.vault.saveChange(createPerson({ nickname: 'Uno' })));
    const second = must(await place.vault.saveChange(createPerson({ nickname: 'Due' })));
    expect(await place.vault.undoChange(first.id)).toBe(false);
    expect(await place.vault.undoChange(second.id)).toBe(true);
    expect(place.vault.caseload.find(second.recordId)).toBeUndefined();
    must(await place.vault.saveChange(createPerson({ nickname: 'Tre' })));
    expect((await dumpTable(place.disk, 'outbox')).map(({ seq }) => seq).sort()).toEqual([1, 2]);
  });

  test('a change that was given to the network stays', async () => {
    const { vault, store } = await createWorkplace();
    const saved = must(await vault.saveChange(createPerson({ nickname: 'Momo' })));
    must(await store.markSending(store.waiting(1)));
    expect(await vault.undoChange(saved.id)).toBe(false);
    expect(vault.waitingCount.value).toBe(1);
  });

  test('a mended change stays: what it replaced could not come back', async () => {
    const { vault, store, actor } = await createWorkplace();
    const saved = must(await vault.saveChange(createPerson({ nickname: 'Momo' })));
    await createStandInServer(actor).takeFrom(store, 500, () => ({ type: 'NotPermitted' }));
    const mended = must(await vault.mendChange(saved.recordId, createPerson({ nickname: 'Mimo' }, saved.recordId)));
    expect(await vault.undoChange(mended.id)).toBe(false);
  });
});

describe('what needs attention', () => {
  const refusal = { type: 'NotPermitted' } as const;

  async function createRefused() {
    const place = await createWorkplace();
    const server = createStandInServer(place.actor);
    const saved = must(await place.vault.saveChange(createPerson({ nickname: 'Momo' })));
    await server.takeFrom(place.store, 500, () => refusal);
    return { place, server, saved };
  }

  test('a refused change keeps its content and its reason over a restart, counted and shown', async () => {
    const { place, saved } = await createRefused();
    place.device.close();
    const device = await reopen(place.disk);
    expect(device.vaults.value).toMatchObject([
      { displayName: 'Sara Conti', initials: 'SC', waiting: 0, attention: 1 },
    ]);
    const { vault } = await crashAndUnlock({ ...place, device });
    expect(vault.outbox.value).toMatchObject([{ state: 'attention', refusal, change: saved }]);
    expect(vault.caseload.find(saved.recordId)).toMatchObject({
      attention: 1,
      record: { fields: { nickname: 'Momo' } },
    });
  });

  test('a refused edit leaves the confirmed value standing', async () => {
    const { vault, store, actor } = await createWorkplace();
    const server = createStandInServer(actor);
    const { recordId } = must(await vault.saveChange(createPerson({ nickname: 'Momo' })));
    await server.takeFrom(store);
    const record = vault.caseload.find(recordId)?.record;
    if (record) must(await vault.saveChange(editPerson(record, 'nickname', 'Mimo')));
    expect(vault.caseload.find(recordId)?.record.fields).toEqual({ nickname: 'Mimo' });
    await server.takeFrom(store, 500, () => refusal);
    expect(vault.caseload.find(recordId)).toMatchObject({ attention: 1, record: { fields: { nickname: 'Momo' } } });
  });

  test('a coordinator’s words reach the refused change that is here already, and stay over a restart', async () => {
    const { place, saved } = await createRefused();
    const returned = [{ changeId: saved.id, change: saved, refusal, note: 'Serve il cognome.' }];
    expect(must(await place.store.keepReturned(returned))).toEqual([saved.id]);
    const worded = [{ state: 'attention', refusal, change: saved, note: 'Serve il cognome.' }];
    expect(place.vault.outbox.value).toMatchObject(worded);
    place.device.close();
    const { vault } = await crashAndUnlock({ ...place, device: await reopen(place.disk) });
    expect(vault.outbox.value).toMatchObject(worded);
  });

  test('a change that was mended meanwhile is not given the words of before', async () => {
    const { place, saved } = await createRefused();
    must(await place.vault.retryChange(saved.id));
    must(await place.store.keepReturned([{ changeId: saved.id, change: saved, refusal, note: 'Serve il cognome.' }]));
    const [waiting] = place.vault.outbox.value.filter(({ state }) => state === 'waiting');
    expect(waiting?.note).toBeUndefined();
  });

  test('mending replaces every refused change of the record by one, in the queue again', async () => {
    const { place, server, saved } = await createRefused();
    const { vault, store } = place;
    const mended = must(await vault.mendChange(saved.recordId, createPerson({ nickname: 'Mimo' }, saved.recordId)));
    expect(vault.outbox.value).toMatchObject([{ change: mended, state: 'waiting', seq: 2 }]);
    await server.takeFrom(store);
    expect(vault.outbox.value).toEqual([]);
    expect(server.records.get(saved.recordId)?.fields).toEqual({ nickname: 'Mimo' });
  });

  test('a mended change that breaks a rule leaves the refused one where it is', async () => {
    const { place, saved } = await createRefused();
    const refused = await place.vault.mendChange(saved.recordId, createPerson({ birthYear: 1990 }, saved.recordId));
    expect(refused).toMatchObject({ ok: false, error: { type: 'FieldsRefused' } });
    expect(place.vault.attentionCount.value).toBe(1);
  });

  test('a retried change goes back in the queue under a new id, with the time it was made', async () => {
    const { place, saved } = await createRefused();
    place.disk.clock.now = '2026-11-25T09:00:00.000Z';
    const retried = must(await place.vault.retryChange(saved.id));
    expect(retried).toEqual({ ...saved, id: retried.id });
    expect(retried.id).not.toBe(saved.id);
    expect(place.vault.outbox.value).toMatchObject([{ change: retried, state: 'waiting', refusal: undefined }]);
  });

  test('a discarded change leaves a note for the audit in its place', async () => {
    const { place, saved } = await createRefused();
    must(await place.vault.discardChange(saved.id));
    const { vault } = await crashAndUnlock(place);
    expect(vault.outbox.value).toMatchObject([
      { state: 'waiting', change: { type: 'discard', recordId: saved.recordId, discarded: saved.id } },
    ]);
    expect(vault.caseload.find(saved.recordId)).toBeUndefined();
  });
});
