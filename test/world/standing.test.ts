import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AttentionResponse, SettleResponse } from '../../src/protocol/attention.ts';
import { API_BASE, PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { must } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { editOf, logServiceFor } from './fields.ts';
import { expectEqualRecords } from './laws.ts';
import type { Place } from './place.ts';

/** The author hears what became of a refused change: the row leaves with a word, or gets the reason as it is now. */
let world: World;
let coordinator: Place;
let sara: Person;
beforeAll(async () => {
  world = await createWorld();
  coordinator = await world.settle(await world.hire('coordinator', 'Carla Neri'));
});
afterAll(() => world.close());
beforeEach(async () => {
  sara = await world.hire('outreach', 'Sara Conti');
});

const asCoordinator = () => world.server.api.as(`Bearer ${coordinator.store().sessionToken()}`);
const settle = async (changeId: string, how: string, note?: string) =>
  SettleResponse.parse(
    (await asCoordinator().post(`${API_BASE}/attention/${changeId}`, { protocol: PROTOCOL_VERSION, how, note })).json,
  );
const openIds = async () =>
  AttentionResponse.parse((await asCoordinator().get(`${API_BASE}/attention`)).json).items.map(
    ({ changeId }) => changeId,
  );

/** A service for somebody whom a colleague has removed meanwhile; the author has not heard of it. */
async function refused(place: Place): Promise<{ changeId: string; recordId: string; personId: string }> {
  const { recordId: personId } = await place.save(createPerson({ nickname: 'Momo' }));
  await place.letTimePass();
  await coordinator.syncNow();
  place.network.cut();
  const service = await place.save(logServiceFor(personId, world.today, { note: 'sul molo' }));
  await coordinator.save({ type: 'remove', recordId: coordinator.find(personId).record.id, kind: 'beneficiary' });
  await coordinator.letTimePass();
  place.network.heal();
  await place.letTimePass();
  expect(place.vault().outbox.peek()).toMatchObject([{ state: 'attention', change: { id: service.id } }]);
  return { changeId: service.id, recordId: service.recordId, personId };
}

const bringBack = async (personId: string) => {
  await coordinator.save({ type: 'restore', recordId: coordinator.find(personId).record.id, kind: 'beneficiary' });
  await coordinator.letTimePass();
};
const isEmptied = (place: Place) => expect(place.vault().outbox.peek()).toEqual([]);
const told = (place: Place) => place.vault().settled.peek();

describe('a refused change that a coordinator', () => {
  it('accepts leaves with its record and a word, once, over a restart too', async () => {
    const place = await world.settle(sara);
    const { changeId, recordId, personId } = await refused(place);
    await bringBack(personId);
    expect(await settle(changeId, 'apply')).toEqual({ isSettled: true });
    await place.syncNow();
    isEmptied(place);
    expect(told(place)).toMatchObject([
      { how: 'accepted', by: { name: 'Carla Neri' }, change: { id: changeId, fields: { note: 'sul molo' } } },
    ]);
    expect(place.find(recordId).confirmed?.fields).toMatchObject({ note: 'sul molo' });
    await place.restart();
    await place.letTimePass();
    expect(told(place)).toHaveLength(1);
    must(await place.vault().forgetSettled(changeId));
    await place.restart();
    expect(told(place)).toEqual([]);
    await coordinator.syncNow();
    await expectEqualRecords(world, [place, coordinator]);
  });

  it('mends or closes with a reason leaves with that word', async () => {
    const place = await world.settle(sara);
    const one = await refused(place);
    await settle(one.changeId, 'mended');
    await place.syncNow();
    const other = await refused(place);
    await settle(other.changeId, 'dismiss', 'Era un doppione.');
    await place.syncNow();
    isEmptied(place);
    expect(told(place)).toMatchObject([
      { how: 'mended', by: { name: 'Carla Neri' }, change: { id: one.changeId } },
      { how: 'dismissed', by: { name: 'Carla Neri' }, note: 'Era un doppione.', change: { id: other.changeId } },
    ]);
  });

  it('tries to accept and cannot stays, with the reason as it is now', async () => {
    const place = await world.settle(sara);
    const { recordId: personId } = await place.save(createPerson({ nickname: 'Momo' }));
    await place.letTimePass();
    await coordinator.syncNow();
    place.network.cut();
    const { id: changeId } = await place.save(editOf(place.find(personId).record, { note: 'sul molo' }));
    await coordinator.save({ type: 'remove', recordId: coordinator.find(personId).record.id, kind: 'beneficiary' });
    await coordinator.letTimePass();
    place.network.heal();
    await place.letTimePass();
    const into = await coordinator.save(createPerson({ nickname: 'Momo D.' }));
    await coordinator.save({ type: 'restore', recordId: coordinator.find(personId).record.id, kind: 'beneficiary' });
    const { id: recordId } = coordinator.find(personId).record;
    await coordinator.save({ type: 'merge', recordId, kind: 'beneficiary', into: into.recordId });
    await coordinator.letTimePass();
    expect(place.vault().outbox.peek()[0]?.refusal).toEqual({ type: 'RecordRemoved' });
    const { refusal } = await settle(changeId, 'apply');
    expect(refusal).toEqual({ type: 'RecordMerged', into: into.recordId });
    await place.syncNow();
    expect(place.vault().outbox.peek()).toMatchObject([{ state: 'attention', refusal }]);
    await place.restart();
    expect(place.vault().outbox.peek()).toMatchObject([{ state: 'attention', refusal }]);
    expect(told(place)).toEqual([]);
  });
});

describe('the word of what was settled', () => {
  it('comes although an answer is lost or the tab dies', async () => {
    const place = await world.settle(sara);
    const { changeId } = await refused(place);
    await settle(changeId, 'dismiss', 'Non serve.');
    // Registered already: push has nothing, so a round asks pull, returned, standing, receipt.
    place.network.plan('good', 'good', 'answer-lost');
    await place.syncNow();
    await place.restart('good', 'good', 'answer-cut');
    await place.letTimePass();
    isEmptied(place);
    expect(told(place)).toMatchObject([{ how: 'dismissed', change: { id: changeId } }]);
  });

  it('comes to every device of the author that still shows it', async () => {
    const place = await world.settle(sara);
    const { changeId } = await refused(place);
    await settle(changeId, 'send-back', 'Guarda tu.');
    const second = await world.settle(sara);
    await second.letTimePass();
    expect(second.vault().outbox.peek()).toMatchObject([{ state: 'attention', note: 'Guarda tu.' }]);
    must(await second.vault().discardChange(changeId));
    await second.letTimePass();
    expect(await openIds()).not.toContain(changeId);
    await place.syncNow();
    // They let it go themselves: that is no news to them.
    isEmptied(place);
    expect([told(place), told(second)]).toEqual([[], []]);
  });

  it('is none where the author let the row go at that moment', async () => {
    const place = await world.settle(sara);
    const { changeId } = await refused(place);
    await settle(changeId, 'dismiss', 'Non serve.');
    await place.rest();
    must(await place.vault().discardChange(changeId));
    await place.letTimePass();
    isEmptied(place);
    expect(told(place)).toEqual([]);
  });
});
