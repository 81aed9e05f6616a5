import { afterAll, beforeAll, expect, it } from 'vitest';
import { areDifferent, markDifferent, markedPairs } from '../../src/features/different-people.ts';
import { newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import { expectEqualRecords, expectOnceEach } from './laws.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('two coordinators offline mark one pair as two people: it is one pair, and taking one word back leaves the other', async () => {
  const chiara = await world.settle(await world.hire('coordinator', 'Chiara Bruno'));
  const luca = await world.settle(await world.hire('coordinator', 'Luca Neri'));
  const all = [chiara, luca];
  const one = await chiara.save(createPerson({ givenName: 'Amina', familyName: 'Diallo' }));
  const other = await chiara.save(createPerson({ givenName: 'Aminna', familyName: 'Diallo' }));
  for (const place of all) await place.syncNow();
  for (const place of all) place.network.cut();
  const first = await chiara.save(markDifferent(newId(), one.recordId, other.recordId));
  await luca.save(markDifferent(newId(), other.recordId, one.recordId));
  for (const place of all) place.network.heal();
  for (const place of [...all, ...all]) await place.syncNow();

  for (const place of all) {
    expect(place.vault().outbox.peek()).toEqual([]);
    expect(markedPairs(place.vault()).map(({ marks }) => marks.length)).toEqual([2]);
  }
  await chiara.save({ type: 'remove', kind: 'different-people', recordId: first.recordId });
  for (const place of [...all, ...all]) await place.syncNow();
  for (const place of all) expect(areDifferent(place.vault(), one.recordId, other.recordId)).toBe(true);
  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});
