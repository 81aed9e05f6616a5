import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { vi } from 'vitest';

/** Makes every write fail as on a full disk, until the returned function is called. */
export const fillDisk = (browser: 'Chromium' | 'Firefox' = 'Chromium'): (() => void) =>
  browser === 'Chromium' ? failAtCommit() : failAtRequest();

/** All requests succeed, then the transaction is aborted where it would complete. */
function failAtCommit(): () => void {
  const original = IDBTransaction.prototype.dispatchEvent;
  const spy = vi.spyOn(IDBTransaction.prototype, 'dispatchEvent').mockImplementation(function (
    this: IDBTransaction,
    event,
  ) {
    if (event.type !== 'complete' || this.mode !== 'readwrite') return original.call(this, event);
    Reflect.get(this, '_abort').call(this, 'QuotaExceededError');
    return true;
  });
  return () => spy.mockRestore();
}

/** There is room for so many writes yet. */
export const fillDiskAfter = (writesLeft: number): (() => void) => failAtRequest(writesLeft);

function failAtRequest(writesLeft = 0): () => void {
  let written = 0;
  const spies = (['put', 'add'] as const).map((name) => {
    const original = IDBObjectStore.prototype[name];
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = original.apply(this, args);
      written += 1;
      if (written <= writesLeft) return request;
      const queued = Reflect.get(this.transaction, '_requests').at(-1);
      queued.operation = () => {
        throw new DOMException('the disk is full', 'QuotaExceededError');
      };
      return request;
    });
  });
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
