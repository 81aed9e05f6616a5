import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import type { CaseRecord } from '../../src/device/open-vault.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import type { Fault } from './faulty-network.ts';
import { commentOn, editOf, logContact, logServiceFor, reviewOf } from './fields.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach } from './laws.ts';
import type { Place } from './place.ts';

/**
 * Laws 1, 2 and 3 under whatever the road and the people come up with: two authors and a coordinator, each at a device of their
 * own, work, sync, lose answers and crash in any order.
 *
 * 1: at any moment every change ever saved is in an outbox or was taken by the server;
 * 2: what was taken was taken once;
 * 3: when the network heals, queues empty by themselves and all hold equal records.
 *
 * A failure prints seed and path: put both into `fc.assert(…, { seed, path })` to see it again.
 */
let world: World;
let people: readonly Person[];
beforeAll(async () => {
  world = await createWorld();
  people = await Promise.all([
    world.hire('outreach', 'Sara Conti'),
    world.hire('outreach', 'Marco Ferri'),
    world.hire('coordinator', 'Carla Neri'),
  ]);
});
afterAll(() => world.close());

const FAULTS: readonly Fault[] = [
  'lost',
  'answer-lost',
  'answer-lost',
  'cut-inside',
  'answer-cut',
  'doubled',
  'straggler',
  'slow',
  'captive-portal',
  { status: 502 },
];
const WORKS = [
  'person',
  'contact',
  'service',
  'rename',
  'rename',
  'note',
  'comment',
  'review',
  'resolve',
  'remove',
] as const;
type Work = (typeof WORKS)[number];

type Step =
  | { readonly do: 'work'; readonly at: number; readonly work: Work; readonly pick: number }
  | { readonly do: 'sync' | 'crash' | 'cut' | 'heal' | 'nudge'; readonly at: number }
  | { readonly do: 'fault'; readonly at: number; readonly fault: Fault };

const at = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      at,
      work: fc.constantFrom(...WORKS),
      pick: fc.nat(1_000),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fault' as const), at, fault: fc.constantFrom(...FAULTS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('crash', 'cut', 'heal', 'nudge'), at }) },
);

/** Enough for every kind of meeting, few enough for a minute: each run is about a hundred requests. */
const RUNS = 20;
const STEPS = { minLength: 30, maxLength: 60 };

it('laws 1, 2 and 3: nothing is lost, nothing counts twice, and in the end all hold the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, STEPS), async (steps) => {
      const places = await Promise.all(people.map((person) => world.settle(person)));
      for (const one of steps) {
        await play(places[one.at], one);
        if (one.do === 'sync' || one.do === 'crash') await expectNothingLost(world, places);
      }
      for (const { network } of places) network.heal();
      // Twice, because what the last one sent has to reach the first one too.
      for (const place of [...places, ...places]) {
        place.timers.wakeNext();
        await place.letTimePass();
      }
      await expectNothingLost(world, places);
      await expectOnceEach(world, places);
      await expectEqualRecords(world, places);
      for (const place of places) await place.leave();
    }),
    { numRuns: RUNS, endOnFailure: true, includeErrorInReport: true },
  );
});

async function play(place: Place | undefined, step: Step): Promise<void> {
  if (place === undefined) return;
  switch (step.do) {
    case 'work':
      return work(place, step.work, step.pick);
    case 'sync':
      return place.syncNow();
    case 'nudge':
      return place.nudge();
    case 'crash':
      return place.restart();
    case 'cut':
      return place.network.cut();
    case 'heal':
      return place.network.heal();
    case 'fault':
      return place.network.plan(step.fault);
  }
}

let serial = 0;
/** What a person does next with what the device shows; nothing, when the device does not allow it. */
async function work(place: Place, verb: Work, pick: number): Promise<void> {
  serial += 1;
  const anyOf = (cases: readonly CaseRecord[]) => cases[pick % Math.max(1, Math.min(cases.length, 6))]?.record;
  const { caseload } = place.vault();
  const person = anyOf(caseload.ofKind('beneficiary'));
  const service = anyOf(caseload.ofKind('service'));
  switch (verb) {
    case 'person':
      return done(place.trySave(createPerson({ nickname: `Persona ${serial}` })));
    case 'contact':
      return done(place.trySave(logContact(world.today)));
    case 'service':
      return done(person && place.trySave(logServiceFor(person.id, world.today)));
    case 'rename':
      return done(person && place.trySave(editOf(person, { nickname: `Nome ${serial}` })));
    case 'note':
      return done(service && place.trySave(editOf(service, { note: `Nota ${serial}` })));
    case 'comment':
      return done(person && place.trySave(commentOn(person, `Commento ${serial}`)));
    case 'review':
      return done(
        person && place.trySave(reviewOf(person, pick % 2 === 0 ? 'validate' : 'return', `Da vedere ${serial}`)),
      );
    case 'remove':
      return done(service && place.trySave({ type: 'remove', recordId: service.id, kind: 'service' }));
    case 'resolve': {
      const disputed = caseload.ofKind('beneficiary').find(({ record }) => record.conflicts.length > 0)?.record;
      const conflict = disputed?.conflicts[0];
      if (disputed === undefined || conflict === undefined) return;
      const { id: recordId, kind, fields } = disputed;
      const { field, value, id } = conflict;
      const from = fields[field] ?? null;
      return done(place.trySave({ type: 'resolve', recordId, kind, field, from, to: value, conflictIds: [id] }));
    }
  }
}

const done = async (work: Promise<unknown> | undefined): Promise<void> => void (await work);
