import { IDBKeyRange } from 'fake-indexeddb';
import type { TabChannel, TabMessage } from '../../src/device/tab-channel.ts';
import type { Id } from '../../src/domain/primitives.ts';
import { instantToOfficeDate } from '../../src/i18n/office-date.ts';
import { CHAIN_START, hashChange } from '../../src/protocol/change-hash.ts';
import type { SimulatedDevice, World } from './create-world.ts';
import type { SimProcess } from './scheduler.ts';
import type { Tab } from './tab.ts';

/** What the device and sync rooms reach out for, as it is in one tab: clock, ids, storage, the other tabs, the network. */
export function portsOf(world: World, { place, process }: Pick<Tab, 'place' | 'process'>) {
  const { scheduler, oracle } = world;
  return {
    indexedDB: place.disk.factory as unknown as IDBFactory,
    IDBKeyRange,
    now: () => new Date(deviceNowMs(world, place)).toISOString(),
    officeDate: instantToOfficeDate,
    newId: () => {
      const id = world.newId(deviceNowMs(world, place));
      oracle.made(id, process);
      return id as Id;
    },
    hashing: { hashChange, chainStart: CHAIN_START },
    after: (ms: number, run: () => void) => scheduler.after(ms, run, process),
    storage: undefined,
    marker: {
      find: async () => place.marker,
      leave: async (id: string) => {
        place.marker = id;
      },
      remove: async () => {
        place.marker = undefined;
      },
    },
    tabs: joinTabs(world, place, process),
  };
}

export const httpOf = (world: World, tab: Tab) => ({
  origin: '',
  fetch: ((input, init) => {
    if (String(input).includes('/receipt')) tab.receiptAskedAt = world.oracle.count();
    if (String(input).includes('/mailbox/files')) world.tally.count('a sealed file handed over');
    if (String(input).includes('/mailbox')) world.tally.count('mailbox used');
    if (String(input).includes('/vaults/')) world.tally.count('vault registered');
    return tab.place.travel(tab.process)(input, init);
  }) satisfies typeof globalThis.fetch,
});

export const deviceNowMs = (world: World, place: SimulatedDevice): number =>
  world.scheduler.nowMs() + place.clockShiftMs;

/** A BroadcastChannel between the living tabs of one browser. */
function joinTabs({ scheduler }: World, place: SimulatedDevice, process: SimProcess): TabChannel {
  return {
    send(message: TabMessage) {
      if (process.isDead) return;
      for (const hearer of place.hearers) {
        if (hearer.process === process || hearer.process.isDead) continue;
        scheduler.soon(() => place.hearers.has(hearer) && hearer.hear(message), hearer.process);
      }
    },
    listen(hear) {
      const hearer = { process, hear };
      place.hearers.add(hearer);
      process.onDeath.push(() => place.hearers.delete(hearer));
      return () => place.hearers.delete(hearer);
    },
  };
}
