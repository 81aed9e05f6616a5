/**
 * A note outside the database that says "a database belongs here", so that one deleted behind the app is noticed instead of
 * looking like a fresh install. It holds the device's id, which names no person.
 *
 * It lies in Cache Storage, because that is another store of the browser than IndexedDB: Chromium throws away the whole IndexedDB
 * folder of a site when that is corrupt, and a second database would go with it. What empties the site's whole storage takes the marker
 * too; against that there is only `requestPersistence`.
 */
export type DeviceMarker = {
  readonly find: () => Promise<string | undefined>;
  readonly leave: (deviceId: string) => Promise<void>;
  readonly remove: () => Promise<void>;
};

const CACHE_NAME = 'taccuino-marker';
const MARKER_URL = '/marker';

/** `caches` is undefined where the browser has no Cache Storage, for instance over plain http. */
export function createCacheMarker(caches: CacheStorage | undefined): DeviceMarker {
  return {
    find: () =>
      orNothing(async () => {
        if (caches === undefined || !(await caches.has(CACHE_NAME))) return undefined;
        const answer = await (await caches.open(CACHE_NAME)).match(MARKER_URL);
        return answer?.text();
      }),
    leave: (deviceId) =>
      orNothing(async () => (await caches?.open(CACHE_NAME))?.put(MARKER_URL, new Response(deviceId))),
    remove: () =>
      orNothing(async () => {
        await caches?.delete(CACHE_NAME);
      }),
  };
}

/** The marker is a courtesy: a browser without Cache Storage, or with a full disk, works without it. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}
