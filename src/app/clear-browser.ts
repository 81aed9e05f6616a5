/**
 * What the browser keeps of this site beside the database. The server asks it for the same (`Clear-Site-Data`); not every browser obeys, and
 * an answer can be lost.
 */
export async function clearBrowser(): Promise<void> {
  try {
    localStorage.clear();
  } catch {
    // Switched off: then there is nothing in it.
  }
  const names = (await globalThis.caches?.keys().catch(() => [])) ?? [];
  await Promise.all(names.map((name) => caches.delete(name)));
  const workers = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}
