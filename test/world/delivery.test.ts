import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICE_VERSION_NOW } from '../../src/domain/lists/notice.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import type { Fault } from './faulty-network.ts';
import { commentOn, logContact } from './fields.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach, verdictsOf } from './laws.ts';

let world: World;
let sara: Person;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
});
afterAll(() => world.close());

describe('law 2: a change takes effect exactly once, however often it is sent', () => {
  const roads: readonly (readonly [string, readonly (Fault | 'good')[]])[] = [
    ['every push arrives twice', ['doubled', 'good', 'good', 'doubled']],
    ['the answers of three pushes in a row are lost', ['answer-lost', 'answer-lost', 'answer-lost']],
    ['an answer breaks off in the middle', ['answer-cut', 'answer-cut']],
    ['the connection breaks inside the request', ['cut-inside', 'cut-inside']],
    ['a push arrives once more after what came later', ['straggler', 'straggler', 'straggler']],
    ['all of it in turn', ['cut-inside', 'doubled', 'answer-lost', 'straggler', 'answer-cut', 'slow', 'answer-lost']],
  ];
  it.each(roads)('%s', async (_, faults) => {
    const place = await world.settle(sara);
    await place.syncNow();
    place.network.plan(...faults);
    const { recordId } = await place.save(createPerson({ nickname: 'Momo' }));
    for (const text of ['prima', 'seconda', 'terza']) await place.save(commentOn(place.find(recordId).record, text));
    await place.syncNow();
    await place.save(commentOn(place.find(recordId).record, 'quarta'));
    place.nudge();
    await place.letTimePass();
    await expectOnceEach(world, [place]);
    await expectEqualRecords(world, [place]);
    const texts = place.find(recordId).confirmed?.comments.map(({ text }) => text);
    expect(texts).toEqual(['prima', 'seconda', 'terza', 'quarta']);
  });
});

describe('an answer that is not our server speaking leaves the queue as it is', () => {
  const faults: readonly Fault[] = [404, 408, 413, 429, 500, 502, 503, 504].map((status) => ({ status }));
  it.each([...faults, 'captive-portal', 'black-hole', 'answer-black-hole'] as const)('8: %j', async (fault) => {
    const place = await world.settle(sara, { timeoutMs: fault === 'captive-portal' ? 20_000 : 1_000 });
    await place.syncNow();
    for (let count = 0; count < 3; count += 1) await place.save(logContact(world.today));
    const queue = place.vault().outbox.peek();
    place.network.keep(fault);
    for (let round = 0; round < 2; round += 1) {
      await place.syncNow();
      expect(place.vault().outbox.peek()).toEqual(queue);
      expect(place.vault().status.peek()).toMatchObject({ isOnline: false, safeAt: undefined });
    }
    place.network.heal();
    await place.letTimePass();
    await expectOnceEach(world, [place]);
    expect(await verdictsOf(world, place)).toEqual(['accepted', 'accepted', 'accepted']);
  });
});

it('law 4: one change among 300 that the server refuses stops nothing but what leans on it', async () => {
  const place = await world.settle(sara);
  await place.syncNow();
  place.network.cut();
  for (let count = 0; count < 150; count += 1) await place.save(logContact(world.today));
  // The tablet's clock is a day ahead: what it takes for today is the future for the server.
  place.timers.shift(86_400_000);
  const poison = await place.save(createPerson({ nickname: 'Poison', notice: noticeOf(tomorrow()) }));
  const leaning = await place.save(commentOn(place.find(poison.recordId).record, 'leans on it'));
  place.timers.shift(-86_400_000);
  for (let count = 0; count < 148; count += 1) await place.save(logContact(world.today));
  place.network.heal();
  await place.letTimePass();
  expect(place.vault().outbox.peek()).toMatchObject([
    { change: poison, state: 'attention', refusal: { type: 'FieldsRefused' } },
    { change: leaning, state: 'attention', refusal: { type: 'RecordUnknown' } },
  ]);
  const verdicts = await verdictsOf(world, place);
  expect(verdicts.filter((verdict) => verdict === 'accepted')).toHaveLength(298);
  await expectNothingLost(world, [place]);
});

const noticeOf = (date: string) => ({ date, language: 'ita', version: NOTICE_VERSION_NOW });
const tomorrow = () => new Date(Date.parse(world.today) + 86_400_000).toISOString().slice(0, 10);

describe('law 5: "safe" only after a receipt that equals what the device knows', () => {
  it('never while something waits, whatever the network does', async () => {
    const place = await world.settle(sara);
    await place.letTimePass();
    const lies: unknown[] = [];
    place.vault().status.subscribe(({ safeAt }) => {
      const waiting = place.vault().waitingCount.peek();
      if (safeAt !== undefined && waiting > 0) lies.push({ safeAt, waiting });
    });
    place.network.plan('answer-lost', 'good', 'answer-cut', 'good', 'good', 'captive-portal');
    for (let count = 0; count < 6; count += 1) {
      await place.save(logContact(world.today));
      expect(place.vault().status.peek().safeAt).toBeUndefined();
      await place.syncNow();
    }
    await place.letTimePass();
    expect(lies).toEqual([]);
  });

  it('not when a change is saved while the receipt is on its way', async () => {
    const place = await world.settle(sara);
    await place.letTimePass();
    await place.save(logContact(world.today));
    place.network.plan('good', 'good', 'slow');
    place.network.asked.length = 0;
    place.nudge();
    while (!place.network.asked.some((request) => request.endsWith('/receipt')))
      await new Promise((resolve) => setImmediate(resolve));
    await place.save(logContact(world.today));
    await place.rest();
    expect(place.vault().waitingCount.peek()).toBe(1);
    expect(place.vault().status.peek()).toMatchObject({ isOnline: true, safeAt: undefined });
  });

  it('4: not after a push that went into a black hole, although the server has it', async () => {
    const place = await world.settle(sara, { timeoutMs: 1_000 });
    await place.letTimePass();
    const { id } = await place.save(logContact(world.today));
    place.network.plan('answer-black-hole');
    await place.syncNow();
    expect((await world.ledger()).verdicts.get(id)?.verdict).toBe('accepted');
    expect(place.vault().status.peek()).toMatchObject({ safeAt: undefined, isOnline: false });
    expect(place.vault().waitingCount.peek()).toBe(1);
    await place.letTimePass();
    await expectOnceEach(world, [place]);
  });

  it('not when the receipt speaks of another stream than what was sent', async () => {
    const place = await world.settle(sara);
    await place.save(logContact(world.today));
    await place.letTimePass();
    const { streamId } = place.store().streamState();
    // What a stray second device of the same stream would leave.
    await world.server.owner.begin(async (sql) => {
      await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
      await sql`UPDATE streams SET count = count + 1, chain = ${'f'.repeat(64)} WHERE stream = ${streamId}`;
    });
    const troubles: unknown[] = [];
    place.vault().status.subscribe(({ trouble, safeAt }) => {
      if (trouble !== undefined) troubles.push([trouble, safeAt]);
    });
    await place.syncNow();
    expect(troubles).not.toEqual([]);
    expect(troubles).toEqual(troubles.map(() => ['receipt-differs', undefined]));
  });
});
