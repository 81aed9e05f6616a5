// The device, vault and sync of the page, put together as the app does it, without screens.

import { effect, type ReadonlySignal } from '@preact/signals';
import { createBrowserPorts } from '../../../src/app/browser-ports.ts';
import { ownServer } from '../../../src/app/entrance.ts';
import { enrolDevice, openSession } from '../../../src/app/join-municipality.ts';
import { createRenewSession } from '../../../src/app/renew-session.ts';
import { startSync } from '../../../src/app/start-sync.ts';
import { type Device, openDevice } from '../../../src/device/open-device.ts';
import type { UnlockedVault } from '../../../src/device/unlock-vault.ts';
import type { Result } from '../../../src/domain/result.ts';
import type { Sync } from '../../../src/sync/create-sync.ts';
import { rootToLoginSecret } from '../../../src/vault/password-root.ts';
import { BENCH_ROOT, BENCH_USERNAME } from './bench-person.ts';

export type Place = { readonly device: Device; readonly unlocked: UnlockedVault; readonly sync: () => Sync };

/** A new device of the city that this code enrols into; whatever was here is gone. Signed in, unlocked, empty. */
export async function joinCity(code: string): Promise<Place> {
  await wipe();
  const device = must(await openDevice(createBrowserPorts()));
  must(await enrolDevice(ownServer(), device, code, 'Bench'));
  const secret = await rootToLoginSecret(BENCH_ROOT);
  const token = device.enrolment.peek()?.deviceToken ?? '';
  const session = must(await openSession(ownServer(), token, BENCH_USERNAME, secret));
  const { actor, escrow } = session;
  const vaultId = must(await device.createVault({ actor, username: BENCH_USERNAME, root: BENCH_ROOT.slice(), escrow }));
  const unlocked = must(await device.unlockVault(vaultId, BENCH_ROOT.slice()));
  must(await unlocked.store.saveSessionToken(session.token));
  return createPlace(device, unlocked);
}

/** The device that an earlier page left, still locked. */
export async function findDevice(): Promise<{ readonly device: Device; readonly vaultId: string }> {
  const device = must(await openDevice(createBrowserPorts()));
  const vaultId = device.vaults.peek()[0]?.vaultId;
  if (vaultId === undefined) throw new Error('no vault is here: measure the first pull before');
  return { device, vaultId };
}

export const unlockRoot = (): Uint8Array => BENCH_ROOT.slice();

export const createPlace = (device: Device, unlocked: UnlockedVault): Place => ({
  device,
  unlocked,
  sync: () => startSync({ unlocked, login: undefined }, createRenewSession(device, { unlocked, login: undefined })),
});

async function wipe(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await deleteDatabase(name);
  for (const name of await caches.keys()) await caches.delete(name);
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error(`${name} is still open in another page`));
  });
}

/** When the signal first holds what is waited for. */
export function until<T>(signal: ReadonlySignal<T>, isThere: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let isDone = false;
    stop = effect(() => {
      if (isDone || !isThere(signal.value)) return;
      isDone = true;
      resolve();
      queueMicrotask(() => stop?.());
    });
  });
}

export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
