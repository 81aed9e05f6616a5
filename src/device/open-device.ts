import { type ReadonlySignal, signal } from '@preact/signals-core';
import { err, ok, type Result } from '../domain/result.ts';
import type { DataKey } from '../vault/data-key.ts';
import { askForKey, type SharedKey } from './ask-for-key.ts';
import { DEVICE_ROW_ID, type DeviceDatabase, type Enrolment, openDatabase } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import type { RemoveRefusal, RemoveWhen, Wiped } from './leave-device.ts';
import type { LockedMail } from './locked-mail.ts';
import type { StorageTrouble } from './open-vault.ts';
import type { RescueContent, RescueRefusal } from './rescue-file.ts';
import { protectStorage, readStorageState, requestPersistence, type StorageState } from './storage-state.ts';
import { attempt } from './storage-trouble.ts';
import type { UnlockedVault, UnlockProgress } from './unlock-vault.ts';
import { openVaultWithKey, openVaultWithRoot } from './vault-doors.ts';
import type { AccountToKeep, NewVault, UnlockRefusal } from './vault-rows.ts';
import { listVaults, type VaultSummary } from './vault-summaries.ts';

/** A device before anybody unlocked it: to which municipality it belongs, whose vaults are on it, and the doors into them. */
export type Device = {
  readonly enrolment: ReadonlySignal<Enrolment | undefined>;
  readonly saveEnrolment: (enrolment: Enrolment) => Promise<Result<void, StorageTrouble>>;
  /** Most recently used first, with what waits in each. Locked vaults do not move; `refreshVaults` looks again. */
  readonly vaults: ReadonlySignal<readonly VaultSummary[]>;
  readonly refreshVaults: () => Promise<Result<void, StorageTrouble>>;
  /** A vault for somebody who has just signed in; still locked. Gives its id. */
  readonly createVault: (vault: NewVault) => Promise<Result<string, StorageTrouble>>;
  readonly unlockVault: (
    vaultId: string,
    root: Uint8Array,
    onProgress?: UnlockProgress,
  ) => Promise<Result<UnlockedVault, UnlockRefusal>>;
  /** Opens the vault that another tab has open, without a password; undefined when none has. */
  readonly joinOpenVault: (onProgress?: UnlockProgress) => Promise<Result<UnlockedVault, UnlockRefusal> | undefined>;
  /** What a new session says of the person: a name or a role that changed. Holds from the next unlock on. */
  readonly keepAccount: (vaultId: string, account: AccountToKeep) => Promise<Result<void, StorageTrouble>>;
  readonly changePassword: (
    vaultId: string,
    oldRoot: Uint8Array,
    newRoot: Uint8Array,
  ) => Promise<Result<void, UnlockRefusal>>;
  /** Takes a vault off the device. Refused while it holds what is nowhere else. */
  readonly removeVault: (vaultId: string, when: RemoveWhen) => Promise<Result<void, RemoveRefusal>>;
  /** A new password for a vault whose data key came back from the municipality. */
  readonly replacePassword: (
    vaultId: string,
    dataKey: DataKey,
    root: Uint8Array,
  ) => Promise<Result<void, UnlockRefusal>>;
  /** What waits in a vault as a file that only the municipality opens; needs no key. */
  readonly createRescueFile: (vaultId: string) => Promise<Result<RescueContent, RescueRefusal>>;
  /** The waiting rows of locked vaults, for whoever carries them to the server, and what the server says of those vaults. */
  readonly lockedMail: () => Promise<LockedMail>;
  /** Takes everything off a device that was revoked. Refused while something is on this device only. */
  readonly wipe: () => Promise<Result<Wiped, RemoveRefusal>>;
  readonly storageState: () => Promise<StorageState>;
  /** Asks the browser not to throw this site's data away when the disk gets full; gives its answer. */
  readonly requestPersistence: () => Promise<boolean>;
  /** The same, only where it has not promised yet; gives how things stand then. */
  readonly protectStorage: () => Promise<StorageState>;
  readonly close: () => void;
};

export async function openDevice(ports: DevicePorts): Promise<Result<Device, StorageTrouble>> {
  if (globalThis.crypto?.subtle === undefined) return err({ type: 'ConnectionInsecure' });
  const opened = await openDatabase(ports);
  if (!opened.ok) return opened;
  const db = opened.value;
  const read = await attempt(async () => ({ row: await db.device.get(DEVICE_ROW_ID), vaults: await listVaults(db) }));
  if (!read.ok) {
    db.close();
    return read;
  }
  const { row, vaults } = read.value;
  if (row === undefined && (await ports.marker.find()) !== undefined) {
    db.close();
    return err({ type: 'DatabaseMissing' });
  }
  // A marker that was lost, or that could not be left when the device was enrolled.
  if (row !== undefined) await ports.marker.leave(row.deviceId);
  await expireLocked(db, ports, vaults.slice(-1));
  return ok(createDevice(ports, db, row, vaults));
}

/** The person was told that the data of this device is gone, and starts again: `openDevice` then gives an empty device. */
export const acceptMissingDatabase = ({ marker }: Pick<DevicePorts, 'marker'>): Promise<void> => marker.remove();

/** EXPIRY_DAYS, written out: the file that knows them is not one of the lock screen's. */
const EXPIRY_MS = 14 * 86_400_000;

/**
 * Only a vault that nobody unlocked for as long can have anything to lose; an unlock looks by itself. What this takes is fetched then, as
 * the lock screen needs nothing of it; what could not be fetched is asked for at the next start.
 */
async function expireLocked(db: DeviceDatabase, ports: DevicePorts, [oldest]: readonly VaultSummary[]): Promise<void> {
  const now = ports.now();
  if (Date.parse(now) - Date.parse(oldest?.lastUnlockedAt ?? now) < EXPIRY_MS) return;
  await import('./expire-locked-vaults.ts').then(
    ({ expireLockedVaults }) => expireLockedVaults(db, ports),
    () => undefined,
  );
}

function createDevice(
  ports: DevicePorts,
  db: DeviceDatabase,
  row: Enrolment | undefined,
  firstVaults: readonly VaultSummary[],
): Device {
  const enrolment = signal(row);
  const vaults = signal(firstVaults);
  const place = { ports, db };
  const noProgress: UnlockProgress = () => undefined;
  // Fetched when a vault is made or changed: the lock screen needs neither HPKE nor new keys.
  const rows = () => import('./vault-rows.ts');

  return {
    enrolment,
    vaults,
    refreshVaults,
    async saveEnrolment(next) {
      const saved = await attempt(async () => {
        await db.device.put({ ...next, id: DEVICE_ROW_ID });
      });
      if (!saved.ok) return saved;
      enrolment.value = next;
      await ports.marker.leave(next.deviceId);
      return saved;
    },
    createVault: (vault) => thenRefresh(rows().then(({ createVault }) => createVault(place, vault))),
    unlockVault: (vaultId, root, onProgress = noProgress) =>
      thenRefresh(openVaultWithRoot(place, vaultId, root, onProgress)),
    async joinOpenVault(onProgress = noProgress) {
      const shared: SharedKey | undefined = await askForKey(ports);
      return shared && openVaultWithKey(place, shared.vaultId, shared.key, onProgress);
    },
    keepAccount: (vaultId, account) =>
      thenRefresh(rows().then(({ keepAccount }) => keepAccount(place, vaultId, account))),
    changePassword: (vaultId, oldRoot, newRoot) =>
      rows().then(({ changePassword }) => changePassword(place, vaultId, oldRoot, newRoot)),
    removeVault: (vaultId, when) =>
      thenRefresh(import('./leave-device.ts').then(({ removeVault }) => removeVault(place, vaultId, when))),
    replacePassword: (vaultId, dataKey, root) =>
      rows().then(({ replacePassword }) => replacePassword(place, vaultId, dataKey, root)),
    createRescueFile: (vaultId) =>
      thenRefresh(import('./rescue-file.ts').then(({ createRescueFile }) => createRescueFile(place, vaultId))),
    lockedMail: () => import('./locked-mail.ts').then(({ createLockedMail }) => createLockedMail(place)),
    async wipe() {
      const { wipeDevice } = await import('./leave-device.ts');
      const wiped = await wipeDevice(place);
      if (!wiped.ok) return wiped;
      vaults.value = [];
      enrolment.value = undefined;
      return wiped;
    },
    storageState: () => readStorageState(ports.storage),
    requestPersistence: () => requestPersistence(ports.storage),
    protectStorage: () => protectStorage(ports.storage),
    close: () => db.close(),
  };

  async function refreshVaults(): Promise<Result<void, StorageTrouble>> {
    return attempt(async () => {
      vaults.value = await listVaults(db);
    });
  }

  async function thenRefresh<T, E>(work: Promise<Result<T, E>>): Promise<Result<T, E>> {
    const worked = await work;
    // A list that could not be read again is the list of before.
    if (worked.ok) await refreshVaults();
    return worked;
  }
}
