import { peopleIndexOf } from '../../../src/features/people-index.ts';
import { createContact } from './contacts.ts';
import { findDevice, must, unlockRoot } from './place.ts';

export type UnlockMs = { readonly opened: number; readonly searchable: number };

/** From the derived root to records in memory, and to the first answer of the search. */
export async function unlock({ count }: { count: number }): Promise<UnlockMs> {
  const { device, vaultId } = await findDevice();
  const root = unlockRoot();
  const startedMs = performance.now();
  const { vault, lock } = must(await device.unlockVault(vaultId, root));
  const opened = performance.now() - startedMs;
  peopleIndexOf(vault).search('mohamed');
  const searchable = performance.now() - startedMs;
  if (vault.caseload.all().length < count) throw new Error('records are missing after the unlock');
  await lock();
  return { opened, searchable };
}

/** Milliseconds of each save, one after the other, in a vault that holds the whole caseload. */
export async function save({ count }: { count: number }): Promise<number[]> {
  const { device, vaultId } = await findDevice();
  const { vault, lock } = must(await device.unlockVault(vaultId, unlockRoot()));
  const tookMs: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const change = createContact(nth);
    const startedMs = performance.now();
    must(await vault.saveChange(change));
    tookMs.push(performance.now() - startedMs);
  }
  await lock();
  return tookMs;
}
