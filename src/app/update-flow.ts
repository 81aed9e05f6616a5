import { signal } from '@preact/signals';

/** A function that starts the waiting version, once there is one. The person decides when: nothing interrupts a form. */
export const startNewVersion = signal<(() => void) | undefined>(undefined);

/** How often an app that stays open for days asks for a new version. */
const UPDATE_CHECK_MS = 60 * 60_000;

export async function registerServiceWorker(onNudge: () => void): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  // After the first paint: nobody waits for it.
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', () => {
    startNewVersion.value = () => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    };
  });
  navigator.serviceWorker.addEventListener('message', (event) => {
    if (event.data?.type === 'NUDGE') onNudge();
  });
  void workbox.register().catch(() => undefined);
  setInterval(() => void workbox.update().catch(() => undefined), UPDATE_CHECK_MS);
}

/** Where the browser has Background Sync it may wake us when the network returns; only an extra, every other path works without it. */
export function askForBackgroundNudge(): void {
  type WithSync = ServiceWorkerRegistration & { readonly sync?: { readonly register: (tag: string) => Promise<void> } };
  void navigator.serviceWorker?.ready
    .then((registration: WithSync) => registration.sync?.register('nudge'))
    .catch(() => undefined);
}

/** Long enough for the whole app over a poor connection; after that the person goes on, and the browser finishes when it can. */
const KEEP_FOR_OFFLINE_MS = 20_000;

/** Resolves when the app is kept on this device, so that whoever signs in and walks off can open it without a network. */
export async function untilKeptForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  await Promise.race([
    navigator.serviceWorker.ready,
    new Promise((resolve) => setTimeout(resolve, KEEP_FOR_OFFLINE_MS)),
  ]);
}
