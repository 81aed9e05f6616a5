import { describe, expect, test } from 'vitest';
import { SMALL_SEGMENTS_MAX } from '../../src/device/compact-segments.ts';
import type { OpenVault } from '../../src/device/open-vault.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { sealJson } from '../../src/vault/seal.ts';
import { crashAndUnlock, createWorkplace, must, PASSWORD, rootOf, unlock } from './a-device.ts';
import { confirmedPeople, confirmedPerson, createPerson, editPerson } from './case-data.ts';
import { dumpTable, tamper } from './dump-database.ts';
import { openDataKey } from './open-data-key.ts';

const shown = ({ caseload }: OpenVault) =>
  caseload
    .all()
    .map(({ record }) => record)
    .sort((one, other) => (one.id < other.id ? -1 : 1));

describe('what was pulled', () => {
  test('a page and its cursor are one row each, and are there after the browser died', async () => {
    const place = await createWorkplace();
    const people = confirmedPeople(place.actor, 1_000);
    must(await place.store.storePage(people, 'cursor-1', { remaining: 0, epoch: 'epoch-1' }));
    expect(await dumpTable(place.disk, 'segments')).toHaveLength(1);
    const before = shown(place.vault);
    const again = await crashAndUnlock(place);
    expect(shown(again.vault)).toEqual(before);
    expect(again.store.cursor()).toBe('cursor-1');
    expect(again.store.streamState().epoch).toBe('epoch-1');
  });

  test('an older version never replaces a newer one, whatever the order of arrival', async () => {
    const place = await createWorkplace();
    const newer = confirmedPerson(place.actor, 9, { nickname: 'Nuovo' });
    const older = { ...newer, version: 3, fields: { nickname: 'Vecchio' } };
    must(await place.store.storePage([newer], 'c1', { remaining: 0 }));
    must(await place.store.storePage([older], 'c2', { remaining: 0 }));
    expect(shown(place.vault)).toEqual([newer]);
    expect(shown((await crashAndUnlock(place)).vault)).toEqual([newer]);
  });

  test('an unlock reports its progress, from nothing to all', async () => {
    const place = await createWorkplace();
    for (const first of [1, 1_001]) {
      must(await place.store.storePage(confirmedPeople(place.actor, 1_000, first), `c${first}`, { remaining: 0 }));
    }
    await place.lock();
    const seen: string[] = [];
    must(
      await place.device.unlockVault(place.vaultId, await rootOf(PASSWORD), (done, total) => {
        seen.push(`${done}/${total}`);
      }),
    );
    expect(seen).toEqual(['0/2000', '1000/2000', '2000/2000']);
  });

  test('a pull puts what waits on top of the new records', async () => {
    const { vault, store, actor } = await createWorkplace();
    const person = confirmedPerson(actor, 5, { nickname: 'Momo', note: 'prima' });
    must(await store.storePage([person], 'c1', { remaining: 0 }));
    must(await vault.saveChange(editPerson(person, 'nickname', 'Mimo')));
    const pulled = { ...person, version: 6, fields: { nickname: 'Momo', note: 'dopo' } };
    must(await store.storePage([pulled], 'c2', { remaining: 0 }));
    expect(vault.caseload.find(person.id)).toMatchObject({
      record: { fields: { nickname: 'Mimo', note: 'dopo' } },
      confirmed: pulled,
      waiting: 1,
    });
  });

  test('a change that cannot be promised any more stays in the outbox and is shown as it was promised', async () => {
    const place = await createWorkplace();
    const person = confirmedPerson(place.actor, 5, { nickname: 'Momo' });
    must(await place.store.storePage([person], 'c1', { remaining: 0 }));
    must(await place.vault.saveChange(editPerson(person, 'nickname', 'Mimo')));
    must(await place.store.storePage([{ ...person, version: 6, removed: true }], 'c2', { remaining: 0 }));
    expect(place.vault.waitingCount.value).toBe(1);
    expect(place.vault.caseload.find(person.id)?.record.fields).toEqual({ nickname: 'Mimo' });
    const { vault } = await crashAndUnlock(place);
    expect(vault.caseload.find(person.id)?.record.fields).toEqual({ nickname: 'Mimo' });
  });

  test('records of kinds that this version does not know are kept and counted', async () => {
    const { vault, store, actor } = await createWorkplace();
    const toy = { ...confirmedPerson(actor, 2, { colour: 'red' }), kind: 'toy' };
    must(await store.storePage([toy], 'c1', { remaining: 0 }));
    expect(vault.caseload.unknownCount()).toBe(1);
    expect(vault.caseload.find(toy.id)?.record).toEqual(toy);
  });

  test('lists leave out removed and merged records, newest first, and follow every change', async () => {
    const { vault, store, actor } = await createWorkplace();
    const [a, b, c] = confirmedPeople(actor, 3);
    if (!a || !b || !c) throw new Error('three people');
    const late = { ...a, updatedAt: '2026-11-05T08:00:00.000Z' };
    must(await store.storePage([late, b, { ...c, mergedInto: a.id }], 'c1', { remaining: 0 }));
    const names = () => vault.caseload.ofKind('beneficiary').map(({ record }) => record.fields.nickname);
    expect(names()).toEqual(['Persona 1', 'Persona 2']);
    must(await vault.saveChange(editPerson(b, 'nickname', 'Due')));
    expect(names()).toEqual(['Due', 'Persona 1']);
    must(await store.storePage([{ ...late, version: 9, removed: true }], 'c2', { remaining: 0 }));
    expect(names()).toEqual(['Due']);
  });
});

describe('a full pull from the start', () => {
  test('shows what was there until its last page, then only what it brought', async () => {
    const place = await createWorkplace();
    const [kept, gone] = confirmedPeople(place.actor, 2, 50);
    if (!kept || !gone) throw new Error('two people');
    must(await place.store.storePage([kept, gone], 'c1', { remaining: 0 }));
    must(await place.store.resetCursor());
    expect(place.store.cursor()).toBeUndefined();
    // A server restored from a backup has lower versions, and they hold.
    const restored = { ...kept, version: 7, fields: { nickname: 'Ieri' } };
    must(await place.store.storePage([restored], 'd1', { remaining: 1 }));
    expect(
      shown(place.vault)
        .map(({ version }) => version)
        .sort(),
    ).toEqual([51, 7]);
    const again = await crashAndUnlock(place);
    expect(again.store.cursor()).toBe('d1');
    must(await again.store.storePage([], 'd2', { remaining: 0 }));
    expect(shown(again.vault)).toEqual([restored]);
    expect(await dumpTable(place.disk, 'segments')).toHaveLength(1);
  });

  test('6: an empty scope from the server deletes no unsent change', async () => {
    const { vault, store, actor } = await createWorkplace();
    const person = confirmedPerson(actor, 5, { nickname: 'Momo' });
    must(await store.storePage([person], 'c1', { remaining: 0 }));
    must(await vault.saveChange(editPerson(person, 'nickname', 'Mimo')));
    must(await vault.saveChange(createPerson({ nickname: 'Nuova' })));
    must(await store.resetCursor());
    must(await store.storePage([], 'd1', { remaining: 0 }));
    expect(vault.waitingCount.value).toBe(2);
    expect(vault.caseload.ofKind('beneficiary').map(({ record }) => record.fields)).toEqual([{ nickname: 'Nuova' }]);
  });
});

describe('a damaged segment', () => {
  async function createTwoSegments() {
    const place = await createWorkplace();
    must(await place.store.storePage(confirmedPeople(place.actor, 3, 1), 'c1', { remaining: 0 }));
    must(await place.store.storePage(confirmedPeople(place.actor, 2, 11), 'c2', { remaining: 0 }));
    return place;
  }

  test.each([
    ['Tampered', (sealed: Uint8Array) => sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1)],
    ['Truncated', (sealed: Uint8Array) => sealed.slice(0, sealed.length - 5)],
  ])(
    '%s: is told, the rest is readable, nothing is deleted, and everything is asked for again',
    async (reason, damage) => {
      const place = await createTwoSegments();
      await tamper(place.disk, 'segments', (row) => (row.order === 1 ? { ...row, sealed: damage(row.sealed) } : row));
      const first = await crashAndUnlock(place);
      expect(first.vault.unreadable).toMatchObject([{ table: 'segments', reason }]);
      expect(first.vault.caseload.all()).toHaveLength(2);
      expect(first.store.cursor()).toBeUndefined();
      expect(await dumpTable(place.disk, 'segments')).toHaveLength(2);

      // Killed in the middle of fetching again: that goes on where it was.
      must(await first.store.storePage(confirmedPeople(place.actor, 3, 1), 'd1', { remaining: 2 }));
      const second = await crashAndUnlock({ ...place, device: first.device });
      expect(second.store.cursor()).toBe('d1');
      must(await second.store.storePage(confirmedPeople(place.actor, 2, 11), 'd2', { remaining: 0 }));
      const third = await crashAndUnlock({ ...place, device: second.device });
      expect(third.vault.unreadable).toEqual([]);
      expect(third.vault.caseload.all()).toHaveLength(5);
      expect(third.store.cursor()).toBe('d2');
    },
  );

  test('NewerSchema: a segment that a newer app wrote is told and stays', async () => {
    const place = await createTwoSegments();
    const key = await openDataKey(place);
    const [row] = await dumpTable(place.disk, 'segments');
    const rowId = String(row?.segmentId);
    const sealed = await sealJson(key, { table: 'segments', rowId, schemaVersion: 2 }, { records: [] });
    await tamper(place.disk, 'segments', (one) => (one.segmentId === rowId ? { ...one, sealed } : one));
    const { vault } = await crashAndUnlock(place);
    expect(vault.unreadable).toEqual([{ table: 'segments', rowId, reason: 'NewerSchema' }]);
    expect(vault.caseload.all()).toHaveLength(2);
    expect(await dumpTable(place.disk, 'segments')).toHaveLength(2);
  });

  test.each([
    ['that still parses is read', confirmedPeople, undefined],
    ['that does not is told', () => [{ id: 'no record' }], 'NotUnderstood'],
  ])('a segment of an older schema %s', async (_name, createContent, reason) => {
    const place = await createTwoSegments();
    const key = await openDataKey(place);
    const [row] = await dumpTable(place.disk, 'segments');
    const rowId = String(row?.segmentId);
    const content = createContent(place.actor, 3);
    const sealed = await sealJson(key, { table: 'segments', rowId, schemaVersion: 0 }, content);
    await tamper(place.disk, 'segments', (one) => (one.segmentId === rowId ? { ...one, sealed } : one));
    const { vault } = await crashAndUnlock(place);
    expect(vault.unreadable.map((part) => part.reason)).toEqual(reason === undefined ? [] : [reason]);
    expect(vault.caseload.all()).toHaveLength(reason === undefined ? 5 : 2);
  });
});

describe('compaction', () => {
  test('many small segments become one, with equal records', async () => {
    const place = await createWorkplace();
    for (let index = 0; index <= SMALL_SEGMENTS_MAX; index += 1) {
      must(await place.store.storePage(confirmedPeople(place.actor, 2, 1 + index * 2), `c${index}`, { remaining: 0 }));
    }
    expect(await dumpTable(place.disk, 'segments')).toHaveLength(1);
    const before = shown(place.vault);
    expect(before).toHaveLength(2 * (SMALL_SEGMENTS_MAX + 1));
    expect(shown((await crashAndUnlock(place)).vault)).toEqual(before);
  });

  test('segments that are mostly stale are rewritten', async () => {
    const place = await createWorkplace();
    let people = confirmedPeople(place.actor, 600);
    for (const round of [1, 2, 3]) {
      people = people.map((person) => ({ ...person, version: person.version + 1_000 }));
      must(await place.store.storePage(people, `c${round}`, { remaining: 0 }));
    }
    const rows = await dumpTable(place.disk, 'segments');
    expect(rows.reduce((sum, row) => sum + Number(row.recordCount), 0)).toBe(600);
    expect(shown((await crashAndUnlock(place)).vault)).toEqual(shown(place.vault));
  });
});

test('a save that was under way when the vault was locked is finished; a later one finds it locked', async () => {
  const place = await createWorkplace();
  const underWay = place.vault.saveChange(createPerson({ nickname: 'Momo' }));
  await place.lock();
  must(await underWay);
  expect(await place.vault.saveChange(createPerson({ nickname: 'Tardi' }))).toEqual({
    ok: false,
    error: { type: 'DatabaseUnavailable' },
  });
  expect((await unlock(place.device, place.vaultId)).vault.waitingCount.value).toBe(1);
});

test('a lock forgets everything, and unlocking again shows it as it was', async () => {
  const place = await createWorkplace();
  must(await place.store.storePage(confirmedPeople(place.actor, 10), 'c1', { remaining: 0 }));
  const { recordId } = must(await place.vault.saveChange(createPerson({ nickname: 'Momo' })));
  const before = shown(place.vault);
  expect(place.vault.caseload.ofKind('beneficiary')).toHaveLength(11);
  await place.lock();
  expect(place.vault.caseload.all()).toEqual([]);
  expect(place.vault.caseload.ofKind('beneficiary')).toEqual([]);
  expect(before.map(({ id }) => place.vault.caseload.find(id))).toEqual(before.map(() => undefined));
  expect(before.map(({ id }) => id)).toContain(recordId);
  expect(place.vault.isLocked.value).toBe(true);
  expect(shown((await unlock(place.device, place.vaultId)).vault)).toEqual(before);
});

test('a page that does not go on from where the device is now is not stored, and the next one is asked for from there', async () => {
  const place = await createWorkplace();
  const [first, second] = confirmedPeople(place.actor, 2);
  must(await place.store.storePage([first as RecordEnvelope], 'c1', { remaining: 1, from: { cursor: undefined } }));
  // Another tab took the cursor back to the beginning while this page was on its way.
  must(await place.store.resetCursor());
  must(await place.store.storePage([second as RecordEnvelope], 'c2', { remaining: 0, from: { cursor: 'c1' } }));
  expect(place.store.cursor()).toBeUndefined();
  const { store, vault } = await crashAndUnlock(place);
  expect(store.cursor()).toBeUndefined();
  expect(vault.caseload.all().map(({ record }) => record.id)).toEqual([first?.id]);
});
