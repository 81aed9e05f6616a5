import type { Device } from '../../src/device/open-device.ts';
import type { OpenVault } from '../../src/device/open-vault.ts';
import type { SyncStore } from '../../src/device/sync-store.ts';
import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import type { VaultFiles } from '../../src/device/vault-files.ts';
import type { Mailer } from '../../src/sync/create-mailer.ts';
import type { Sync } from '../../src/sync/create-sync.ts';
import type { Person, SimulatedDevice, World } from './create-world.ts';
import type { SimProcess } from './scheduler.ts';

/** One tab of one browser in one person's hands: the real device and sync rooms, without screens. */
export type Tab = {
  readonly process: SimProcess;
  readonly place: SimulatedDevice;
  readonly person: Person;
  device: Device | undefined;
  unlocked: UnlockedVault | undefined;
  sync: Sync | undefined;
  /** While the vault is open, on days of files. */
  files: VaultFiles | undefined;
  /** Empties what is locked on this device. */
  mailer: Mailer | undefined;
  /** Of the password with which this tab came in: with it `sync` renews its session. */
  loginRoot: Uint8Array | undefined;
  /** One thing at a time: what the person does now. */
  isBusy: boolean;
  /** How far the oracle's count was when this tab last asked for a receipt. */
  receiptAskedAt: number | undefined;
  readonly vault: () => OpenVault | undefined;
  readonly store: () => SyncStore | undefined;
};

/** Something the person does; another thing waits for another time. */
export function work(world: World, tab: Tab, what: string, run: () => Promise<void>): void {
  const { scheduler } = world;
  if (tab.isBusy || tab.process.isDead) return;
  tab.isBusy = true;
  scheduler.soon(() => {
    run().then(
      () => {
        tab.isBusy = false;
      },
      (error: unknown) => {
        tab.isBusy = false;
        if (!tab.process.isDead) world.oracle.threw(`${tab.process.name} ${what}`, error);
      },
    );
  }, tab.process);
}

/** The tab is closed: the vault is not locked first, the process just ends. */
export function closeTab(world: World, tab: Tab): void {
  world.scheduler.kill(tab.process);
}
