import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { courseFiguresOf } from '../../src/features/course-records.ts';
import { newId } from '../device/a-device.ts';
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

it('two devices offline enrol the same operator and tick the same presence: each counts once, the second is kept and told', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const course = await sara.save(create('course', { title: 'Accoglienza', startDate: world.today, state: 'PLAN' }));
  const session = await sara.save(
    create('course-session', { course: course.recordId, date: world.today, minutes: 120 }),
  );
  const lea = { course: course.recordId, givenName: 'Léa', familyName: 'Rossi', municipality: 'Genova' };
  const ugo = await sara.save(create('enrolment', { ...lea, givenName: 'Ugo' }));
  for (const place of [sara, marco]) await place.syncNow();

  sara.network.cut();
  marco.network.cut();
  for (const place of [sara, marco]) {
    await place.save(create('enrolment', lea));
    await place.save(create('course-attendance', { session: session.recordId, enrolment: ugo.recordId }));
  }
  sara.network.heal();
  marco.network.heal();
  for (const place of [sara, marco, sara, marco]) await place.syncNow();

  const rules = marco
    .vault()
    .outbox.peek()
    .flatMap(({ refusal }) => (refusal?.type === 'FieldsRefused' ? refusal.problems.map(({ rule }) => rule) : []));
  expect(rules.sort()).toEqual(['AlreadyAtSession', 'AlreadyEnrolled']);
  const figures = courseFiguresOf(sara.vault(), [sara.find(course.recordId)]);
  expect(figures).toMatchObject({ enrolled: 2, trained: 1, attendances: 1, minutes: 120 });
  await expectEqualRecords(world, [sara, marco]);
});
