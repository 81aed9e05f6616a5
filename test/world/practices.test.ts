import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { newId } from '../device/a-device.ts';
import { createWorld, type World } from './create-world.ts';
import type { Place } from './place.ts';

const TORINO = 'c_l219';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const card = { title: 'Orto insieme', problem: 'Solitudine', done: 'Un orto nel parco', office: 'Servizi sociali' };
const create = (kind: string, fields: Extract<NewChange, { type: 'create' }>['fields']): NewChange => ({
  type: 'create',
  kind,
  recordId: newId(),
  fields,
});
const validate = ({ record }: ReturnType<Place['find']>): NewChange => ({
  type: 'review',
  verb: 'validate',
  kind: record.kind,
  recordId: record.id,
  seenVersion: record.version,
});
const seenAt = (place: Place, id: string) => place.vault().caseload.find(id)?.record;

it('a practice written offline is read, tried and answered in another city, and each city writes only its own', async () => {
  const anna = await world.settle(await world.hire('outreach', 'Anna Genova'));
  const carla = await world.settle(await world.hire('coordinator', 'Carla Genova'));
  const tina = await world.settle(await world.hire('outreach', 'Tina Torino', TORINO));
  const teo = await world.settle(await world.hire('coordinator', 'Teo Torino', TORINO));
  const person = await anna.save(create('beneficiary', { nickname: 'Moussa' }));

  anna.network.cut();
  const { recordId } = await anna.save(create('practice', card));
  anna.network.heal();
  for (const place of [anna, carla, tina, teo]) await place.syncNow();
  expect(seenAt(carla, recordId)?.fields).toEqual(card);
  expect(seenAt(tina, recordId), 'nobody has decided on it yet').toBeUndefined();

  await carla.save(validate(carla.find(recordId)));
  for (const place of [carla, tina, teo]) await place.syncNow();
  for (const place of [tina, teo]) {
    expect(seenAt(place, recordId)).toMatchObject({ fields: card, createdBy: { name: 'Genova' }, comments: [] });
    expect(seenAt(place, person.recordId), 'people stay in their city').toBeUndefined();
  }

  // Without a network Torino reads it and writes how it went; writing into Genova is refused on the spot.
  tina.network.cut();
  const reply = await tina.save(
    create('practice-reply', { practice: recordId, outcome: 'WORK', text: 'Anche da noi' }),
  );
  const into = { kind: 'practice', recordId } as const;
  const { version } = tina.find(recordId).record;
  const edit = {
    type: 'edit',
    ...into,
    seenVersion: version,
    fields: { title: { from: card.title, to: 'Nostro' } },
  } as const;
  for (const change of [edit, { type: 'comment', ...into, text: 'x' }, { type: 'remove', ...into }] as const)
    expect(await tina.trySave(change)).toBeUndefined();
  tina.network.heal();
  for (const place of [tina, teo]) await place.syncNow();
  await teo.save(validate(teo.find(reply.recordId)));
  for (const place of [teo, anna, carla]) await place.syncNow();
  expect(seenAt(anna, reply.recordId)).toMatchObject({ fields: { outcome: 'WORK' }, createdBy: { name: 'Torino' } });

  // Corrected at home it waits for a coordinator again, and until then the others read what was validated.
  const before = anna.find(recordId).record;
  await anna.save({
    type: 'edit',
    ...into,
    seenVersion: before.version,
    fields: { cost: { from: null, to: '200 €' } },
  });
  for (const place of [anna, carla, tina]) await place.syncNow();
  expect(seenAt(anna, recordId)?.fields).toEqual({ ...card, cost: '200 €' });
  expect(seenAt(tina, recordId)).toMatchObject({ removed: false, fields: card });
  const late = await world.settle(await world.hire('outreach', 'Luca Torino', TORINO));
  await late.syncNow();
  expect(seenAt(late, recordId)?.fields, 'who comes meanwhile reads it too').toEqual(card);
  await carla.save(validate(carla.find(recordId)));
  for (const place of [carla, tina]) await place.syncNow();
  expect(seenAt(tina, recordId)).toMatchObject({ removed: false, fields: { ...card, cost: '200 €' } });

  // Taken back by a coordinator it is gone everywhere else, and a correction alone brings it back to nobody.
  await carla.save({ ...validate(carla.find(recordId)), verb: 'reopen' } as NewChange);
  for (const place of [carla, tina, anna]) await place.syncNow();
  expect(seenAt(tina, recordId)).toMatchObject({ removed: true, fields: {} });
  await anna.save({
    type: 'edit',
    ...into,
    seenVersion: anna.find(recordId).record.version,
    fields: { cost: { from: '200 €', to: '250 €' } },
  });
  for (const place of [anna, tina, carla]) await place.syncNow();
  expect(seenAt(tina, recordId)).toMatchObject({ removed: true, fields: {} });
  await carla.save(validate(carla.find(recordId)));
  for (const place of [carla, tina]) await place.syncNow();
  expect(seenAt(tina, recordId)).toMatchObject({ removed: false, fields: { ...card, cost: '250 €' } });

  for (const place of [anna, carla, tina, teo]) {
    expect(place.faults).toEqual([]);
    expect(place.vault().waitingCount.peek()).toBe(0);
  }
});

it('two devices of one city that correct a card offline dispute it at home, and no other city hears of it', async () => {
  const anna = await world.settle(await world.hire('outreach', 'Anna Due'));
  const bruno = await world.settle(await world.hire('outreach', 'Bruno Due'));
  const carla = await world.settle(await world.hire('coordinator', 'Carla Due'));
  const tina = await world.settle(await world.hire('outreach', 'Tina Due', TORINO));
  const { recordId } = await anna.save(create('practice', card));
  for (const place of [anna, bruno, carla]) await place.syncNow();
  for (const [place, to] of [
    [anna, 'Orto di tutti'],
    [bruno, 'Orto di SECRET'],
  ] as const) {
    place.network.cut();
    const fields = { title: { from: card.title, to } };
    await place.save({
      type: 'edit',
      kind: 'practice',
      recordId,
      seenVersion: place.find(recordId).record.version,
      fields,
    });
    place.network.heal();
  }
  for (const place of [anna, bruno, carla]) await place.syncNow();
  expect(carla.find(recordId).record.conflicts).toMatchObject([{ field: 'title', value: 'Orto di SECRET' }]);
  await carla.save(validate(carla.find(recordId)));
  for (const place of [carla, tina]) await place.syncNow();
  expect(seenAt(tina, recordId)).toMatchObject({ fields: { title: 'Orto di tutti' }, conflicts: [] });
  expect(JSON.stringify(seenAt(tina, recordId))).not.toContain('SECRET');
});

it('a device that joins later, and one whose pages are small, hold the same shelf', async () => {
  const late = await world.settle(await world.hire('coordinator', 'Lia Tardi', TORINO));
  await late.syncNow();
  const shelf = [...late.confirmed().values()].filter(({ municipality }) => municipality !== TORINO);
  expect(shelf.filter(({ removed }) => !removed).map(({ kind }) => kind)).toEqual(['practice', 'practice']);
  expect(new Set(shelf.map(({ kind }) => kind))).toEqual(new Set(['practice']));
});
