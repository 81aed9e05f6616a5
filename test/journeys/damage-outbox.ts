/** Runs in the page: one bit of each row that waits. Gives how many there were. */
export async function damageOutbox(): Promise<number> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let damaged = 0;
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    if (database.objectStoreNames.contains('outbox')) {
      const store = database.transaction('outbox', 'readwrite').objectStore('outbox');
      for (const row of await done(store.getAll())) {
        row.sealed[40] ^= 1;
        await done(store.put(row));
        damaged += 1;
      }
    }
    database.close();
  }
  return damaged;
}
