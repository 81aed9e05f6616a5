import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '../device/case-data.ts';
import { cloneDisk } from './clone-disk.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { editOf, logContact } from './fields.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach } from './laws.ts';
import type { Place } from './place.ts';

let world: World;
let sara: Person;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
});
afterAll(() => world.close());

/** A profile copied while two changes wait, and then both go on. */
async function settleTwins(): Promise<{ first: Place; second: Place }> {
  const first = await world.settle(sara);
  await first.letTimePass();
  first.network.cut();
  await first.save(createPerson({ nickname: 'Su entrambi 1' }));
  await first.save(createPerson({ nickname: 'Su entrambi 2' }));
  await first.rest();
  const second = await world.settle(sara, { disk: await cloneDisk(first.disk), isStarted: false });
  first.network.heal();
  expect(second.vault().waitingCount.peek()).toBe(2);
  expect(second.store().streamState().streamId).toBe(first.store().streamState().streamId);
  return { first, second };
}

describe('a cloned browser profile', () => {
  it('19: with the same queue: each change once, and the copy goes on under a stream of its own', async () => {
    const { first, second } = await settleTwins();
    await first.letTimePass();
    await first.save(logContact(world.today));
    await first.letTimePass();
    await second.restart();
    await second.letTimePass();
    await first.letTimePass();
    expect(second.store().streamState().streamId).not.toBe(first.store().streamState().streamId);
    await expectOnceEach(world, [first, second]);
    await first.syncNow();
    await expectEqualRecords(world, [first, second]);
  });

  it('19: with other changes under the same numbers: found out by their hashes, nothing lost and nothing doubled', async () => {
    const { first, second } = await settleTwins();
    const shared = first.vault().outbox.peek()[0]?.change.recordId ?? '';
    await first.save(logContact(world.today, { note: 'del primo' }));
    await first.save(editOf(first.find(shared).record, { nickname: 'Dal primo' }));
    await second.save(logContact(world.today, { note: 'del secondo' }));
    await second.save(editOf(second.find(shared).record, { note: 'Dal secondo' }));
    await second.save(logContact(world.today, { note: 'ancora del secondo' }));
    await second.restart('answer-lost', 'doubled', 'answer-lost');
    first.network.plan('good', 'answer-lost', 'doubled');
    for (const place of [first, second, first, second]) await place.letTimePass();
    for (const place of [first, second]) await place.syncNow();

    await expectNothingLost(world, [first, second]);
    await expectOnceEach(world, [first, second]);
    await expectEqualRecords(world, [first, second]);
    expect(first.find(shared).record.fields).toEqual({ nickname: 'Dal primo', note: 'Dal secondo' });
    const { verdicts } = await world.ledger();
    const taken = [...first.saved, ...second.saved].map(({ id }) => verdicts.get(id)?.verdict ?? 'nowhere');
    expect(taken.filter((verdict) => verdict === 'nowhere' || verdict === 'refused')).toEqual([]);
  });
});
