import type { Change } from '../../domain/change.ts';
import { Id, type MunicipalityId } from '../../domain/primitives.ts';
import { createDemoAppointment } from './demo-appointments.ts';
import { createDemoCard } from './demo-cards.ts';
import { createDemoDoubles } from './demo-doubles.ts';
import { createDemoDwellings } from './demo-dwellings.ts';
import { createDemoEvents } from './demo-events.ts';
import { createDemoGroup, createDemoVisit } from './demo-groups.ts';
import { createDemoHomes } from './demo-homes.ts';
import { createDemoHouseholds, createDemoSecondPlacement } from './demo-households.ts';
import { DEMO_OFFICES } from './demo-offices.ts';
import { createDemoPeople } from './demo-people.ts';
import { createDemoPlacement } from './demo-placements.ts';
import type { DemoRandom } from './demo-random.ts';
import { createDemoMoments, createDemoService } from './demo-services.ts';

/** How much of everything a city of the demonstration has. */
export type DemoCity = {
  readonly municipality: MunicipalityId;
  readonly people: number;
  readonly services: number;
  readonly placements: number;
  readonly events: number;
};

/** One person in six carries a card. */
const CARDS_SHARE = 6;

/** One person in ten has an appointment in these weeks. */
const APPOINTMENTS_SHARE = 10;

/** Yesterday, at the desk. */
const GROUP_HOURS_AGO = 26;

type CreateChange = Change & { readonly type: 'create' };

/** What two workers of a city write in a year, in order of time: people first met, services, placements, appointments, events with who came. */
export function createDemoPlan(random: DemoRandom, city: DemoCity, nowMs: number): CreateChange[] {
  const once = createDemoPeople(random, city.people, nowMs);
  const people = [...once, ...createDemoDoubles(random, once)];
  const meetings = createDemoMoments(random, people.length, nowMs - 30 * 86_400_000);
  const registered = people.map((person, index) => {
    const atMs = meetings[index] ?? nowMs;
    return { person, atMs, change: create('beneficiary', random, atMs, person.fields) };
  });
  // Kept by the coordinator, before anybody is sent there.
  const offices = DEMO_OFFICES.map((fields) => create('office', random, nowMs - 365 * 86_400_000, fields));
  const officeIds = offices.map(({ recordId }) => recordId);
  const services = createDemoMoments(random, city.services, nowMs).map((atMs) => {
    const known = registered.filter((one) => one.atMs < atMs);
    const chosen = random.isTrue(0.74) ? known[random.whole(0, known.length - 1)] : undefined;
    const who = chosen && { id: chosen.change.recordId, person: chosen.person };
    return create(
      'service',
      random,
      atMs,
      createDemoService(random, city.municipality, { atMs, nowMs, officeIds }, who),
    );
  });
  const dwellings = createDemoDwellings(random, nowMs);
  const placements = random.some(registered, city.placements).map(({ change }, index) => {
    const atMs = nowMs - random.whole(2, 90) * 86_400_000;
    return create('placement', random, atMs, createDemoPlacement(random, change.recordId, index, nowMs));
  });
  const appointments = random
    .some(registered, Math.floor(city.people / APPOINTMENTS_SHARE))
    .map(({ change, atMs }) =>
      create(
        'appointment',
        random,
        Math.max(atMs, nowMs - 12 * 86_400_000),
        createDemoAppointment(random, change.recordId, nowMs),
      ),
    );
  const cards = random.some(registered, Math.floor(city.people / CARDS_SHARE)).map(({ change, atMs }) => {
    const madeMs = Math.max(atMs, nowMs - random.whole(3, 120) * 86_400_000);
    return create('card', random, madeMs, createDemoCard(random, change.recordId, madeMs));
  });
  const events = createDemoEvents(
    random,
    city,
    registered.map(({ change }) => change.recordId),
    nowMs,
  );
  const groupAtMs = nowMs - GROUP_HOURS_AGO * 3_600_000;
  const groupId = random.id(groupAtMs);
  const group = createDemoGroup(
    groupId,
    city.municipality,
    registered.slice(0, 6).map(({ change }) => change.recordId),
    groupAtMs,
  ).map((fields, index) => {
    const change = create('service', random, groupAtMs, fields);
    return index === 0 ? { ...change, recordId: groupId } : change;
  });
  const families = createDemoHouseholds(
    random,
    placements.map(({ fields }) => String(fields.beneficiary)),
    registered.map(({ change }) => ({ id: change.recordId, citizenship: change.fields.citizenship })),
    nowMs,
  );
  const households = families.flatMap(({ id, fields, members }) => {
    const atMs = nowMs - 20 * 86_400_000;
    return [
      { ...create('household', random, atMs, fields), recordId: Id.parse(id) },
      ...members.map((member) => create('household-member', random, atMs, member)),
    ];
  });
  const familyOf = (contact: unknown) => families.find(({ members }) => members[0]?.beneficiary === contact);
  const moveIn = createDemoHomes(dwellings, new Date(nowMs).toISOString().slice(0, 10));
  const homes = placements.map((placement) => {
    const family = familyOf(placement.fields.beneficiary);
    const ofHousehold = family && { householdId: family.id, householdSize: family.members.length };
    return { ...placement, fields: moveIn(placement.recordId, { ...placement.fields, ...ofHousehold }) };
  });
  const second = createDemoSecondPlacement(
    families,
    homes.map(({ fields }) => fields),
    nowMs,
  );
  const visits = families.slice(0, 2).flatMap(({ id, members }) =>
    visitTo(
      id,
      members.map(({ beneficiary }) => String(beneficiary)),
    ),
  );
  return [
    ...offices,
    ...dwellings,
    ...registered.map(({ change }) => change),
    ...households,
    ...services,
    ...group,
    ...visits,
    ...homes,
    ...(second === undefined ? [] : [create('placement', random, nowMs - 2 * 86_400_000, second)]),
    ...appointments,
    ...cards,
    ...events,
  ];

  /** A service for all of a household, the day before yesterday. */
  function visitTo(householdId: string, members: readonly string[]): CreateChange[] {
    const atMs = nowMs - 50 * 3_600_000;
    const id = random.id(atMs);
    return createDemoVisit(id, householdId, members, atMs).map((fields, index) => {
      const change = create('service', random, atMs, fields);
      return index === 0 ? { ...change, recordId: id } : change;
    });
  }
}

function create(kind: string, random: DemoRandom, atMs: number, fields: CreateChange['fields']): CreateChange {
  const at = new Date(atMs).toISOString();
  return { type: 'create', id: random.id(atMs), recordId: random.id(atMs), kind, at, fields };
}
