import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXPIRY_DAYS } from '../../src/device/expiry.ts';
import type { Change } from '../../src/domain/change.ts';
import { inMunicipality, OPERATOR_ACTOR } from '../../src/server/store/in-municipality.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { commentOn, editOf, logContact } from './fields.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach, verdictsOf } from './laws.ts';

/** How others failed in the field; the numbers are those of the table in test/README.md. */
let world: World;
let sara: Person;
let carla: Person;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
  carla = await world.hire('coordinator', 'Carla Neri');
});
afterAll(() => world.close());

const DAY_MS = 86_400_000;

it('3: what was refused is counted apart from what waits, and saved = taken + waiting + refused on both sides', async () => {
  const place = await world.settle(sara);
  await place.syncNow();
  place.network.cut();
  for (let count = 0; count < 3; count += 1) await place.save(logContact(world.today));
  // The device's own rules would stop this one: what an older app let through.
  place.timers.shift(DAY_MS * 2);
  const tomorrow = new Date(Date.parse(world.today) + DAY_MS).toISOString().slice(0, 10);
  const refused = await place.save(logContact(tomorrow));
  place.timers.shift(-DAY_MS * 2);
  place.network.heal();
  await place.letTimePass();
  await place.save(logContact(world.today));
  const { outbox, waitingCount, attentionCount, status } = place.vault();
  expect([waitingCount.peek(), attentionCount.peek()]).toEqual([1, 1]);
  expect(outbox.peek().filter(({ state }) => state === 'attention')).toMatchObject([{ change: refused }]);
  expect(status.peek().safeAt).toBeUndefined();
  const verdicts = await verdictsOf(world, place);
  const taken = verdicts.filter((verdict) => verdict === 'accepted').length;
  expect(verdicts.filter((verdict) => verdict === 'refused')).toHaveLength(attentionCount.peek());
  expect(place.saved).toHaveLength(taken + waitingCount.peek() + attentionCount.peek());
  // The receipt counts what the server answered for, the refused one too.
  expect(place.store().streamState()).toMatchObject({ count: taken + attentionCount.peek() });
});

it('10: of 1,000 changes with one invalid among them 999 arrive', async () => {
  const place = await world.settle(sara);
  await place.syncNow();
  place.network.cut();
  for (let count = 0; count < 500; count += 1) await place.save(logContact(world.today));
  place.timers.shift(DAY_MS * 2);
  const tomorrow = new Date(Date.parse(world.today) + DAY_MS).toISOString().slice(0, 10);
  const poison = await place.save(logContact(tomorrow));
  place.timers.shift(-DAY_MS * 2);
  for (let count = 0; count < 499; count += 1) await place.save(logContact(world.today));
  place.network.heal();
  await place.letTimePass();
  expect(place.vault().outbox.peek()).toMatchObject([
    { change: poison, state: 'attention', refusal: { type: 'FieldsRefused' } },
  ]);
  const verdicts = await verdictsOf(world, place);
  expect(verdicts.filter((verdict) => verdict === 'accepted')).toHaveLength(999);
  await expectNothingLost(world, [place]);
});

it('21: a device away for longer than the limit asks for everything, and what was removed meanwhile stays removed', async () => {
  const place = await world.settle(sara);
  const removed = await place.save(createPerson({ nickname: 'Rimossa' }));
  const stays = await place.save(createPerson({ nickname: 'Resta' }));
  await place.letTimePass();
  const office = await world.settle(carla);
  await office.letTimePass();
  place.network.cut();
  // Written before the device went into a drawer, on a record that will be gone.
  await place.save(editOf(place.find(removed.recordId).record, { note: 'scritta prima' }));
  await office.save({ type: 'remove', recordId: removed.recordId, kind: 'beneficiary', reason: 'Doppia' });
  await office.letTimePass();

  place.timers.shift((EXPIRY_DAYS + 1) * DAY_MS);
  await place.restart('good');
  expect(place.vault().hasExpired).toBe(true);
  place.network.asked.length = 0;
  await place.letTimePass();
  expect(place.network.asked).toContainEqual('GET /api/v1/pull');
  expect(
    place
      .vault()
      .caseload.ofKind('beneficiary')
      .map(({ record }) => record.id),
  ).not.toContain(removed.recordId);
  expect(place.find(stays.recordId).confirmed?.fields).toMatchObject({ nickname: 'Resta' });
  const { records } = await world.ledger();
  expect(records.get(removed.recordId)?.removed).toBe(true);
  expect(place.vault().outbox.peek()).toMatchObject([
    { state: 'attention', refusal: { type: 'RecordRemoved' }, change: { fields: { note: { to: 'scritta prima' } } } },
  ]);
  await expectNothingLost(world, [place, office]);
});

it('23: every edit made offline stands in the audit by itself, with its author and the time on the device', async () => {
  const place = await world.settle(sara);
  const { recordId } = await place.save(createPerson({ nickname: 'Momo' }));
  await place.letTimePass();
  place.network.cut();
  const edits: Change[] = [];
  for (const note of ['prima', 'seconda', 'terza']) {
    edits.push(await place.save(editOf(place.find(recordId).record, { note })));
    place.timers.shift(60_000);
  }
  edits.push(await place.save(commentOn(place.find(recordId).record, 'quarta')));
  place.network.heal();
  await place.letTimePass();
  const municipality = sara.actor.municipality;
  const rows = await inMunicipality(
    world.server.owner,
    { municipality, actor: OPERATOR_ACTOR },
    (sql) => sql<{ actor: string; body: string }[]>`
      SELECT a.actor, c.body FROM audit a JOIN changes c ON c.municipality = a.municipality AND c.id = (a.detail::json->>'change')::uuid
      WHERE a.municipality = ${municipality} AND a.action = 'change' AND c.id = ANY(${edits.map(({ id }) => id)}::uuid[])
      ORDER BY a.seq`,
  );
  expect(rows.map(({ actor, body }) => ({ actor, change: JSON.parse(body) }))).toEqual(
    edits.map((change) => ({ actor: sara.actor.id, change })),
  );
  expect(new Set(edits.map(({ at }) => at)).size).toBe(4);
  await expectOnceEach(world, [place]);
  await expectEqualRecords(world, [place]);
});
