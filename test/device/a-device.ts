import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import type { DeviceMarker } from '../../src/device/device-marker.ts';
import type { DevicePorts } from '../../src/device/device-ports.ts';
import { type Device, openDevice } from '../../src/device/open-device.ts';
import type { TabChannel, TabMessage } from '../../src/device/tab-channel.ts';
import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { Id, MunicipalityId } from '../../src/domain/primitives.ts';
import type { Result } from '../../src/domain/result.ts';
import { instantToOfficeDate } from '../../src/i18n/office-date.ts';
import { CHAIN_START, hashChange } from '../../src/protocol/change-hash.ts';
import { createEscrowKeyPair } from '../../src/vault/escrow.ts';
import { cheapDerive } from '../vault/cheap-derive.ts';

/** A device for tests: real vault crypto over an IndexedDB in memory; only clock, timers, Argon2 and the tabs' channel are stand-ins. */
export type TestDisk = {
  readonly indexedDB: IDBFactory;
  readonly marker: DeviceMarker;
  readonly tabs: TabHub;
  readonly clock: { now: string };
};

export const GENOVA = MunicipalityId.parse('c_d969');
export const newId = (): Id => Id.parse(v7());

export const createActor = (name: string, role: Actor['role'] = 'outreach'): Actor => ({
  id: newId(),
  name,
  role,
  municipality: GENOVA,
});

export function createDisk(): TestDisk {
  let deviceId: string | undefined;
  return {
    indexedDB: new IDBFactory(),
    marker: {
      find: async () => deviceId,
      leave: async (id) => {
        deviceId = id;
      },
      remove: async () => {
        deviceId = undefined;
      },
    },
    tabs: createTabHub(),
    clock: { now: '2026-11-23T09:00:00.000Z' },
  };
}

export const portsOf = (disk: TestDisk, change: Partial<DevicePorts> = {}): DevicePorts => ({
  indexedDB: disk.indexedDB,
  IDBKeyRange,
  now: () => disk.clock.now,
  officeDate: instantToOfficeDate,
  newId,
  hashing: { hashChange, chainStart: CHAIN_START },
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  storage: undefined,
  marker: disk.marker,
  tabs: disk.tabs.join(),
  ...change,
});

export const escrowPair = await createEscrowKeyPair();
export const rootOf = (password: string): Promise<Uint8Array> =>
  cheapDerive({ password, salt: new Uint8Array(16).fill(7) });

export async function reopen(disk: TestDisk, change: Partial<DevicePorts> = {}): Promise<Device> {
  return must(await openDevice(portsOf(disk, change)));
}

/** An enrolled device with one vault, unlocked. */
export async function createWorkplace({
  actor = createActor('Sara Conti'),
  disk = createDisk(),
  ports = {},
}: {
  actor?: Actor;
  disk?: TestDisk;
  ports?: Partial<DevicePorts>;
} = {}) {
  const device = await reopen(disk, ports);
  if (device.enrolment.value === undefined) {
    must(
      await device.saveEnrolment({
        deviceId: v7(),
        deviceToken: 'token-of-the-device',
        municipality: { id: GENOVA, name: 'Genova' },
        label: 'Unità mobile 2',
        escrow: escrowPair,
      }),
    );
  }
  const vaultId = must(
    await device.createVault({
      actor,
      username: 'sara',
      root: await rootOf(PASSWORD),
      escrow: escrowPair,
    }),
  );
  const unlocked = await unlock(device, vaultId);
  return { disk, device, vaultId, actor, ...unlocked };
}

export const PASSWORD = 'tre parole chiare';

export const unlock = async (device: Device, vaultId: string, password = PASSWORD): Promise<UnlockedVault> =>
  must(await device.unlockVault(vaultId, await rootOf(password)));

/** The tab is gone without a word: what it had in memory is lost, what it wrote is there. */
export async function crashAndUnlock(
  { disk, device, vaultId }: { disk: TestDisk; device: Device; vaultId: string },
  ports: Partial<DevicePorts> = {},
) {
  device.close();
  const again = await reopen(disk, ports);
  return { device: again, ...(await unlock(again, vaultId)) };
}

export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export type TabHub = { readonly join: () => TabChannel; readonly sent: TabMessage[] };

/** A BroadcastChannel that delivers in the next task, to every other tab. */
function createTabHub(): TabHub {
  const listeners = new Map<object, Set<(message: TabMessage) => void>>();
  const sent: TabMessage[] = [];
  return {
    sent,
    join() {
      const me = {};
      const mine = new Set<(message: TabMessage) => void>();
      listeners.set(me, mine);
      return {
        send(message) {
          sent.push(message);
          for (const [tab, hears] of listeners) {
            if (tab !== me) for (const hear of hears) setImmediate(() => hears.has(hear) && hear(message));
          }
        },
        listen(hear) {
          mine.add(hear);
          return () => mine.delete(hear);
        },
      };
    },
  };
}
