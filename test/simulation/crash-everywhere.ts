import { Id } from '../../src/domain/primitives.ts';
import type { CrashScenario } from './crash-scenario-names.ts';
import { createWorld, type SimulatedDevice, type World } from './create-world.ts';
import { downgradeDisk } from './downgrade-disk.ts';
import { openTab } from './open-tab.ts';
import type { Violation } from './saved-change.ts';
import { type Tab, work } from './tab.ts';

/**
 * One small piece of work, and the tab that does it dies at its first boundary (storage, cipher, network), then at its second, and so on
 * until it lives to the end: after every death the app is opened again, and all laws hold.
 */
export type CrashReport = {
  readonly scenario: string;
  /** Places where the tab died. */
  readonly deaths: number;
  readonly violations: readonly (Violation & { readonly at: number })[];
};

type Scenario = {
  /** Before the tab is in danger. */
  readonly prepare: (world: World, place: SimulatedDevice, tab: Tab) => Promise<Tab>;
  readonly run: (world: World, place: SimulatedDevice, tab: Tab) => Promise<void>;
};

const seconds = (world: World, count: number) => world.scheduler.runFor(count * 1_000);

const save = (world: World, tab: Tab, nickname: string) =>
  work(world, tab, 'saves', async () => {
    const recordId = Id.parse(world.newId());
    const saved = await tab
      .vault()
      ?.saveChange({ type: 'create', recordId, kind: 'beneficiary', fields: { nickname } });
    if (saved?.ok) world.oracle.told(tab, saved.value);
  });

/** Each saved and sent, so that there is a segment for each. */
async function fill(world: World, tab: Tab, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    save(world, tab, `Prima ${nth}`);
    await seconds(world, 3);
  }
}

const SCENARIOS: Readonly<Record<CrashScenario, Scenario>> = {
  save: {
    async prepare(_world, place, tab) {
      place.road = 'cut';
      return tab;
    },
    async run(world, _place, tab) {
      save(world, tab, 'Uno');
      await seconds(world, 2);
      save(world, tab, 'Due');
      await seconds(world, 2);
    },
  },
  push: {
    async prepare(world, place, tab) {
      place.road = 'cut';
      for (const nickname of ['Uno', 'Due', 'Tre']) {
        save(world, tab, nickname);
        await seconds(world, 1);
      }
      place.road = 'good';
      return tab;
    },
    async run(world, _place, tab) {
      tab.sync?.nudge();
      await seconds(world, 10);
    },
  },
  pull: {
    async prepare(world, place, tab) {
      place.road = 'cut';
      const other = [...(world.devices[1]?.tabs ?? [])][0];
      if (other !== undefined) await fill(world, other, 10);
      place.road = 'good';
      return tab;
    },
    async run(world, _place, tab) {
      tab.sync?.nudge();
      // A request that was lost while the road was cut is given up first.
      await seconds(world, 40);
    },
  },
  compaction: {
    async prepare(world, _place, tab) {
      await fill(world, tab, 6);
      return tab;
    },
    async run(world, _place, tab) {
      save(world, tab, 'Uno');
      await seconds(world, 4);
      save(world, tab, 'Due');
      await seconds(world, 6);
    },
  },
  upgrade: {
    async prepare(world, place, tab) {
      place.road = 'cut';
      save(world, tab, 'Uno');
      await seconds(world, 1);
      world.scheduler.kill(tab.process);
      downgradeDisk(place.disk);
      place.road = 'good';
      const person = tab.person;
      return openTab(world, place, person);
    },
    async run(world) {
      await seconds(world, 10);
    },
  },
  // A locked device, and a server that was restored to before what it had taken.
  mail: {
    async prepare(world, _place, tab) {
      await fill(world, tab, 1);
      world.server.backUp();
      await fill(world, tab, 2);
      await tab.unlocked?.lock();
      await seconds(world, 1);
      world.oracle.restoring();
      world.server.restore();
      return tab;
    },
    async run(world, _place, tab) {
      tab.mailer?.nudge();
      await seconds(world, 60);
    },
  },
  // A refused change that a coordinator has closed meanwhile.
  settled: {
    async prepare(world, place, tab) {
      const { accounts, attention } = world.server.database.tables;
      const account = accounts.get(tab.person.actor.id);
      if (account === undefined) throw new Error('no account');
      place.road = 'cut';
      save(world, tab, 'Uno');
      await seconds(world, 1);
      accounts.set(account.id, { ...account, role: 'volunteer' });
      place.road = 'good';
      tab.sync?.nudge();
      await seconds(world, 40);
      accounts.set(account.id, account);
      world.oracle.checkNow();
      for (const [id, row] of attention)
        attention.set(id, { ...row, isClosed: true, closedHow: 'dismiss', note: 'No.' });
      return tab;
    },
    async run(world, _place, tab) {
      tab.sync?.nudge();
      await seconds(world, 40);
    },
  },
};

/** Time enough for the longest wait between two tries, and for a few rounds. */
const QUIET_MINUTES = 15;

/** The laws hold at every minute of it, not only in the end. */
async function comeToRest(world: World): Promise<void> {
  for (let minute = 0; minute < QUIET_MINUTES; minute += 1) {
    await seconds(world, 60);
    world.oracle.checkNow();
  }
}

/** More boundaries than the longest scenario has: it would never end. */
const DEATHS_MAX = 2_000;

export async function crashEverywhere(name: CrashScenario): Promise<CrashReport> {
  const scenario = SCENARIOS[name];
  const violations: CrashReport['violations'][number][] = [];
  for (let at = 1; at < DEATHS_MAX; at++) {
    const { hasDied, broken } = await crashAt(scenario, at);
    violations.push(...broken.map((one) => ({ ...one, at })));
    if (!hasDied) return { scenario: name, deaths: at - 1, violations };
  }
  throw new Error(`${name} never ends`);
}

async function crashAt(scenario: Scenario, at: number): Promise<{ hasDied: boolean; broken: readonly Violation[] }> {
  const world = createWorld(1);
  const [sara, bruno] = world.people;
  if (sara === undefined || bruno === undefined) throw new Error('two people');
  const place = world.addDevice('tablet', [sara]);
  const other = world.addDevice('phone', [bruno]);
  const first = openTab(world, place, sara);
  openTab(world, other, bruno);
  await seconds(world, 5);
  const tab = await scenario.prepare(world, place, first);
  tab.process.diesIn = at;
  await scenario.run(world, place, tab);
  const hasDied = tab.process.isDead;
  tab.process.diesIn = undefined;
  world.oracle.checkNow();
  place.road = 'good';
  // Whoever lived to the end of it behind a lock screen comes in too.
  if (!hasDied && tab.vault() === undefined) world.scheduler.kill(tab.process);
  if (place.tabs.size === 0) openTab(world, place, sara);
  await comeToRest(world);
  world.oracle.checkAtEnd();
  for (const one of world.devices.flatMap(({ tabs }) => [...tabs])) world.scheduler.kill(one.process);
  return { hasDied, broken: [...world.oracle.violations] };
}
