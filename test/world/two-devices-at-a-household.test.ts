import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDate, Id } from '../../src/domain/primitives.ts';
import { enterChange, moveMembers, newHousehold, splitHousehold } from '../../src/features/household-moves.ts';
import { formerMembers, householdsOn, memberFieldsOf, presentMembers } from '../../src/features/household-records.ts';
import { doubleHouseholds, isSameHousehold, keepTheirs, moveHere } from '../../src/features/settle-household.ts';
import { must, newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import { expectEqualRecords, expectOnceEach } from './laws.ts';
import type { Place } from './place.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const peopleIn = (place: Place, household: string): string[] =>
  presentMembers(place.vault(), household, world.today)
    .map(({ personId }) => personId)
    .sort();
const householdsOf = (place: Place, person: string): (string | undefined)[] =>
  householdsOn(place.vault(), person, world.today).map(({ held }) => memberFieldsOf(held).household);
const enter = (household: string, beneficiary: string, fromDate = '2026-01-10') =>
  enterChange(newId(), { household, beneficiary, fromDate: fromDate as CalendarDate, role: 'PART' });

async function startOf(place: Place, people: number) {
  const households = [newId(), newId()] as const;
  const persons: Id[] = [];
  for (let index = 0; index < people; index += 1) {
    const { recordId } = await place.save(createPerson({ givenName: `Persona${index}`, familyName: 'Diallo' }));
    persons.push(recordId);
  }
  must(await place.vault().saveChanges(households.map((id) => newHousehold(id))));
  return { households, persons };
}

it('two devices offline put a person in two households: one holds, the other waits and is settled either way', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const all = [sara, marco];
  const { households, persons } = await startOf(sara, 3);
  const [one, two] = households;
  const [amina = '', ousmane = '', fatou = ''] = persons;
  for (const place of all) await place.syncNow();

  for (const place of all) place.network.cut();
  for (const person of [amina, ousmane]) await sara.save(enter(one, person));
  await sara.save(enter(one, fatou));
  for (const person of [amina, ousmane]) await marco.save(enter(two, person, '2026-02-01'));
  await marco.save(enter(one, fatou));
  for (const place of all) place.network.heal();
  for (const place of [...all, ...all]) await place.syncNow();

  const doubles = doubleHouseholds(marco.vault(), {});
  expect(doubles.map(({ personId }) => personId).sort()).toEqual([...persons].sort());
  expect(doubles.filter(isSameHousehold).map(({ personId }) => personId)).toEqual([fatou]);
  expect(doubleHouseholds(marco.vault(), { householdId: two })).toHaveLength(2);
  expect(doubleHouseholds(marco.vault(), { personId: amina })).toHaveLength(1);
  expect(peopleIn(sara, one)).toEqual([...persons].sort());

  const of = (person: string) => {
    const [double] = doubleHouseholds(marco.vault(), { personId: person });
    if (double === undefined) throw new Error('nothing to settle');
    return double;
  };
  must(await keepTheirs(marco.vault(), of(amina)));
  must(await keepTheirs(marco.vault(), of(fatou)));
  must(await moveHere(marco.vault(), of(ousmane)));
  for (const place of [marco, ...all, ...all]) await place.syncNow();

  for (const place of all) {
    expect(peopleIn(place, one)).toEqual([amina, fatou].sort());
    expect(peopleIn(place, two)).toEqual([ousmane]);
    // Where he was stays written, until the day he came here.
    const [before] = formerMembers(place.vault(), one, world.today);
    expect(before && memberFieldsOf(before.held)).toMatchObject({ beneficiary: ousmane, toDate: '2026-02-01' });
    expect(place.vault().outbox.peek()).toEqual([]);
  }
  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});

it('a household is split on one device and joined to another on the other: everybody is in one, and the history is whole', async () => {
  const sara = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const marco = await world.settle(await world.hire('outreach', 'Marco Ferri'));
  const all = [sara, marco];
  const { households, persons } = await startOf(sara, 3);
  const [one, two] = households;
  const third = persons[2] ?? '';
  for (const person of persons) await sara.save(enter(one, person));
  for (const place of all) await place.syncNow();

  for (const place of all) place.network.cut();
  const split = newId();
  const going = presentMembers(sara.vault(), one, world.today).filter(({ personId }) => personId === third);
  must(
    await sara
      .vault()
      .saveChanges(splitHousehold(going, { household: split, area: undefined, day: world.today }, newId)),
  );
  const everybody = presentMembers(marco.vault(), one, world.today);
  must(await marco.vault().saveChanges(moveMembers(everybody, two, world.today, newId)));
  for (const place of all) place.network.heal();
  for (const place of [...all, ...all]) await place.syncNow();

  // The first to arrive holds; who moved the same person elsewhere is asked.
  expect(householdsOf(sara, third)).toEqual([split]);
  const doubles = doubleHouseholds(marco.vault(), {});
  expect(doubles.map(({ personId }) => personId)).toEqual([third]);
  for (const double of doubles) must(await moveHere(marco.vault(), double));
  for (const place of [marco, ...all, ...all]) await place.syncNow();
  for (const place of all) {
    expect(peopleIn(place, two)).toEqual([...persons].sort());
    expect(peopleIn(place, one)).toEqual([]);
    expect(peopleIn(place, split)).toEqual([]);
    expect(formerMembers(place.vault(), one, world.today)).toHaveLength(3);
  }
  await expectOnceEach(world, all);
  await expectEqualRecords(world, all);
});

it('two people of two households are merged: the one who is left is shown in both until somebody chooses, and parted all is as before', async () => {
  const chiara = await world.settle(await world.hire('coordinator', 'Chiara Bruno'));
  const { households, persons } = await startOf(chiara, 2);
  const [one, two] = households;
  const [amina = '', double = ''] = persons as string[];
  await chiara.save(enter(one, amina));
  await chiara.save(enter(two, double));
  const merge = { kind: 'beneficiary', recordId: double as Id } as const;
  await chiara.save({ ...merge, type: 'merge', into: amina as Id });
  await chiara.syncNow();
  expect(householdsOf(chiara, amina).sort()).toEqual([...households].sort());
  expect(peopleIn(chiara, two)).toEqual([amina]);

  // Whoever is in two already comes into no third one.
  const third = newId();
  await chiara.save(newHousehold(third));
  expect(await chiara.vault().saveChange(enter(third, amina))).toMatchObject({
    ok: false,
    error: { problems: [{ rule: 'AlreadyInHousehold' }] },
  });

  await chiara.save({ ...merge, type: 'unmerge' });
  await chiara.syncNow();
  expect(householdsOf(chiara, amina)).toEqual([one]);
  expect(peopleIn(chiara, two)).toEqual([double]);
});
