// The floor: what the same records cost as plain rows in raw IndexedDB, with nothing sealed, checked, merged or proved.

import { createPeopleIndex } from '../../../src/domain/search-people.ts';
import { createContact } from './contacts.ts';

type Row = { readonly id: string; readonly fields: Record<string, string | number> };

const NAME = 'floor';

/** One fetch of everything as one JSON array, then every record as a row, in one transaction of the browser's own durability. */
export async function floorPull({ path, count }: { path: string; count: number }): Promise<number> {
  const database = await openFloor('new');
  const startedMs = performance.now();
  const rows: Row[] = await (await fetch(path, { cache: 'no-store' })).json();
  await write(database, (store) => {
    for (const row of rows) store.put(row);
  });
  const tookMs = performance.now() - startedMs;
  if (rows.length !== count) throw new Error(`the floor got ${rows.length} records instead of ${count}`);
  database.close();
  return tookMs;
}

/** Plain rows out of the database of an earlier `floorPull` and into the same search. */
export async function floorUnlock({ count }: { count: number }): Promise<number> {
  const startedMs = performance.now();
  const database = await openFloor('kept');
  const rows = await readAll(database);
  const index = createPeopleIndex();
  for (const { id, fields } of rows) index.put(id, fields);
  index.search('mohamed');
  const tookMs = performance.now() - startedMs;
  if (rows.length < count) throw new Error('the floor lost records');
  database.close();
  return tookMs;
}

/** Milliseconds of each put of a plain change, each in a strict transaction of its own. */
export async function floorSave({ count }: { count: number }): Promise<number[]> {
  const database = await openFloor('new');
  const tookMs: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const row = toRow(nth);
    const startedMs = performance.now();
    await write(database, (store) => store.put(row), 'strict');
    tookMs.push(performance.now() - startedMs);
  }
  database.close();
  return tookMs;
}

/** What a push does to the disk, as plain rows and without a server: read what waits, take it away, keep the answer. */
export async function floorPush({ count }: { count: number }): Promise<number> {
  const database = await openFloor('new');
  const rows = Array.from({ length: count }, (_, nth) => toRow(nth));
  await write(database, (store) => {
    for (const row of rows) store.put(row);
  });
  const startedMs = performance.now();
  const waiting = await readAll(database);
  await write(
    database,
    (store) => {
      for (const { id } of waiting) store.delete(id);
      for (const row of waiting) store.put({ ...row, id: `answered ${row.id}` });
    },
    'strict',
  );
  const tookMs = performance.now() - startedMs;
  database.close();
  return tookMs;
}

const toRow = (nth: number) => {
  const change = createContact(nth);
  return { id: change.recordId, change, hash: '0'.repeat(64), seq: nth, state: 'waiting', savedAt: '2026-01-15' };
};

async function openFloor(state: 'new' | 'kept'): Promise<IDBDatabase> {
  if (state === 'new') await finished(indexedDB.deleteDatabase(NAME));
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
  return finished(request);
}

const readAll = (database: IDBDatabase): Promise<Row[]> =>
  finished(database.transaction('rows').objectStore('rows').getAll());

function write(
  database: IDBDatabase,
  work: (store: IDBObjectStore) => void,
  durability: IDBTransactionDurability = 'default',
): Promise<void> {
  const transaction = database.transaction('rows', 'readwrite', { durability });
  work(transaction.objectStore('rows'));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
