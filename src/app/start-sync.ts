import { effect } from '@preact/signals';
import { readsRecords } from '../domain/permissions.ts';
import { createSync, type Sync } from '../sync/create-sync.ts';
import { createHttpServerPort } from '../sync/http-server-port.ts';
import { after } from './browser-ports.ts';
import { type Entered, ownServer } from './entrance.ts';
import { leadWithLock, syncLockName } from './locks.ts';
import type { RenewSession } from './renew-session.ts';
import { askForBackgroundNudge } from './update-flow.ts';

/** Whoever asks when the network goes is told so at once; the live connection may take minutes to notice. */
const NETWORK_NEWS = ['online', 'offline'] as const;

/** Starts moving changes for an unlocked vault, and wakes it at every good moment. The returned function ends it. */
export function startSync({ unlocked }: Entered, renewSession: RenewSession): Sync {
  const { vault, store } = unlocked;
  const server = createHttpServerPort(ownServer(), renewSession);
  let isEnded = false;
  let sync = begin();
  const nudge = () => sync.nudge();
  const onVisible = () => document.visibilityState === 'visible' && nudge();
  for (const news of NETWORK_NEWS) window.addEventListener(news, nudge);
  document.addEventListener('visibilitychange', onVisible);
  let waitingBefore = vault.waitingCount.peek();
  const stopWatching = effect(() => {
    const waiting = vault.waitingCount.value;
    // Also a save of another tab: only one of them sends.
    if (waiting > waitingBefore) {
      nudge();
      if (!navigator.onLine) askForBackgroundNudge();
    }
    waitingBefore = waiting;
  });
  return {
    nudge,
    stop() {
      stopWatching();
      for (const news of NETWORK_NEWS) window.removeEventListener(news, nudge);
      document.removeEventListener('visibilitychange', onVisible);
      isEnded = true;
      sync.stop();
    },
  };

  function begin(): Sync {
    return createSync({
      server,
      store,
      nowMs: () => Date.now(),
      random: () => Math.random(),
      after,
      lead: async (work) => {
        const how = await leadWithLock(syncLockName(vault.vaultId), work);
        // This tab was frozen and another one took over: back in line, for when that one closes.
        if (how === 'taken-over' && !isEnded) sync = begin();
      },
      readsNothing: !readsRecords(vault.actor.role),
      readStatus: () => vault.status.peek(),
      writeStatus: (status) => {
        vault.status.value = status;
      },
      reportFault: (error) => globalThis.reportError(error),
    });
  }
}
