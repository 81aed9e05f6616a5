import type { SyncPorts } from '../../src/sync/create-sync.ts';

/** A lock as the browser has it: one holder at a time, the others in the order in which they asked. */
export function createLock(): SyncPorts['lead'] {
  let last = Promise.resolve();
  return (work) => {
    const mine = last.then(() => work(new AbortController().signal));
    last = mine.catch(() => undefined);
    return mine;
  };
}
