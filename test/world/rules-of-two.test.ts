import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { monthOf } from '../../src/domain/calendar.ts';
import type { Fields } from '../../src/domain/json-value.ts';
import type { Id } from '../../src/domain/primitives.ts';
import { overCeilingsIn } from '../../src/features/money-records.ts';
import { newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import { editOf } from './fields.ts';
import { expectEqualRecords, expectOnceEach } from './laws.ts';
import type { Place } from './place.ts';

/**
 * Rules about several records, each broken by two devices of which neither sees the other: what reached the server first holds, the other
 * waits with its author, who is told the rule, and both devices go on holding the same. The pages that settle it have tests of their own.
 */
let world: World;
let sara: Place;
let marco: Place;
let lucia: Place;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  lucia = await world.settle(await world.hire('coordinator', 'Lucia Bianchi'));
});
afterAll(() => world.close());

const create = (kind: string, fields: Fields, recordId: Id = newId()): NewChange => ({
  type: 'create',
  kind,
  recordId,
  fields,
});
const edit = (place: Place, id: string, values: Fields): NewChange => editOf(place.find(id).record, values);

type Case = {
  /** Saved by Sara, and known to both. */
  readonly before: readonly NewChange[];
  readonly first: () => NewChange;
  readonly second: () => NewChange;
};

/** The rule that the second breaks, and how. */
const CASES: Readonly<Record<string, () => Case>> = {
  PlacementOverlaps() {
    const person = createPerson({ nickname: 'Amina' });
    const placed = () => create('placement', { beneficiary: person.recordId, measures: ['COHO'], stage: 'SEGN' });
    return { before: [person], first: placed, second: placed };
  },
  FollowUpAlreadyWritten() {
    const { before, placement } = exited();
    const asked = { placement, after: 'M3', date: world.today, situation: 'AUTO' };
    return { before, first: () => create('exit-follow-up', asked), second: () => create('exit-follow-up', asked) };
  },
  FollowUpNeedsExit() {
    const { before, placement } = exited();
    return {
      before,
      first: () =>
        edit(sara, placement, {
          stage: 'ACCO',
          stageReason: 'Rientro',
          exitDate: null,
          exitOutcome: null,
          situationAtExit: null,
        }),
      second: () => create('exit-follow-up', { placement, after: 'M3', date: world.today, situation: 'AUTO' }),
    };
  },
  MonthAfterExit() {
    const { before, placement } = livedThere();
    return {
      before,
      first: () => edit(sara, placement, { ...EXIT, stageReason: 'Trasferiti', exitDate: '2024-03-10' }),
      second: () => create('monthly-situation', { placement, month: monthOf(world.today), situation: 'AUTO' }),
    };
  },
  EventCancelled() {
    const event = newId();
    const orto = create('event', { title: 'Orto', type: 'VERD', date: world.today, state: 'PLAN' }, event);
    return {
      before: [orto],
      first: () => edit(sara, event, { state: 'CANC' }),
      second: () => create('attendance', { event, attendee: 'UNKN', role: 'PART', count: 2 }),
    };
  },
  CourseCancelled() {
    const course = newId();
    const open = create('course', { title: 'Corso', startDate: world.today, state: 'PLAN' }, course);
    return {
      before: [open],
      first: () => edit(sara, course, { state: 'CANC' }),
      second: () => create('course-session', { course, date: world.today, minutes: 60 }),
    };
  },
};

const EXIT = { stage: 'USCI', exitOutcome: 'AUTO', situationAtExit: 'AUTO' } as const;

function livedThere(more: Fields = {}) {
  const person = createPerson({ nickname: 'Kofi' });
  const placement = newId();
  const fields = { beneficiary: person.recordId, measures: ['COHO'], stage: 'ACCO', entryDate: '2024-02-01', ...more };
  return { placement, before: [person, create('placement', fields, placement)] };
}
const exited = () => livedThere({ ...EXIT, exitDate: '2024-05-01' });

test.each(Object.keys(CASES))('two devices offline: %s', async (rule) => {
  const { before, first, second } = (CASES[rule] as () => Case)();
  for (const change of before) await sara.save(change);
  for (const place of [sara, marco]) await place.syncNow();
  for (const place of [sara, marco]) place.network.cut();
  await sara.save(first());
  const late = await marco.save(second());
  for (const place of [sara, marco]) place.network.heal();
  for (const place of [sara, marco, sara]) await place.syncNow();

  const [waiting, ...more] = marco.vault().outbox.peek();
  expect(more).toEqual([]);
  expect(waiting).toMatchObject({ change: { id: late.id }, state: 'attention', refusal: { problems: [{ rule }] } });
  expect(sara.vault().outbox.peek()).toEqual([]);
  await expectOnceEach(world, [sara, marco]);
  await expectEqualRecords(world, [sara, marco]);
  expect((await marco.vault().discardChange(late.id)).ok).toBe(true);
  for (const place of [marco, sara]) await place.syncNow();
});

test('a ceiling that a device has not heard of refuses nothing, and what passes it is told to all once they see each other', async () => {
  const { before, placement } = livedThere();
  for (const change of before) await sara.save(change);
  for (const place of [sara, lucia, marco]) await place.syncNow();
  for (const place of [sara, lucia]) place.network.cut();
  const month = monthOf(world.today);
  await lucia.save(create('contribution-ceiling', { measure: 'LOCA', maxCents: 25_000, validFrom: '2024-01' }));
  await sara.save(create('contribution', { placement, month, measure: 'LOCA', state: 'PIAN', amountCents: 30_000 }));
  expect([sara, lucia].map((place) => overCeilingsIn(place.vault()))).toEqual([[], []]);
  for (const place of [sara, lucia]) place.network.heal();
  for (const place of [sara, lucia, marco, sara]) await place.syncNow();
  const over = [{ placement, month, measure: 'LOCA', sumCents: 30_000, ceilingCents: 25_000 }];
  expect([sara, lucia, marco].map((place) => overCeilingsIn(place.vault()))).toEqual([over, over, over]);
  await expectEqualRecords(world, [sara, lucia, marco]);
});
