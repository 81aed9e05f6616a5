import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import type { Id } from '../../src/domain/primitives.ts';
import { figuresOf } from '../../src/features/event-records.ts';
import { byCard, countedHere, oneMore } from '../../src/features/guest/guest-desk.ts';
import { newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { openCode } from '../server/test-guests.ts';
import { createWorld, type World } from './create-world.ts';
import { startGuest } from './guest-place.ts';
import type { Place } from './place.ts';

const AMINA_CARD = 'TC-0123456789ABCDEFGHJK';
const KOFI_CARD = 'TC-9876543210ABCDEFGHJK';

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
const cardOf = (beneficiary: string, code: string) =>
  create('card', { beneficiary, code, state: 'ACTV', issuedDate: world.today });

/** An event, two people with cards, and the code. */
async function openEvent(coordinator: Place) {
  const keeper = world.server.api.as(`Bearer ${coordinator.store().sessionToken()}`);
  const event = await coordinator.save(
    create('event', { title: 'Orto', type: 'VERD', date: world.today, state: 'PLAN' }),
  );
  const amina = await coordinator.save(createPerson({ nickname: 'Amina' }));
  const kofi = await coordinator.save(createPerson({ nickname: 'Kofi' }));
  await coordinator.save(cardOf(amina.recordId, AMINA_CARD));
  await coordinator.save(cardOf(kofi.recordId, KOFI_CARD));
  await coordinator.syncNow();
  const code = await openCode(keeper, event.recordId);
  return {
    keeper,
    amina,
    code,
    eventId: event.recordId as Id,
    place: { event: event.recordId as Id, shift: undefined },
  };
}

it('two phones at one door count each person once, also when both were offline and a worker wrote the name', async () => {
  const carla = await world.settle(await world.hire('coordinator', 'Carla Neri'));
  const { amina, code, eventId, place } = await openEvent(carla);
  const left = await startGuest(world, code);
  const right = await startGuest(world, code);
  for (const phone of [left, right]) await phone.syncNow();

  for (const { network } of [carla, left, right]) network.cut();
  await left.save(byCard(newId(), place, AMINA_CARD));
  await right.save(byCard(newId(), place, AMINA_CARD));
  await right.save(byCard(newId(), place, KOFI_CARD));
  await left.save(oneMore(newId(), place));
  await right.save(oneMore(newId(), place));
  await carla.save(create('attendance', { event: eventId, beneficiary: amina.recordId, role: 'PART', minutes: 60 }));
  for (const { network } of [carla, left, right]) network.heal();
  for (const one of [right, left, carla, right, left, carla]) await one.syncNow();

  const { uniqueParticipants, attendances, unknownParticipants, minutes } = figuresOf(
    carla.vault(),
    carla.find(eventId),
  );
  expect({ uniqueParticipants, attendances, unknownParticipants, minutes }).toEqual({
    uniqueParticipants: 2,
    attendances: 4,
    unknownParticipants: 2,
    minutes: 60,
  });
  expect(countedHere(left.vault(), eventId)).toHaveLength(2);
  expect(countedHere(right.vault(), eventId)).toHaveLength(3);
  const ledger = await world.ledger();
  for (const phone of [left, right]) {
    expect(phone.faults).toEqual([]);
    expect(phone.vault().outbox.peek()).toEqual([]);
    const kinds = phone
      .vault()
      .caseload.all()
      .map(({ record }) => record.kind);
    expect(new Set(kinds), 'nothing but the event and who was counted').toEqual(new Set(['event', 'attendance']));
    for (const { id } of phone.saved) expect(ledger.effectsById.get(id), 'taken once').toBe(1);
  }
  for (const phone of [left, right]) await phone.stop();
});

it('a phone that was opened again goes on; what comes after the grace needs a yes, and then counts', async () => {
  const carla = await world.settle(await world.hire('coordinator', 'Carla Neri'));
  const { keeper, code, eventId, place } = await openEvent(carla);
  const first = await startGuest(world, code);
  await first.syncNow();
  first.network.cut();
  await first.save(oneMore(newId(), place));
  await first.stop();

  // The same phone, and no code is needed any more.
  const again = await startGuest(world, 'none', first.disk);
  expect(countedHere(again.vault(), eventId)).toHaveLength(1);
  expect(await again.phone.leave(), 'nothing leaves that is nowhere else').toMatchObject({ ok: false });
  world.server.clock.advance(80 * 60 * 60_000);
  await again.syncNow();
  expect(again.vault().outbox.peek()).toMatchObject([{ state: 'attention', refusal: { type: 'NotPermitted' } }]);

  const [late] = again.vault().outbox.peek();
  const yes = await keeper.post(`/api/v1/attention/${late?.change.id}`, { protocol: 2, how: 'apply' });
  expect(yes.json).toEqual({ isSettled: true });
  await carla.syncNow();
  expect(figuresOf(carla.vault(), carla.find(eventId))).toMatchObject({ unknownParticipants: 1 });
  await again.stop();
  expect(await again.phone.leave()).toMatchObject({ ok: true });
});
