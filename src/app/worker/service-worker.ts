import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * Keeps the app itself on the device, so that every route opens without a network after the first visit. It deliberately does nothing
 * else: it answers only navigations and the files of the build, never `/api`, never anything but GET; records are the business of
 * the sealed store. A new version waits until a person says so (`SKIP_WAITING`), so a form in use never changes under the hand.
 */
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | { url: string; revision: string | null })[] };

/** What the server answers itself, also when somebody types it into the address bar; the public page needs the network anyway. */
const NOT_THE_APP = [/^\/verify$/, /^\/api\//, /^\/healthz$/, /^\/readyz$/, /^\/metrics$/];

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: NOT_THE_APP }));

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The first visit is already served by the worker, so that closing the tab right after enrolling leaves an app that opens offline.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** A reminder leads back to the app that showed it; where nothing is open any more, to its agenda. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const coming = self.clients
    .matchAll({ type: 'window' })
    .then(([page]) => (page === undefined ? self.clients.openWindow('/agenda') : page.focus()));
  event.waitUntil(coming);
});

/** Background Sync only wakes a page that is open but asleep; what is sent, and with which key, is the page's business. */
self.addEventListener('sync', (event) => {
  const waking = self.clients
    .matchAll({ type: 'window' })
    .then((pages) => pages.forEach((page) => void page.postMessage({ type: 'NUDGE' })));
  (event as ExtendableEvent).waitUntil(waking);
});
