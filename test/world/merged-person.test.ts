import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { changesForSurvivor } from '../../src/features/attention/mend.ts';
import { figuresOf } from '../../src/features/event-records.ts';
import { countDay, ownServices } from '../../src/features/own-services.ts';
import { survivorIn } from '../../src/features/survivor.ts';
import { must, newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import { expectEqualRecords, expectOnceEach } from './laws.ts';
import type { Place } from './place.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const create = (kind: string, fields: Extract<NewChange, { type: 'create' }>['fields']): NewChange => ({
  type: 'create',
  kind,
  recordId: newId(),
  fields,
});
const serviceFor = (beneficiary: string): NewChange =>
  create('service', { types: ['ORIE'], date: world.today, beneficiary });
const aboutAt = (place: Place, id: string) =>
  place
    .vault()
    .caseload.about(id)
    .map(({ record }) => record.id)
    .sort();
const peopleToday = (place: Place) => countDay(ownServices(place.vault()), survivorIn(place.vault())).people;

it('what an offline device wrote about a person who was merged away follows the person, and comes back when they are parted', async () => {
  const marta = await world.settle(await world.hire('outreach', 'Marta Rossi'));
  const chiara = await world.settle(await world.hire('coordinator', 'Chiara Bruno'));
  const all = [marta, chiara];
  const amina = await marta.save(createPerson({ givenName: 'Amina', familyName: 'Diallo', birthYear: 1994 }));
  const double = await marta.save(createPerson({ givenName: 'Aminata', familyName: 'Diallo', birthYear: 1994 }));
  const first = await marta.save(serviceFor(amina.recordId));
  const second = await marta.save(serviceFor(double.recordId));
  const event = await marta.save(create('event', { title: 'Orto', type: 'VERD', date: world.today, state: 'PLAN' }));
  const came = (beneficiary: string) =>
    create('attendance', { event: event.recordId, beneficiary, role: 'PART', minutes: 60 });
  for (const person of [amina, double]) await marta.save(came(person.recordId));
  for (const place of all) await place.syncNow();

  marta.network.cut();
  const third = await marta.save(serviceFor(double.recordId));
  await marta.save({
    type: 'edit',
    kind: 'beneficiary',
    recordId: double.recordId,
    seenVersion: marta.find(double.recordId).record.version,
    fields: { phone: { from: null, to: '+39 3555 551234' } },
  });
  await chiara.save({ type: 'merge', kind: 'beneficiary', recordId: double.recordId, into: amina.recordId });
  await chiara.syncNow();
  marta.network.heal();
  for (const place of [marta, ...all]) await place.syncNow();

  // The service is taken and follows the person; the edit waits with its author, whole.
  const everything = [first, second, third].map(({ recordId }) => recordId).sort();
  for (const place of all) {
    expect(aboutAt(place, amina.recordId)).toEqual(everything);
    expect(place.vault().caseload.ofKind('beneficiary')).toHaveLength(1);
    expect(figuresOf(place.vault(), place.find(event.recordId))).toMatchObject({
      uniqueParticipants: 1,
      attendances: 1,
      minutes: 60,
    });
  }
  expect(peopleToday(marta)).toBe(1);
  const refused = marta.vault().outbox.peek();
  expect(refused).toMatchObject([{ state: 'attention', refusal: { type: 'RecordMerged', into: amina.recordId } }]);

  // The way on: written where the person goes on, then let go here.
  const changes = changesForSurvivor(
    refused.map(({ change }) => change),
    marta.find(amina.recordId).record,
  );
  expect(changes).toMatchObject([{ type: 'edit', recordId: amina.recordId }]);
  for (const change of changes) must(await marta.vault().saveChange(change));
  for (const { change } of refused) must(await marta.vault().discardChange(change.id));
  for (const place of [marta, ...all]) await place.syncNow();
  expect(chiara.find(amina.recordId).record.fields.phone).toBe('+39 3555 551234');
  expect(marta.vault().outbox.peek()).toEqual([]);

  await chiara.save({ type: 'unmerge', kind: 'beneficiary', recordId: double.recordId });
  for (const place of [chiara, ...all]) await place.syncNow();
  for (const place of all) {
    expect(aboutAt(place, amina.recordId)).toEqual([first.recordId]);
    expect(aboutAt(place, double.recordId)).toEqual([second.recordId, third.recordId].sort());
    expect(place.find(double.recordId).record.fields).toMatchObject({ givenName: 'Aminata', birthYear: 1994 });
    expect(figuresOf(place.vault(), place.find(event.recordId))).toMatchObject({
      uniqueParticipants: 2,
      attendances: 2,
      minutes: 120,
    });
  }
  expect(peopleToday(marta)).toBe(2);
  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});

it('a chain of merges leads to the last one, and two coordinators cannot merge two people into each other', async () => {
  const chiara = await world.settle(await world.hire('coordinator', 'Chiara Bruno'));
  const luca = await world.settle(await world.hire('coordinator', 'Luca Neri'));
  const [a, b, c] = [
    await chiara.save(createPerson({ nickname: 'Uno' })),
    await chiara.save(createPerson({ nickname: 'Due' })),
    await chiara.save(createPerson({ nickname: 'Tre' })),
  ];
  const service = await chiara.save(serviceFor(a.recordId));
  for (const place of [chiara, luca]) await place.syncNow();
  const merge = (from: { recordId: string }, into: { recordId: string }): NewChange => ({
    type: 'merge',
    kind: 'beneficiary',
    recordId: from.recordId as typeof a.recordId,
    into: into.recordId as typeof a.recordId,
  });
  luca.network.cut();
  await luca.save(merge(b, a));
  await chiara.save(merge(a, b));
  await chiara.syncNow();
  luca.network.heal();
  for (const place of [luca, chiara, luca]) await place.syncNow();
  expect(luca.vault().outbox.peek()).toMatchObject([
    { state: 'attention', refusal: { type: 'RecordMerged', into: b.recordId } },
  ]);
  must(await luca.vault().discardChange(luca.vault().outbox.peek()[0]?.change.id ?? ('' as typeof a.id)));

  await chiara.save(merge(b, c));
  for (const place of [chiara, luca, chiara]) await place.syncNow();
  for (const place of [chiara, luca]) {
    expect(survivorIn(place.vault())(a.recordId)).toBe(c.recordId);
    expect(aboutAt(place, c.recordId)).toEqual([service.recordId]);
  }
});

it('a person who was merged has one placement at a time: the second is refused here and at the server, and parted there may be two', async () => {
  const marta = await world.settle(await world.hire('outreach', 'Marta Rossi'));
  const chiara = await world.settle(await world.hire('coordinator', 'Chiara Bruno'));
  const all = [marta, chiara];
  const [amina, double] = [
    await marta.save(createPerson({ givenName: 'Amina', familyName: 'Diallo' })),
    await marta.save(createPerson({ givenName: 'Aminata', familyName: 'Diallo' })),
  ];
  const placementOf = (beneficiary: string) => create('placement', { beneficiary, measures: ['RCAS'], stage: 'SEGN' });
  const first = await marta.save(placementOf(double.recordId));
  for (const place of all) await place.syncNow();

  // Marta does not know of the merge, so her device promises what the server has to refuse.
  marta.network.cut();
  await marta.save(placementOf(amina.recordId));
  await chiara.save({ type: 'merge', kind: 'beneficiary', recordId: double.recordId, into: amina.recordId });
  await chiara.syncNow();
  marta.network.heal();
  for (const place of [marta, ...all]) await place.syncNow();
  const overlaps = {
    type: 'FieldsRefused',
    problems: [{ field: 'beneficiary', rule: 'PlacementOverlaps', other: first.recordId }],
  };
  const [refused] = marta.vault().outbox.peek();
  expect(refused).toMatchObject({ state: 'attention', refusal: overlaps });

  // Who knows of it is told at once, whichever of the two records is named.
  for (const person of [amina, double]) {
    expect(await chiara.vault().saveChange(placementOf(person.recordId))).toEqual({ ok: false, error: overlaps });
  }
  await chiara.save({ type: 'unmerge', kind: 'beneficiary', recordId: double.recordId });
  for (const place of [chiara, ...all]) await place.syncNow();
  must(await marta.vault().retryChange(refused?.change.id ?? ''));
  for (const place of [marta, ...all]) await place.syncNow();
  expect(marta.vault().outbox.peek()).toEqual([]);
  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});
