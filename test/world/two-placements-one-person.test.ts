import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterChange, newHousehold } from '../../src/features/household-moves.ts';
import { placedTwiceItemsOf } from '../../src/features/placed-twice-items.ts';
import { must, newId } from '../device/a-device.ts';
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

const told = (place: Place) =>
  placedTwiceItemsOf(place.vault()).map(({ recordId, others }) => [
    recordId,
    ...others.map((one) => [one.placementId, ...one.personIds]),
  ]);

it('one device offline places a household, the other one of its members: both hold, and both are asked until somebody decides', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const carla = await world.settle(await world.hire('coordinator', 'Carla Neri'));
  const dario = await world.settle(await world.hire('outreach', 'Dario Sala'));
  const all = [sara, marco, carla, dario];
  const household = newId();
  must(await sara.vault().saveChanges([newHousehold(household)]));
  const amina = await sara.save(createPerson({ givenName: 'Amina', familyName: 'Diallo' }));
  const ousmane = await sara.save(createPerson({ givenName: 'Ousmane', familyName: 'Diallo' }));
  const enters = (person: { recordId: string }) => {
    const fields = { household, beneficiary: person.recordId, fromDate: '2026-01-10' };
    return enterChange(newId(), { ...fields, role: 'PART' } as Parameters<typeof enterChange>[1]);
  };
  for (const person of [amina, ousmane]) await sara.save(enters(person));
  for (const place of all) await place.syncNow();

  const placed = (person: { recordId: string }, more: Record<string, string> = {}) => ({
    type: 'create' as const,
    kind: 'placement',
    recordId: newId(),
    fields: { beneficiary: person.recordId, measures: ['COHO'], stage: 'SEGN', referralDate: world.today, ...more },
  });
  for (const place of [sara, marco]) place.network.cut();
  const forAll = await sara.save(placed(amina, { householdId: household }));
  const forOne = await marco.save(placed(ousmane));
  // Nobody can know yet.
  expect([told(sara), told(marco)]).toEqual([[], []]);
  // Marco wrote later, and reaches the server first.
  for (const place of [marco, sara]) {
    place.network.heal();
    await place.syncNow();
  }
  for (const place of [...all, ...all]) await place.syncNow();

  for (const place of all) expect(place.vault().outbox.peek(), 'nothing is refused').toEqual([]);
  const second = [[forAll.recordId, [forOne.recordId, ousmane.recordId]]];
  expect([told(sara), told(marco), told(carla)]).toEqual([second, second, second]);
  expect(told(dario), 'who wrote neither has nothing to decide').toEqual([]);

  // One writes why without a network, the other ends the own placement's reason to be: nothing is left to decide.
  sara.network.cut();
  await sara.save(editOf(sara.find(forAll.recordId).record, { overlapReason: 'Ousmane è in comunità fino a giugno' }));
  expect(told(sara)).toEqual([]);
  expect(told(carla)).toEqual(second);
  sara.network.heal();
  for (const place of [sara, ...all]) await place.syncNow();
  for (const place of all) expect(told(place)).toEqual([]);

  // Moving in is another matter: it is asked again, until he has left the household on the day they move in.
  await marco.save(editOf(marco.find(forAll.recordId).record, { entryDate: world.today }));
  for (const place of [marco, ...all]) await place.syncNow();
  expect([told(sara), told(carla)]).toEqual([second, second]);
  const [belonging] = carla
    .vault()
    .caseload.about(ousmane.recordId)
    .filter(({ record }) => record.kind === 'household-member');
  if (belonging === undefined) throw new Error('he belongs to no household');
  await carla.save(editOf(belonging.record, { toDate: world.today }));
  for (const place of [carla, ...all]) await place.syncNow();
  for (const place of all) expect(told(place)).toEqual([]);

  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});
