import { Id } from '../../src/domain/primitives.ts';
import { createWorld, type World } from './create-world.ts';
import { findDay } from './days.ts';
import { doFault } from './fault-steps.ts';
import { STEP_FAULTS, type StepFault } from './faults.ts';
import { heal } from './heal.ts';
import { openTab } from './open-tab.ts';
import { PEOPLE_STEPS, type PeopleStep } from './people-step-weights.ts';
import { doPeopleStep } from './people-steps.ts';
import { createRandom, type Random } from './random.ts';
import type { Violation } from './saved-change.ts';
import { type Tab, work } from './tab.ts';
import { findTheme } from './themes.ts';

/** One step of a seed. Each draws from numbers of its own, so that leaving one out leaves the others what they are. */
export type Step = { readonly index: number; readonly do: string; readonly waitMs: number };

export type SeedResult = {
  readonly seed: number;
  readonly trace: string;
  readonly violations: readonly Violation[];
  readonly counts: Readonly<Record<string, number>>;
  readonly story: readonly string[];
  readonly steps: readonly Step[];
  readonly tasks: number;
};

export type SeedWishes = {
  /** Only these of the seed's steps. */
  readonly only?: readonly number[] | undefined;
  readonly isTold?: boolean;
  readonly isSerial?: boolean;
  readonly onEnd?: (world: World) => void;
};

const STEPS_MIN = 15;
const STEPS_MAX = 45;
/** Weight of misfortune against work, drawn for each seed: some are calm and long, some are bad. */
const FAULT_SHARES = [0.1, 0.25, 0.4];

export function planSteps(seed: number): readonly Step[] {
  const random = createRandom(seed).fork('plan');
  const share = random.pick(FAULT_SHARES) ?? 0.25;
  const theme = findTheme(seed) ?? findDay(seed)?.steps;
  return Array.from({ length: random.between(STEPS_MIN, STEPS_MAX) }, (_, index) => ({
    index,
    do:
      theme !== undefined
        ? random.weighted(theme as Record<string, number>)
        : random.chance(share)
          ? random.weighted(STEP_FAULTS)
          : random.weighted(PEOPLE_STEPS),
    waitMs: waitMs(random),
  }));
}

/** Mostly in one breath, so that things meet; now and then long enough for timers. */
function waitMs(random: Random): number {
  const kind = random.next();
  if (kind < 0.35) return random.below(5);
  if (kind < 0.65) return random.below(300);
  if (kind < 0.93) return random.below(15_000);
  return random.below(400_000);
}

export async function runSeed(
  seed: number,
  { only, isTold = false, isSerial = false, onEnd }: SeedWishes = {},
): Promise<SeedResult> {
  const steps = planSteps(seed);
  const world = createWorld(seed, { isTold, isSerial });
  const chosen = only === undefined ? steps : steps.filter(({ index }) => only.includes(index));
  try {
    await settle(world);
    for (const step of chosen) {
      takeStep(world, step);
      world.oracle.lookAtDoors();
      await world.scheduler.runFor(step.waitMs);
      if (world.jumpMs > 0) await world.scheduler.runFor(world.jumpMs);
      world.jumpMs = 0;
      world.oracle.checkNow();
      if (world.oracle.violations.length > 0) break;
    }
    if (world.oracle.violations.length === 0) {
      await heal(world);
      world.oracle.checkAtEnd();
    }
  } catch (error) {
    world.oracle.threw('the world', error);
  }
  onEnd?.(world);
  const result = {
    seed,
    trace: world.trace(),
    violations: [...world.oracle.violations],
    counts: world.tally.counts(),
    story: world.story,
    steps: chosen,
    tasks: world.scheduler.tasksRun(),
  };
  for (const tab of world.devices.flatMap(({ tabs }) => [...tabs])) world.scheduler.kill(tab.process);
  return result;
}

function takeStep(world: World, step: Step): void {
  const random = createRandom(world.seed * 1_000 + step.index);
  if (Object.hasOwn(STEP_FAULTS, step.do)) doFault(world, step.do as StepFault, random);
  else doPeopleStep(world, step.do as PeopleStep, random);
}

/** Two workers with a device each, one device that both use, and the coordinator's. */
async function settle(world: World): Promise<void> {
  const [sara, bruno, dora] = world.people;
  if (sara === undefined || bruno === undefined || dora === undefined) throw new Error('three people');
  world.addDevice('tablet', [sara, bruno]);
  world.addDevice('phone of Sara', [sara]);
  world.addDevice('office', [dora]);
  if (findDay(world.seed)?.isSharedAbroad === true) world.addElsewhere();
  const random = world.random.fork('settle');
  for (const place of world.devices) {
    const person = random.pick(place.people);
    if (person !== undefined) openTab(world, place, person);
  }
  await world.scheduler.runFor(2_000);
  // Two people whom everybody knows and works on.
  const office = [...(world.devices[2]?.tabs ?? [])][0];
  for (const nickname of ['Amina', 'Karim']) {
    if (office !== undefined) work(world, office, 'registers', () => register(world, office, nickname));
    await world.scheduler.runFor(1_000);
  }
  for (const step of findDay(world.seed)?.morning ?? []) {
    doPeopleStep(world, step, random);
    await world.scheduler.runFor(MORNING_STEP_MS);
  }
}

/** Until what was done is everywhere, and can be leant on. */
const MORNING_STEP_MS = 1_500;

async function register(world: World, tab: Tab, nickname: string): Promise<void> {
  const recordId = Id.parse(world.newId());
  const saved = await tab.vault()?.saveChange({ type: 'create', recordId, kind: 'beneficiary', fields: { nickname } });
  if (saved?.ok) world.oracle.told(tab, saved.value);
}
