/** Whoever holds it is the only one that touches this vault's place on the server. */
export const syncLockName = (vaultId: string): string => `taccuino-sync-${vaultId}`;

/** Runs `work` if nobody holds the lock now; gives whether it ran. */
export async function tryWithLock(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
    return lock !== null;
  });
}

/**
 * One tab syncs: the holder of a Web Lock. The others wait in line and take over when it closes, crashes or is discarded. Where the
 * browser has no locks every tab syncs; the server applies each change once, so that only costs traffic.
 */
export async function leadWithLock(name: string, work: (released: AbortSignal) => Promise<void>): Promise<void> {
  const never = new AbortController().signal;
  if (!('locks' in navigator)) return work(never);
  await navigator.locks.request(name, () => work(never)).catch(() => undefined);
}
