import { expect, test } from 'vitest';
import { createCacheMarker } from '../../src/device/device-marker.ts';

test('a marker is found again until it is removed', async () => {
  const marker = createCacheMarker(createCaches());
  expect(await marker.find()).toBeUndefined();
  await marker.leave('device-1');
  expect(await marker.find()).toBe('device-1');
  await marker.remove();
  expect(await marker.find()).toBeUndefined();
});

test('where there is no Cache Storage at all there is no marker, and no trouble', async () => {
  const marker = createCacheMarker(undefined);
  await marker.leave('device-1');
  expect(await marker.find()).toBeUndefined();
  await marker.remove();
});

test('where the browser forbids Cache Storage there is no marker, and no trouble', async () => {
  const refuse = () => Promise.reject(new DOMException('private', 'SecurityError'));
  const marker = createCacheMarker({ ...createCaches(), has: refuse, open: refuse, delete: refuse });
  await marker.leave('device-1');
  await marker.remove();
  expect(await marker.find()).toBeUndefined();
});

/** The little of Cache Storage that Node lacks, as the specification has it. */
function createCaches(): CacheStorage {
  const caches = new Map<string, Map<string, Response>>();
  const notNeeded = () => Promise.reject(new Error('not needed here'));
  return {
    has: async (name) => caches.has(name),
    delete: async (name) => caches.delete(name),
    keys: async () => [...caches.keys()],
    match: notNeeded,
    async open(name) {
      const entries = caches.get(name) ?? new Map<string, Response>();
      caches.set(name, entries);
      return {
        match: async (request) => entries.get(String(request))?.clone(),
        put: async (request, response) => {
          entries.set(String(request), response);
        },
        add: notNeeded,
        addAll: notNeeded,
        delete: notNeeded,
        keys: notNeeded,
        matchAll: notNeeded,
      };
    },
  };
}
