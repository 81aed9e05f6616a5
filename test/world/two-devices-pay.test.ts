import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { monthOf } from '../../src/domain/calendar.ts';
import { moneyOf } from '../../src/features/money-records.ts';
import { doubleRecords, settleDouble } from '../../src/features/settle-double.ts';
import { newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import { expectEqualRecords } from './laws.ts';
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
const totalAt = (place: Place) => moneyOf(place.vault(), place.vault().caseload.ofKind('placement')).total.plannedCents;
const rulesAt = (place: Place) =>
  place
    .vault()
    .outbox.peek()
    .flatMap(({ refusal }) => (refusal?.type === 'FieldsRefused' ? refusal.problems.map(({ rule }) => rule) : []));

it('two devices offline promise money: the same sum counts once, and together they pass the ceiling only with a reason', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const lucia = await world.settle(await world.hire('coordinator', 'Lucia Bianchi'));
  const all = [sara, marco, lucia];
  const amina = await sara.save(createPerson({ nickname: 'Amina' }));
  const placement = await sara.save(
    create('placement', { beneficiary: amina.recordId, measures: ['LOCA'], stage: 'RICE' }),
  );
  await lucia.save(create('contribution-ceiling', { measure: 'LOCA', maxCents: 25_000, validFrom: '2024-01' }));
  for (const place of all) await place.syncNow();

  const rent = (amountCents: number) =>
    create('contribution', {
      placement: placement.recordId,
      month: monthOf(world.today),
      measure: 'LOCA',
      state: 'PIAN',
      amountCents,
      ceilingCents: 25_000,
    });
  for (const place of [sara, marco]) place.network.cut();
  await sara.save(rent(20_000));
  await marco.save(rent(20_000));
  for (const place of [sara, marco]) place.network.heal();
  for (const place of [sara, marco, ...all]) await place.syncNow();
  // Twice the same is both a double and too much: what was written waits with Marco.
  expect(rulesAt(marco).sort()).toEqual(['ContributionOverCeiling', 'ContributionTwice']);
  expect(totalAt(lucia)).toBe(20_000);

  const [waiting] = marco.vault().outbox.peek();
  if (waiting === undefined) throw new Error('nothing waits');
  expect((await marco.vault().discardChange(waiting.change.id)).ok).toBe(true);
  for (const place of [sara, marco]) place.network.cut();
  await sara.save(create('contribution', { ...fieldsOf(rent(3_000)), measure: 'UTEN' }));
  await marco.save(create('contribution', { ...fieldsOf(rent(3_000)), measure: 'UTEN' }));
  for (const place of [sara, marco]) place.network.heal();
  for (const place of [sara, marco, ...all]) await place.syncNow();
  expect(rulesAt(marco)).toEqual(['ContributionTwice']);
  const [double] = doubleRecords(marco.vault());
  if (double === undefined) throw new Error('nothing is double');
  expect((await settleDouble(marco.vault(), double, 'theirs')).ok).toBe(true);

  for (const place of [marco, ...all]) await place.syncNow();
  for (const place of all) {
    expect(totalAt(place)).toBe(23_000);
    expect(place.vault().outbox.peek()).toEqual([]);
  }
  await expectEqualRecords(world, all);
});

const fieldsOf = (change: NewChange) => (change.type === 'create' ? change.fields : {});
