import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_BASE } from '../../src/protocol/version.ts';
import { createLock } from '../sync/a-lock.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { logContact } from './fields.ts';
import { expectEqualRecords, expectOnceEach } from './laws.ts';
import type { Place } from './place.ts';

let world: World;
let sara: Person;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
});
afterAll(() => world.close());

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
};
const isSafe = (place: Place) => {
  const { safeAt } = place.vault().status.peek();
  return safeAt !== undefined && place.vault().waitingCount.peek() === 0;
};

describe('two tabs of one vault', () => {
  it('12: one sends what both save, in order and once; the other follows, and takes over when the first one closes', async () => {
    const lead = createLock();
    const first = await world.settle(sara, { lead });
    await until(() => first.timers.count() > 0);
    const second = await world.settle(sara, { disk: first.disk, lead });
    for (let count = 0; count < 5; count += 1) {
      await first.save(logContact(world.today, { note: `prima scheda ${count}` }));
      await second.save(logContact(world.today, { note: `seconda scheda ${count}` }));
    }
    await until(() => first.vault().waitingCount.peek() === 10);
    second.nudge();
    first.nudge();
    await until(() => isSafe(first) && isSafe(second));
    expect(second.network.asked.filter((request) => request.startsWith('POST') && request.endsWith('/push'))).toEqual(
      [],
    );
    expect(second.confirmed()).toEqual(first.confirmed());

    // The first one dies while its answer is on the way.
    await first.save(logContact(world.today, { note: 'a metà' }));
    await second.save(logContact(world.today, { note: 'a metà, seconda' }));
    first.network.plan('answer-lost');
    first.network.asked.length = 0;
    first.nudge();
    await until(() => first.network.asked.length > 0);
    first.stop();
    await until(() => second.timers.count() > 0);
    await second.letTimePass();
    expect(second.vault().waitingCount.peek()).toBe(0);
    await expectOnceEach(world, [first, second]);
    await expectEqualRecords(world, [second]);
    expect(second.faults).toEqual([]);
  });

  it('12: the second takes over from a frozen first one that is in the middle of sending, and each change counts once', async () => {
    const lead = createLock();
    const first = await world.settle(sara, { lead });
    await until(() => first.timers.count() > 0);
    const second = await world.settle(sara, { disk: first.disk, lead });
    for (let count = 0; count < 3; count += 1) await first.save(logContact(world.today, { note: `prima ${count}` }));
    await until(() => second.vault().waitingCount.peek() === 3);
    first.network.plan('slow');
    first.network.asked.length = 0;
    first.nudge();
    await until(() => first.network.asked.length > 0);
    await second.save(logContact(world.today, { note: 'seconda' }));
    expect(second.vault().waitingCount.peek()).toBe(4);
    lead.takeOver();
    await until(() => second.timers.count() > 0);
    await second.letTimePass();
    expect(second.vault().waitingCount.peek()).toBe(0);
    expect(isSafe(second)).toBe(true);
    await expectOnceEach(world, [first, second]);
    await expectEqualRecords(world, [second]);
    expect([...first.faults, ...second.faults]).toEqual([]);
  });

  it('12: without a lock both send, and still each change counts once', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(sara, { disk: first.disk });
    for (let count = 0; count < 6; count += 1) {
      await first.save(logContact(world.today));
      await second.save(logContact(world.today));
      first.nudge();
      second.nudge();
    }
    await first.letTimePass();
    await second.letTimePass();
    await first.letTimePass();
    await expectOnceEach(world, [first, second]);
    await expectEqualRecords(world, [first, second]);
  });
});

it('a session that the sending tab renews holds in the other one too', async () => {
  const lead = createLock();
  const first = await world.settle(sara, { lead });
  await until(() => first.timers.count() > 0);
  const second = await world.settle(sara, { disk: first.disk, lead });
  const ended = second.store().sessionToken();
  await world.server.api.as(`Bearer ${ended}`).delete(`${API_BASE}/session`);
  await first.save(logContact(world.today));
  await first.syncNow();
  await until(() => second.store().sessionToken() !== ended);
  const answer = await world.server.api
    .as(`Bearer ${second.store().sessionToken()}`)
    .get(`${API_BASE}/pull?protocol=1`);
  expect(answer.status).toBe(200);
});

describe('live', () => {
  it('a change reaches another device by itself, also one made while its connection was down', async () => {
    const author = await world.settle(sara);
    const reader = await world.settle(await world.hire('coordinator', 'Carla Neri'), { isLive: true });
    await until(() => reader.network.asked.some((request) => request.endsWith('/live')));
    const first = await author.save(logContact(world.today));
    await author.syncNow();
    await until(() => reader.vault().caseload.find(first.recordId) !== undefined);
    await until(() => isSafe(reader));

    // Signing out ends the connection on the server's side; without a network it does not come back.
    reader.network.cut();
    await world.server.api.as(`Bearer ${reader.store().sessionToken()}`).delete(`${API_BASE}/session`);
    const second = await author.save(logContact(world.today));
    await author.syncNow();
    reader.network.heal();
    await until(() => reader.timers.count() > 0);
    // Only time passes: the timers of the machine and of the connection.
    for (let wakes = 0; wakes < 20 && reader.vault().caseload.find(second.recordId) === undefined; wakes += 1) {
      reader.timers.wakeNext();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(reader.vault().caseload.find(second.recordId)).toBeDefined();
    reader.stop();
  });
});
