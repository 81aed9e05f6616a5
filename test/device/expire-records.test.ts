import { describe, expect, test } from 'vitest';
import { crashAndUnlock, createWorkplace, must, reopen } from './a-device.ts';
import { confirmedPeople, createPerson, createStandInServer, editPerson, logService } from './case-data.ts';
import { dumpTable, tamper } from './dump-database.ts';

async function createPlaceWithWork() {
  const place = await createWorkplace();
  const people = confirmedPeople(place.actor, 5);
  must(await place.store.storePage(people, 'c1', { remaining: 0 }));
  const [edited, served] = people;
  if (!edited || !served) throw new Error('people');
  must(await place.vault.saveChange(editPerson(edited, 'note', 'da richiamare')));
  const service = must(await place.vault.saveChange(logService(served.id)));
  return { place, edited, served, service };
}

describe('fourteen days without contact', () => {
  test('take the confirmed records away, but never the outbox nor what it is about', async () => {
    const { place, edited, served, service } = await createPlaceWithWork();
    place.disk.clock.now = '2026-12-07T09:00:00.000Z';
    const again = await crashAndUnlock(place);
    expect(again.vault.hasExpired).toBe(true);
    expect(again.vault.waitingCount.value).toBe(2);
    const left = again.vault.caseload.all().map(({ record }) => record.id);
    expect(left.sort()).toEqual([edited.id, served.id, service.recordId].sort());
    expect(again.vault.caseload.find(edited.id)?.record.fields).toMatchObject({ note: 'da richiamare' });
    expect(again.store.cursor(), 'the next contact fetches everything').toBeUndefined();
    expect((await dumpTable(place.disk, 'segments')).map(({ recordCount }) => recordCount)).toEqual([2]);

    const third = await crashAndUnlock({ ...place, device: again.device });
    expect(third.vault.hasExpired, 'once').toBe(false);
    expect(third.vault.caseload.all()).toHaveLength(3);
  });

  test('less than that, or a contact meanwhile, or a clock that steps back, take nothing', async () => {
    const { place } = await createPlaceWithWork();
    place.disk.clock.now = '2026-12-07T08:59:59.000Z';
    const second = await crashAndUnlock(place);
    expect(second.vault.caseload.all()).toHaveLength(6);
    must(await second.store.noteContact());
    place.disk.clock.now = '2026-12-20T09:00:00.000Z';
    const third = await crashAndUnlock({ ...place, device: second.device });
    expect(third.vault.caseload.all()).toHaveLength(6);
    place.disk.clock.now = '2020-01-01T00:00:00.000Z';
    const fourth = await crashAndUnlock({ ...place, device: third.device });
    expect(fourth.vault.caseload.all()).toHaveLength(6);
  });

  test('empty also a vault that nobody unlocks, if nothing waits in it', async () => {
    const resting = await createWorkplace();
    must(await resting.store.storePage(confirmedPeople(resting.actor, 5), 'c1', { remaining: 0 }));
    const { place: working } = await createPlaceWithWork();
    for (const { disk, device } of [resting, working]) {
      device.close();
      disk.clock.now = '2026-12-07T09:00:00.000Z';
      await reopen(disk);
    }
    expect(await dumpTable(resting.disk, 'segments')).toEqual([]);
    expect((await crashAndUnlock(resting)).vault.hasExpired, 'the person is told').toBe(true);
    expect(await dumpTable(working.disk, 'segments'), 'its waiting changes need them').toHaveLength(1);
  });

  test('empty it also when all it still holds is what was set aside', async () => {
    const place = await createWorkplace();
    must(await place.store.storePage(confirmedPeople(place.actor, 5), 'c1', { remaining: 0 }));
    must(await place.vault.saveChange(createPerson({ nickname: 'Momo' })));
    await tamper(place.disk, 'outbox', (row) => ({ ...row, sealed: row.sealed.slice(0, 40) }));
    const { device, vault, store } = await crashAndUnlock(place);
    expect(must(await vault.setAsideDamaged())).toBe(1);
    await createStandInServer(place.actor).takeFrom(store);
    const statesHere = async () => (await dumpTable(place.disk, 'outbox')).map(({ state }) => state);
    expect(await statesHere(), 'the note about it went up').toEqual(['aside']);

    device.close();
    place.disk.clock.now = '2026-12-07T09:00:00.000Z';
    await reopen(place.disk);
    expect(await dumpTable(place.disk, 'segments')).toEqual([]);
    expect(await statesHere(), 'it stays').toEqual(['aside']);
  });
});
