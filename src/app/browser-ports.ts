import { v7 } from 'uuid';
import { createCacheMarker } from '../device/device-marker.ts';
import type { DevicePorts } from '../device/device-ports.ts';
import { createTabChannel, TAB_CHANNEL_NAME } from '../device/tab-channel.ts';
import type { CalendarDate, Id, Instant } from '../domain/primitives.ts';
import { instantToOfficeDate } from '../i18n/office-date.ts';
import { CHAIN_START, hashChange } from '../protocol/change-hash.ts';

/** The browser's own clock, storage, channel and randomness, for the rooms that only know ports. */
export const nowInstant = (): Instant => new Date().toISOString();

/** UUIDv7: made here and nowhere else, so that what the rest of the app calls an id is one. */
export const newId = (): Id => v7() as Id;

export const officeDate = (instant: Instant): CalendarDate => instantToOfficeDate(instant);

export const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

export function createBrowserPorts(): DevicePorts {
  return {
    indexedDB: globalThis.indexedDB,
    IDBKeyRange: globalThis.IDBKeyRange,
    now: nowInstant,
    officeDate,
    newId,
    hashing: { hashChange, chainStart: CHAIN_START },
    after,
    storage: navigator.storage,
    // By its full name, because over plain http there is none, and a bare name would throw.
    marker: createCacheMarker(globalThis.caches),
    tabs: 'BroadcastChannel' in globalThis ? createTabChannel(new BroadcastChannel(TAB_CHANNEL_NAME)) : undefined,
  };
}
