import type { SyncPorts } from '../../src/sync/create-sync.ts';

/** A lock as the browser has it: one holder at a time, the others in the order in which they asked. */
export type Lock = SyncPorts['lead'] & {
  /** The next in line takes it from a holder that runs no more, who will see that it was released. */
  readonly takeOver: () => void;
};

export function createLock(): Lock {
  let last = Promise.resolve();
  let takeOver = () => {};
  const lead: SyncPorts['lead'] = (work) => {
    const released = new AbortController();
    const taken = Promise.withResolvers<void>();
    const mine = last.then(() => {
      takeOver = () => {
        taken.resolve();
        released.abort();
      };
      return Promise.race([work(released.signal), taken.promise]);
    });
    last = mine.catch(() => undefined);
    return mine;
  };
  return Object.assign(lead, { takeOver: () => takeOver() });
}
