import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { overfullItemsOf } from '../../src/features/overfull-items.ts';
import { newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import { editOf } from './fields.ts';
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
const lacking = (place: Place) =>
  overfullItemsOf(place.vault(), world.today).map(({ recordId, overfull }) => [
    recordId,
    overfull.others.map(({ id }) => id),
  ]);

it('two devices offline give away the last bed: both placements hold, the second is told to both and to the coordinator until somebody decides', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const carla = await world.settle(await world.hire('coordinator', 'Carla Neri'));
  const dario = await world.settle(await world.hire('outreach', 'Dario Sala'));
  const all = [sara, marco, carla, dario];
  const home = await sara.save(create('dwelling', { name: 'Casa del porto', type: 'POST', places: 1 }));
  const amina = await sara.save(createPerson({ nickname: 'Amina' }));
  const kofi = await sara.save(createPerson({ nickname: 'Kofi' }));
  const placed = (who: { recordId: string }) =>
    create('placement', { beneficiary: who.recordId, measures: ['ATMP'], stage: 'INSE', entryDate: world.today });
  const forAmina = await sara.save(placed(amina));
  const forKofi = await sara.save(placed(kofi));
  for (const place of all) await place.syncNow();

  const takeBed = (place: Place, placement: { recordId: string }) =>
    place.save(editOf(place.find(placement.recordId).record, { dwellingId: home.recordId }));
  sara.network.cut();
  marco.network.cut();
  await takeBed(sara, forAmina);
  await takeBed(marco, forKofi);
  // Nobody can know yet.
  expect([lacking(sara), lacking(marco)]).toEqual([[], []]);
  // Marco wrote later, and reaches the server first: Amina comes second.
  marco.network.heal();
  await marco.syncNow();
  sara.network.heal();
  for (const place of [sara, ...all]) await place.syncNow();

  for (const place of all) expect(place.vault().outbox.peek(), 'nothing is refused').toEqual([]);
  const second = [[forAmina.recordId, [forKofi.recordId]]];
  expect([lacking(sara), lacking(marco), lacking(carla)]).toEqual([second, second, second]);
  expect(lacking(dario), 'who wrote neither has nothing to decide').toEqual([]);

  // Offline again, the two decide at once and differently: both hold, and nothing is left to decide.
  sara.network.cut();
  await sara.save(editOf(sara.find(forAmina.recordId).record, { overPlacesReason: 'Divano letto fino a lunedì' }));
  expect(lacking(sara)).toEqual([]);
  await carla.save(editOf(carla.find(home.recordId).record, { places: 2 }));
  await carla.syncNow();
  sara.network.heal();
  for (const place of [sara, ...all]) await place.syncNow();
  for (const place of all) expect(lacking(place)).toEqual([]);

  // A place less, and the reason still stands: somebody has decided. One person more is another matter.
  await carla.save(editOf(carla.find(home.recordId).record, { places: 1 }));
  for (const place of [carla, ...all]) await place.syncNow();
  expect(lacking(carla)).toEqual([]);
  await marco.save(editOf(marco.find(forAmina.recordId).record, { householdSize: 2 }));
  for (const place of [marco, ...all]) await place.syncNow();
  expect([lacking(sara), lacking(marco), lacking(carla)]).toEqual([second, second, second]);

  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});
