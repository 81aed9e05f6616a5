import type { DevicePorts } from './device-ports.ts';

/** What the browser says about this site's place on the disk; undefined where it does not say. */
export type StorageState = {
  /** Whether the browser promised not to throw the data away when the disk gets full. */
  readonly persisted: boolean | undefined;
  readonly usageBytes: number | undefined;
  readonly quotaBytes: number | undefined;
};

export async function readStorageState(storage: DevicePorts['storage']): Promise<StorageState> {
  const [persisted, estimate] = await Promise.all([
    orUndefined(() => storage?.persisted()),
    orUndefined(() => storage?.estimate()),
  ]);
  return { persisted, usageBytes: estimate?.usage, quotaBytes: estimate?.quota };
}

export const requestPersistence = async (storage: DevicePorts['storage']): Promise<boolean> =>
  (await orUndefined(() => storage?.persist())) ?? false;

/** Chromium says no to a site it hardly knows and yes to one that is installed: so the answer of the first day is not the last. */
export async function protectStorage(storage: DevicePorts['storage']): Promise<StorageState> {
  const state = await readStorageState(storage);
  if (state.persisted === true || !(await requestPersistence(storage))) return state;
  return { ...state, persisted: true };
}

/** Some private modes have the functions and refuse to run them. */
async function orUndefined<T>(ask: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}
