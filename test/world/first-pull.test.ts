import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SyncActivity } from '../../src/device/sync-status.ts';
import { PULL_RECORDS_MAX } from '../../src/protocol/pull.ts';
import { PUSH_CHANGES_MAX } from '../../src/protocol/push.ts';
import { createService, push } from '../server/test-changes.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import type { Fault } from './faulty-network.ts';
import { logContact } from './fields.ts';
import { expectEqualRecords } from './laws.ts';

/** Three full pages and a short one. */
const RECORDS = PULL_RECORDS_MAX * 3 + 7;

/** About three hundred records. */
const SLOW_ANSWER_BYTES = 200_000;

let world: World;
let sara: Person;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
  const { api } = await world.server.join('outreach');
  const stream = newUuid();
  for (let sent = 0; sent < RECORDS; sent += PUSH_CHANGES_MAX) {
    const count = Math.min(PUSH_CHANGES_MAX, RECORDS - sent);
    const changes = Array.from({ length: count }, () => createService({ date: world.today }));
    await push(api, stream, changes, sent + 1);
  }
});
afterAll(() => world.close());

it.each(['lost', 'answer-lost', 'answer-cut'] as const satisfies readonly Fault[])(
  '17: a first pull whose app is killed at every page (%s) goes on where it was',
  async (fault) => {
    const place = await world.settle(sara, { isStarted: false });
    for (const pages of [1, 2, 3]) {
      await place.restart('good', fault);
      await place.rest();
      expect(place.confirmed().size).toBe(PULL_RECORDS_MAX * pages);
    }
    place.network.asked.length = 0;
    await place.restart();
    await place.letTimePass();
    expect(place.confirmed().size).toBe(RECORDS);
    const pulls = place.network.asked.filter((request) => request.endsWith('/pull'));
    expect(pulls, 'only what was missing is fetched').toHaveLength(1);
    await expectEqualRecords(world, [place]);
  },
);

it('tells how far it is, and a change saved meanwhile goes up before the receipt', async () => {
  const place = await world.settle(sara, { isStarted: false });
  const told: SyncActivity[] = [];
  await place.restart('good', 'slow');
  place.vault().status.subscribe(({ activity }) => {
    if (activity.doing === 'receiving' && activity !== told.at(-1)) told.push(activity);
  });
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const { id } = await place.save(logContact(world.today));
  place.nudge();
  await place.letTimePass();
  expect(told).toEqual(
    [1, 2, 3].map((pages) => ({ doing: 'receiving', done: pages * PULL_RECORDS_MAX, total: RECORDS })),
  );
  expect((await world.ledger()).verdicts.get(id)?.verdict).toBe('accepted');
});

it('over a network too slow for a whole page it all comes in smaller ones', async () => {
  const place = await world.settle(sara, { isStarted: false });
  await place.restart();
  place.network.keep({ answerBytesMax: SLOW_ANSWER_BYTES });
  await place.letTimePass();
  expect(place.confirmed().size).toBeGreaterThanOrEqual(RECORDS);
  expect(Math.max(...place.network.received.map((text) => text.length))).toBeLessThanOrEqual(SLOW_ANSWER_BYTES);
  place.network.heal();
  await expectEqualRecords(world, [place]);
});
