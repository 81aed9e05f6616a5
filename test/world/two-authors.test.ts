import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { editOf, logContact, reviewOf } from './fields.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach, verdictsOf } from './laws.ts';
import type { Place } from './place.ts';

let world: World;
let people: { sara: Person; marco: Person; carla: Person };
beforeAll(async () => {
  world = await createWorld();
  people = {
    sara: await world.hire('outreach', 'Sara Conti'),
    marco: await world.hire('outreach', 'Marco Ferri'),
    carla: await world.hire('coordinator', 'Carla Neri'),
  };
});
afterAll(() => world.close());

async function threeDevices() {
  const places = {
    sara: await world.settle(people.sara),
    marco: await world.settle(people.marco),
    carla: await world.settle(people.carla),
  };
  return { ...places, all: [places.sara, places.marco, places.carla] };
}

const syncAll = async (...places: readonly Place[]) => {
  for (const place of places) await place.syncNow();
};

describe('two authors of one field', () => {
  it('offline both: the other value is kept and shown at both, one change of a coordinator settles it for all', async () => {
    const { sara, marco, carla, all } = await threeDevices();
    const { recordId } = await sara.save(createPerson({ nickname: 'Momo' }));
    await syncAll(...all);
    sara.network.cut();
    marco.network.cut();
    await sara.save(editOf(sara.find(recordId).record, { nickname: 'Mohamed' }));
    const losing = await marco.save(editOf(marco.find(recordId).record, { nickname: 'Muhammad', note: 'Parla wolof' }));
    sara.network.heal();
    marco.network.heal();
    await syncAll(sara, marco, ...all);

    for (const place of all) {
      const { record } = place.find(recordId);
      expect(record.fields).toEqual({ nickname: 'Mohamed', note: 'Parla wolof' });
      expect(record.conflicts).toMatchObject([
        { id: losing.id, field: 'nickname', value: 'Muhammad', by: { name: 'Marco Ferri' } },
      ]);
    }
    expect(marco.vault().outbox.peek(), 'a conflict is no trouble of its author alone').toEqual([]);

    const conflictIds = carla.find(recordId).record.conflicts.map(({ id }) => id);
    await carla.save({
      type: 'resolve',
      recordId: sara.find(recordId).record.id,
      kind: 'beneficiary',
      field: 'nickname',
      from: 'Mohamed',
      to: 'Muhammad',
      conflictIds,
    });
    await syncAll(carla, sara, marco);
    for (const place of all) {
      expect(place.find(recordId).record).toMatchObject({ fields: { nickname: 'Muhammad' }, conflicts: [] });
    }
    await expectNothingLost(world, all);
    await expectOnceEach(world, all);
    await expectEqualRecords(world, all);
  });

  it('of different fields: both hold and nobody is asked', async () => {
    const { sara, marco, all } = await threeDevices();
    const { recordId } = await sara.save(createPerson({ nickname: 'Awa' }));
    await syncAll(...all);
    await sara.save(editOf(sara.find(recordId).record, { gender: 'F' }));
    await marco.save(editOf(marco.find(recordId).record, { phone: '3331234567' }));
    await syncAll(sara, marco, ...all);
    const { record } = sara.find(recordId);
    expect(record).toMatchObject({ fields: { nickname: 'Awa', gender: 'F', phone: '3331234567' }, conflicts: [] });
    expect((await verdictsOf(world, marco)).at(-1)).toBe('merged');
    await expectEqualRecords(world, all);
  });

  it('9: A → B → A, saved offline one after the other, ends as A, and both edits stay visible', async () => {
    const { sara, all } = await threeDevices();
    const { recordId } = await sara.save(createPerson({ nickname: 'A' }));
    await syncAll(...all);
    sara.network.cut();
    await sara.save(editOf(sara.find(recordId).record, { nickname: 'B' }));
    await sara.save(editOf(sara.find(recordId).record, { nickname: 'A' }));
    expect(sara.vault().waitingCount.peek()).toBe(2);
    sara.network.heal();
    await syncAll(...all);
    for (const place of all) expect(place.find(recordId).record.fields).toEqual({ nickname: 'A' });
    expect(await verdictsOf(world, sara)).toEqual(['accepted', 'accepted', 'accepted']);
    await expectOnceEach(world, all);
  });
});

it('two records of one person, registered by two workers, are merged by the coordinator for everybody', async () => {
  const { sara, marco, carla, all } = await threeDevices();
  const kept = await sara.save(createPerson({ nickname: 'Mohammed' }));
  const duplicate = await marco.save(createPerson({ nickname: 'Muhammad' }));
  await syncAll(...all, ...all);
  const { recordId, kind } = duplicate;
  await carla.save({ type: 'merge', recordId, kind, into: kept.recordId });
  await syncAll(carla, ...all);
  expect(carla.vault().outbox.peek()).toEqual([]);
  for (const place of all) expect(place.find(recordId).record.mergedInto).toBe(kept.recordId);
  await expectEqualRecords(world, all);
});

it('a return reaches a device that was offline, is corrected offline, goes up again and is validated', async () => {
  const { sara, marco, carla, all } = await threeDevices();
  const { recordId } = await sara.save(logContact(world.today, { note: 'tre persone' }));
  await syncAll(sara, carla);
  sara.network.cut();
  await sara.save(logContact(world.today));
  await carla.save(reviewOf(carla.find(recordId).record, 'return', 'Quante persone erano?'));
  await carla.syncNow();
  await sara.syncNow();
  expect(sara.find(recordId).record.review.state).toBe('submitted');

  sara.network.heal();
  await sara.letTimePass();
  expect(sara.find(recordId).record).toMatchObject({
    review: { state: 'returned', by: { name: 'Carla Neri' } },
    comments: [{ text: 'Quante persone erano?', by: { name: 'Carla Neri' } }],
  });

  sara.network.cut();
  await sara.save(editOf(sara.find(recordId).record, { contact: { count: 3 } }, 'Erano tre'));
  expect(sara.find(recordId).record.review.state).toBe('submitted');
  await sara.restart();
  expect(sara.find(recordId)).toMatchObject({ waiting: 1, record: { fields: { contact: { count: 3 } } } });
  await sara.letTimePass();
  await carla.syncNow();
  expect(carla.find(recordId).record).toMatchObject({
    review: { state: 'submitted', before: { contact: { count: 1 } } },
    comments: [{ text: 'Quante persone erano?' }, { text: 'Erano tre' }],
  });
  await carla.save(reviewOf(carla.find(recordId).record, 'validate'));
  await syncAll(carla, sara, marco);
  for (const place of all) expect(place.find(recordId).record.review.state).toBe('validated');
  await expectNothingLost(world, all);
  await expectEqualRecords(world, all);
});

it('a validation of what somebody has changed meanwhile comes back to the coordinator instead of covering it', async () => {
  const { sara, carla, all } = await threeDevices();
  const { recordId } = await sara.save(createPerson({ nickname: 'Fatou' }));
  await syncAll(sara, carla);
  await sara.save(editOf(sara.find(recordId).record, { nickname: 'Fatoumata' }));
  await sara.syncNow();
  await carla.save(reviewOf(carla.find(recordId).record, 'validate'));
  await carla.syncNow();
  expect(carla.vault().outbox.peek()).toMatchObject([{ state: 'attention', refusal: { type: 'ReviewOutdated' } }]);
  await expectNothingLost(world, all);
});

const YEAR_MS = 365 * 86_400_000;
it.each([YEAR_MS, -YEAR_MS])('18: a device clock %d ms off orders nothing and wins nothing', async (clockShiftMs) => {
  const sara = await world.settle(people.sara, { clockShiftMs });
  const marco = await world.settle(people.marco);
  const { recordId } = await marco.save(createPerson({ nickname: 'Primo' }));
  await syncAll(marco, sara);
  await sara.save(editOf(sara.find(recordId).record, { nickname: 'Secondo' }));
  await syncAll(sara, marco);
  await marco.save(editOf(marco.find(recordId).record, { nickname: 'Terzo' }));
  await syncAll(marco, sara);
  for (const place of [sara, marco]) expect(place.find(recordId).record.fields).toEqual({ nickname: 'Terzo' });
  const provedMs = Date.parse(sara.vault().status.peek().safeAt ?? '');
  expect(Math.abs(provedMs - Date.now()), "proofs carry the server's time").toBeLessThan(YEAR_MS / 2);
  await sara.restart();
  await sara.letTimePass();
  await expectEqualRecords(world, [sara, marco]);
});
