import { createContact } from './contacts.ts';
import { createPlace, findDevice, joinCity, must, type Place, unlockRoot, until } from './place.ts';

/** Milliseconds from the start of the sync until every record is stored and in memory, on a device that was empty. */
export async function pullAll({ code, count }: { code: string; count: number }): Promise<number> {
  const place = await joinCity(code);
  const { vault } = place.unlocked;
  const startedMs = performance.now();
  const sync = place.sync();
  await until(vault.status, ({ exchanges }) => exchanges.some(({ what }) => what === 'received'));
  const tookMs = performance.now() - startedMs;
  const held = vault.caseload.all().length;
  if (held < count) throw new Error(`${held} records came instead of ${count}`);
  await until(vault.status, ({ safeAt }) => safeAt !== undefined);
  sync.stop();
  await place.unlocked.lock();
  return tookMs;
}

let queued: Place | undefined;

/** Unlocks, and saves changes that wait: a tablet that comes back from a week without network. Not measured. */
export async function queue({ count }: { count: number }): Promise<void> {
  const { device, vaultId } = await findDevice();
  const unlocked = must(await device.unlockVault(vaultId, unlockRoot()));
  for (let nth = 0; nth < count; nth += 1) must(await unlocked.vault.saveChange(createContact(nth)));
  queued = createPlace(device, unlocked);
}

/** Milliseconds until nothing waits any more. After `queue`, on the same page. */
export async function push(): Promise<number> {
  if (queued === undefined) throw new Error('nothing was queued');
  const { vault } = queued.unlocked;
  const startedMs = performance.now();
  const sync = queued.sync();
  await until(vault.waitingCount, (count) => count === 0);
  const tookMs = performance.now() - startedMs;
  if (vault.attentionCount.peek() > 0) throw new Error('the server refused a change of the bench');
  await until(vault.status, ({ safeAt }) => safeAt !== undefined);
  sync.stop();
  await queued.unlocked.lock();
  return tookMs;
}

/** Sends what earlier measures left in the outbox. */
export async function drain(): Promise<void> {
  await queue({ count: 0 });
  await push();
}

/** Bytes of all segments on the disk, as they were sealed. */
export async function sealedBytes(): Promise<number> {
  const { device } = await findDevice();
  device.close();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('taccuino');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise<{ sealed: Uint8Array }[]>((resolve, reject) => {
    const request = database.transaction('segments').objectStore('segments').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return rows.reduce((sum, { sealed }) => sum + sealed.byteLength, 0);
}
