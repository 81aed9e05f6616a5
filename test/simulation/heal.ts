import type { Role } from '../../src/domain/actor.ts';
import { isDayOfFiles } from './attach-file.ts';
import { isHealed } from './check-convergence.ts';
import type { Person, SimulatedDevice, World } from './create-world.ts';
import { carryIn } from './desk-steps.ts';
import { openAttached } from './file-law.ts';
import { hasUnsent } from './has-unsent.ts';
import { openTab } from './open-tab.ts';
import type { PeopleStep } from './people-step-weights.ts';
import { doPeopleStep } from './people-steps.ts';
import { work } from './tab.ts';
import { findTheme } from './themes.ts';

const HEAL_STEP_MS = 60_000;
/** A device waits at most five minutes between two tries, and needs a few rounds. */
const HEAL_STEPS_MAX = 45;

/** All that was broken from outside is mended; then nobody helps: the people only open the app. */
export async function heal(world: World): Promise<void> {
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
    for (const person of comingTo(place)) {
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
  await comeTogether(world);
  world.oracle.checkTogether();
  if (await dealWithRefused(world)) await comeTogether(world);
  if (isDayOfFiles(world)) await openAttached(world);
}

/** Whoever went to another city comes back to no tablet that others use; on their own phone they find that they are out. */
const comingTo = ({ people }: SimulatedDevice): readonly Person[] =>
  people.filter(({ hasMoved }) => !hasMoved || people.length === 1);

/** Until nothing waits anywhere and all devices hold the same. */
async function comeTogether(world: World): Promise<void> {
  const { scheduler, devices } = world;
  for (let step = 0; step < HEAL_STEPS_MAX; step++) {
    await scheduler.runFor(HEAL_STEP_MS);
    for (const place of devices) {
      const tab = [...place.tabs][0];
      const isDone = tab === undefined || tab.vault()?.waitingCount.peek() === 0;
      // A shared device: the next person's turn, whose queue is still there.
      const next = comingTo(place).find((person) => person !== tab?.person && hasUnsent(place, person.actor.id));
      if (!isDone || next === undefined || place.isRevoked) continue;
      for (const one of [...place.tabs]) scheduler.kill(one.process);
      openTab(world, place, next);
      await scheduler.runFor(2_000);
    }
    if (
      isHealed(world) &&
      !devices.some((place) => !place.isRevoked && comingTo(place).some(({ actor }) => hasUnsent(place, actor.id)))
    )
      return;
  }
}

/** What people do about what the server said no to; each thing more than once, as several of them do it. */
const EVENING: readonly PeopleStep[] = [
  'settle',
  'settle',
  'retry',
  'see what was settled',
  'edit what was refused',
  'mend',
  'settle',
  'discard',
  'look again',
  'see what was settled',
];
const EVENING_STEPS = 12;
const EVENING_STEP_MS = 5_000;
const HEARD_OF_MS = 20_000;

/** Most hear only now, with a good road, what was refused: they and the coordinator see to it. False where there is nothing of that. */
async function dealWithRefused(world: World): Promise<boolean> {
  const isRefused = world.devices.some(({ tabs }) =>
    [...tabs].some((tab) => (tab.vault()?.attentionCount.peek() ?? 0) > 0),
  );
  if (!isRefused) return false;
  const random = world.random.fork('evening');
  // The coordinator is there first, and the author hears of it before doing anything themselves.
  doPeopleStep(world, 'settle', random);
  await world.scheduler.runFor(HEARD_OF_MS);
  world.oracle.checkNow();
  for (let nth = 0; nth < EVENING_STEPS; nth++) {
    const step = random.pick(EVENING);
    if (step !== undefined) doPeopleStep(world, step, random);
    await world.scheduler.runFor(random.below(EVENING_STEP_MS));
    world.oracle.checkNow();
  }
  return true;
}

/** Accounts as they are meant to be, also where the backup knew them otherwise. */
function letEverybodyIn({ people, server }: World): void {
  for (const { actor, hasMoved } of people) {
    const account = server.database.tables.accounts.get(actor.id);
    if (account !== undefined)
      server.database.tables.accounts.set(actor.id, {
        ...account,
        role: actor.role as Role,
        isDisabled: hasMoved,
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
