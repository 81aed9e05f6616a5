import { DATABASE_NAME } from '../../src/device/database.ts';
import type { TestDisk } from './a-device.ts';

/** Everything that lies in the database, read by IndexedDB itself past all our code. */
export async function dumpDatabase({ indexedDB }: Pick<TestDisk, 'indexedDB'>): Promise<Map<string, unknown[]>> {
  const db = await settle(indexedDB.open(DATABASE_NAME));
  const tables = new Map<string, unknown[]>();
  for (const name of db.objectStoreNames) {
    tables.set(name, await settle(db.transaction(name).objectStore(name).getAll()));
  }
  db.close();
  return tables;
}

type AnyRow = Record<string, unknown> & { readonly sealed: Uint8Array };

export async function dumpTable(disk: Pick<TestDisk, 'indexedDB'>, name: string): Promise<AnyRow[]> {
  return ((await dumpDatabase(disk)).get(name) ?? []) as AnyRow[];
}

/** Changes rows behind the app's back. */
export async function tamper(
  { indexedDB }: Pick<TestDisk, 'indexedDB'>,
  name: string,
  change: (row: AnyRow) => AnyRow,
): Promise<void> {
  const db = await settle(indexedDB.open(DATABASE_NAME));
  const transaction = db.transaction(name, 'readwrite');
  const completed = new Promise((resolve) => transaction.addEventListener('complete', resolve));
  const store = transaction.objectStore(name);
  for (const row of (await settle(store.getAll())) as AnyRow[]) await settle(store.put(change(row)));
  await completed;
  db.close();
}

export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
