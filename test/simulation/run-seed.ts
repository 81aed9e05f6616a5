import type { Role } from '../../src/domain/actor.ts';
import { Id } from '../../src/domain/primitives.ts';
import { isHealed } from './check-convergence.ts';
import { createWorld, type World } from './create-world.ts';
import { findDay } from './days.ts';
import { carryIn } from './desk-steps.ts';
import { doFault } from './fault-steps.ts';
import { STEP_FAULTS, type StepFault } from './faults.ts';
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

const HEAL_STEP_MS = 60_000;
/** A device waits at most five minutes between two tries, and needs a few rounds. */
const HEAL_STEPS_MAX = 45;

/** All that was broken from outside is mended; then nobody helps: the people only open the app. */
async function heal(world: World): Promise<void> {
  const { scheduler, server, devices } = world;
  world.note('the world heals');
  server.crashAtCommit = undefined;
  server.start();
  server.isOld = false;
  server.clockShiftMs = 0;
  letEverybodyIn(world);
  world.oracle.checkNow();
  for (const place of devices) {
    place.road = 'good';
    place.disk.isFull = false;
    place.clockShiftMs = 0;
    for (const { process } of place.tabs) process.diesIn = undefined;
    for (const { process } of place.tabs) scheduler.thaw(process);
  }
  const theme = findTheme(world.seed);
  if (world.seed % LOCKED_EVERY === 0 || theme !== undefined)
    await leaveLocked(world, theme?.['backup restored'] !== undefined);
  // Every vault on every device is opened once: another person's on a shared device too.
  await scheduler.runFor(1_000);
  for (const place of devices) {
    for (const person of place.people) {
      const hasVault = place.disk
        .rows<{ accountId: string }>('vaults')
        .some(({ accountId }) => accountId === person.actor.id);
      // Whoever has no vault here, or none any more, comes in where nobody else is.
      if (!hasVault && [...place.tabs].some((tab) => tab.vault() !== undefined)) continue;
      for (const tab of [...place.tabs])
        if (tab.vault()?.status.peek().trouble === 'signed-out' || tab.vault() === undefined || tab.person !== person)
          scheduler.kill(tab.process);
      if (place.tabs.size === 0) openTab(world, place, person);
      await scheduler.runFor(2_000);
    }
  }
  // Every file is carried in by somebody, in the end.
  for (const file of world.rescueFiles) {
    const tab = devices.flatMap(({ tabs }) => [...tabs]).find((one) => one.vault() !== undefined && !one.isBusy);
    if (tab !== undefined) work(world, tab, 'carries a rescue file in', () => carryIn(world, tab, file));
    await scheduler.runFor(1_500);
  }
  for (let step = 0; step < HEAL_STEPS_MAX; step++) {
    await scheduler.runFor(HEAL_STEP_MS);
    for (const place of devices) {
      const tab = [...place.tabs][0];
      const isDone = tab === undefined || tab.vault()?.waitingCount.peek() === 0;
      // A shared device: the next person's turn, whose queue is still there.
      const next = place.people.find((person) => person !== tab?.person && hasUnsent(place, person.actor.id));
      if (!isDone || next === undefined || place.isRevoked) continue;
      for (const one of [...place.tabs]) scheduler.kill(one.process);
      openTab(world, place, next);
      await scheduler.runFor(2_000);
    }
    if (
      isHealed(world) &&
      !devices.some((place) => !place.isRevoked && place.people.some(({ actor }) => hasUnsent(place, actor.id)))
    )
      return;
  }
}

/** Accounts as they are meant to be, also where the backup knew them otherwise. */
function letEverybodyIn({ people, server }: World): void {
  for (const { actor } of people) {
    const account = server.database.tables.accounts.get(actor.id);
    if (account !== undefined)
      server.database.tables.accounts.set(actor.id, {
        ...account,
        role: actor.role as Role,
        isDisabled: false,
        secret: undefined,
      });
  }
}

/** In one seed of so many, the people come back only later: locked is not stuck. */
const LOCKED_EVERY = 3;
/** Three rounds of the mailbox at its slowest. */
const LOCKED_MS = 16 * 60_000;

async function leaveLocked(world: World, isRestored: boolean): Promise<void> {
  const { devices, scheduler } = world;
  for (const place of devices) {
    for (const tab of place.tabs) {
      if (tab.vault() === undefined) continue;
      world.tally.count('left locked');
      work(world, tab, 'locks', async () => tab.unlocked?.lock());
    }
  }
  await scheduler.runFor(1_000);
  // On some days the server comes back from its backup meanwhile.
  if (isRestored && world.server.hasBackup()) {
    world.oracle.restoring();
    world.server.restore();
    letEverybodyIn(world);
  }
  // Somebody carries in what lies on sticks before the devices have brought it themselves.
  const office = devices.flatMap(({ tabs }) => [...tabs]).find((tab) => tab.store() !== undefined && !tab.isBusy);
  for (const file of office === undefined ? [] : world.rescueFiles) {
    // The first stick of two was lost: what lies behind the hole is held for a coordinator.
    const behind = { ...file, rows: file.rows.slice(1) };
    const isSecond = isRestored && behind.rows.length > 0;
    if (office !== undefined)
      work(world, office, 'carries a rescue file in', () => carryIn(world, office, isSecond ? behind : file));
    await scheduler.runFor(500);
  }
  await scheduler.runFor(LOCKED_MS);
  const isOpen = devices.some(({ tabs }) => [...tabs].some((tab) => tab.vault() !== undefined || tab.isBusy));
  if (!isOpen) world.oracle.checkLocked();
}

function hasUnsent({ disk }: World['devices'][number], accountId: string): boolean {
  const vaults = disk
    .rows<{ vaultId: string; accountId: string }>('vaults')
    .filter((row) => row.accountId === accountId);
  const waiting = disk.rows<{ vaultId: string; state: string }>('outbox').filter(({ state }) => state === 'waiting');
  return waiting.some((row) => vaults.some(({ vaultId }) => vaultId === row.vaultId));
}
