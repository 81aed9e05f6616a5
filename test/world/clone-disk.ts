import { IDBFactory } from 'fake-indexeddb';
import { DATABASE_NAME } from '../../src/device/database.ts';
import { createDisk, type TestDisk } from '../device/a-device.ts';
import { settle } from '../device/dump-database.ts';

/** A copy of a browser profile as a disk image or a backup makes it: the same rows, the same device, the same stream. */
export async function cloneDisk(disk: TestDisk): Promise<TestDisk> {
  const indexedDB = new IDBFactory();
  const source = await settle(disk.indexedDB.open(DATABASE_NAME));
  const opening = indexedDB.open(DATABASE_NAME, source.version);
  opening.onupgradeneeded = () => {
    for (const name of source.objectStoreNames) {
      const from = source.transaction(name).objectStore(name);
      const to = opening.result.createObjectStore(name, { keyPath: from.keyPath, autoIncrement: from.autoIncrement });
      for (const indexName of from.indexNames) {
        const { keyPath, unique, multiEntry } = from.index(indexName);
        to.createIndex(indexName, keyPath, { unique, multiEntry });
      }
    }
  };
  const target = await settle(opening);
  for (const name of source.objectStoreNames) {
    const rows = await settle(source.transaction(name).objectStore(name).getAll());
    const store = target.transaction(name, 'readwrite').objectStore(name);
    for (const row of rows) await settle(store.put(row));
  }
  source.close();
  target.close();
  const deviceId = await disk.marker.find();
  const copy = createDisk();
  if (deviceId !== undefined) await copy.marker.leave(deviceId);
  return { ...copy, indexedDB };
}
