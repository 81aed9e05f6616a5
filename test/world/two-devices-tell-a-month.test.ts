import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { monthOf } from '../../src/domain/calendar.ts';
import { monthFieldsOf, monthsOf } from '../../src/features/housing-months.ts';
import { doubleRecords, settleDouble } from '../../src/features/settle-double.ts';
import { newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import { expectEqualRecords } from './laws.ts';

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

it('two devices offline tell the same month: one stands, the other waits until its author says which words stay', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const both = [sara, marco];
  const amina = await sara.save(createPerson({ nickname: 'Amina' }));
  const placement = await sara.save(
    create('placement', { beneficiary: amina.recordId, measures: ['COHO'], stage: 'INSE', entryDate: world.today }),
  );
  for (const place of both) await place.syncNow();

  const month = { placement: placement.recordId, month: monthOf(world.today) };
  for (const place of both) place.network.cut();
  await sara.save(create('monthly-situation', { ...month, situation: 'E8_1', metHow: 'TELE' }));
  await marco.save(create('monthly-situation', { ...month, situation: 'E7_2', note: 'Caldaia rotta' }));
  for (const place of both) place.network.heal();
  for (const place of [sara, marco, sara]) await place.syncNow();

  const [double] = doubleRecords(marco.vault());
  if (double === undefined) throw new Error('nothing is double');
  expect((await settleDouble(marco.vault(), double, 'ours')).ok).toBe(true);
  for (const place of [marco, sara]) await place.syncNow();
  for (const place of both) {
    expect(monthsOf(place.vault(), placement.recordId).map(monthFieldsOf)).toEqual([
      { ...month, situation: 'E7_2', metHow: 'TELE', note: 'Caldaia rotta' },
    ]);
    expect(place.vault().outbox.peek()).toEqual([]);
  }
  await expectEqualRecords(world, both);
});
