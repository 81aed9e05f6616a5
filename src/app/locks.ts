/**
 * One tab syncs: the holder of a Web Lock. The others wait in line and take over when it closes, crashes or is discarded. Where the
 * browser has no locks every tab syncs; the server applies each change once, so that only costs traffic.
 */
export async function leadWithLock(name: string, work: (released: AbortSignal) => Promise<void>): Promise<void> {
  const never = new AbortController().signal;
  if (!('locks' in navigator)) return work(never);
  await navigator.locks.request(name, () => work(never)).catch(() => undefined);
}
