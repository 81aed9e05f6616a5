import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { figuresOf } from '../../src/features/event-records.ts';
import { doublePresences, settlePresence } from '../../src/features/settle-presence.ts';
import { newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
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
const numbersAt = (place: Place, event: string) => {
  const { uniqueParticipants, attendances, minutes } = figuresOf(place.vault(), place.find(event));
  return { uniqueParticipants, attendances, minutes };
};

it('two phones offline at one door count each person once, before and after what is double is settled', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const vito = await world.settle(await world.hire('volunteer', 'Vito Sala'));
  const all = [sara, marco, vito];
  const event = await sara.save(create('event', { title: 'Orto', type: 'VERD', date: world.today, state: 'PLAN' }));
  const amina = await sara.save(createPerson({ nickname: 'Amina' }));
  const kofi = await sara.save(createPerson({ nickname: 'Kofi' }));
  for (const place of all) await place.syncNow();
  expect(vito.find(event.recordId).record.fields.title, 'a volunteer reads the event').toBe('Orto');

  sara.network.cut();
  marco.network.cut();
  const came = (who: { recordId: string }, minutes: number) =>
    create('attendance', { event: event.recordId, beneficiary: who.recordId, role: 'PART', minutes });
  await sara.save(came(amina, 60));
  await marco.save(came(amina, 90));
  await marco.save(came(kofi, 30));
  await sara.save(create('attendance', { event: event.recordId, attendee: 'UNKN', role: 'PART', count: 2 }));
  sara.network.heal();
  marco.network.heal();
  for (const place of [sara, marco, ...all]) await place.syncNow();

  // Refused, and still with Marco: his own screen counts Amina once, with the longer hours.
  expect(marco.vault().outbox.peek()).toMatchObject([{ state: 'attention', refusal: { type: 'FieldsRefused' } }]);
  expect(numbersAt(sara, event.recordId)).toEqual({ uniqueParticipants: 2, attendances: 4, minutes: 90 });
  expect(numbersAt(marco, event.recordId)).toEqual({ uniqueParticipants: 2, attendances: 4, minutes: 120 });
  expect([...vito.confirmed().values()].map(({ kind }) => kind)).toEqual(['event']);

  const [double] = doublePresences(marco.vault(), event.recordId);
  if (double === undefined) throw new Error('nothing is double');
  expect((await settlePresence(marco.vault(), double, 'ours')).ok).toBe(true);
  for (const place of [marco, ...all]) await place.syncNow();
  for (const place of [sara, marco]) {
    expect(numbersAt(place, event.recordId)).toEqual({ uniqueParticipants: 2, attendances: 4, minutes: 120 });
    expect(place.vault().outbox.peek()).toEqual([]);
  }
  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});
