import { useSignal } from '@preact/signals';
import { useEffect, useErrorBoundary, useMemo } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import type { Device } from '../device/open-device.ts';
import { type FeatureSession, SessionContext, type StorageState } from '../features/session.ts';
import { loadTranslator } from '../i18n/load-translator.ts';
import type { Translator } from '../i18n/translate.ts';
import { forgetListPlaces } from '../ui/list-places.ts';
import { startArrived } from './arrived-changes.ts';
import { createAsk, createSigned } from './ask-server.ts';
import { startAutoLock } from './auto-lock.ts';
import { newId, nowInstant, officeDate } from './browser-ports.ts';
import { startCoverWhileAway } from './cover-while-away.ts';
import type { Entered } from './entrance.ts';
import { FaultScreen } from './FaultScreen.tsx';
import { listenForHideKey } from './hide-key.ts';
import { InsideFrame } from './InsideFrame.tsx';
import { leaveWhenTold } from './leave-when-told.ts';
import { closeNotices, say } from './notices.ts';
import { locale, theme } from './preferences.ts';
import { createRemotePort } from './remote-port.ts';
import { createRenewSession } from './renew-session.ts';
import { createRescueText, handOver } from './rescue-file.ts';
import { startFiles } from './start-files.ts';
import { showNotice, startReminders } from './start-reminders.ts';
import { startSync } from './start-sync.ts';
import { tellNewRole } from './tell-new-role.ts';
import { startNewVersion } from './update-flow.ts';
import { createWayBack } from './way-back.ts';

export type InsideProps = {
  readonly device: Device;
  /** In the language of now; another one is loaded when it is chosen. */
  readonly words: Translator;
  readonly entered: Entered;
  readonly onLocked: () => void;
};

/** Everything behind the lock. Loaded when a vault opens, so that the lock screen stays light. */
export function Inside(props: InsideProps) {
  return (
    <LocationProvider>
      <Session {...props} />
    </LocationProvider>
  );
}

function Session({ device, words: firstWords, entered, onLocked }: InsideProps) {
  // The browser's console gets the fault; the screen gets words. Neither leaves this device.
  const [fault] = useErrorBoundary((error) => globalThis.reportError(error));
  const chosenWords = useSignal(firstWords);
  const words = chosenWords.value;
  const { vault, lock } = entered.unlocked;
  const { url, path, route } = useLocation();
  const currentPath = useSignal(path);
  currentPath.value = path;
  const wayBack = useMemo(createWayBack, []);
  wayBack.note(url);
  const storage = useSignal<StorageState | undefined>(undefined);
  const renewSession = useMemo(() => createRenewSession(device, entered), []);
  const sync = useMemo(() => startSync(entered, renewSession), []);
  const ask = useMemo(() => createAsk(entered, renewSession), []);
  const files = useMemo(() => startFiles(entered, createSigned(entered, renewSession)), []);
  const arrived = useMemo(() => startArrived({ vault, ask, now: nowInstant }), []);
  const lockNow = () => void lock();
  const isHidden = useSignal(false);
  const hide = () => {
    closeNotices();
    isHidden.value = true;
  };
  const replaceBy = (to: string) => {
    // The router begins at the top of what it adds to the history, and of that alone.
    document.scrollingElement?.scrollTo(0, 0);
    wayBack.noteReplaced(to);
    route(to, true);
  };
  const protectStorage = async () => {
    const state = await readStorage(device);
    storage.value = state;
    return state;
  };

  useEffect(() => {
    void protectStorage();
    const stopAutoLock = startAutoLock(lockNow);
    const stopHideKey = listenForHideKey(hide);
    const stopCover = startCoverWhileAway();
    const stopReminders = startReminders({
      vault,
      now: nowInstant,
      today: () => officeDate(nowInstant()),
      show: (n) => {
        const { t } = chosenWords.peek();
        void showNotice(t('agenda.soon', { n }), t('agenda.soonText'));
      },
    });
    const stopListening = leaveWhenTold(device, entered.unlocked);
    const stopRole = tellNewRole(device, vault, () => chosenWords.peek(), lockNow);
    const stopWords = locale.subscribe((chosen) => {
      if (chosen !== chosenWords.peek().locale)
        void loadTranslator(chosen).then((loaded) => (chosenWords.value = loaded));
    });
    const saveDrafts = () => void vault.drafts.flush();
    window.addEventListener('pagehide', saveDrafts);
    document.addEventListener('visibilitychange', saveDrafts);
    // Also when another tab locked: nothing is in memory any more.
    const stopWatching = vault.isLocked.subscribe((isLocked) => {
      if (!isLocked) return;
      forgetListPlaces();
      // The next person has not done, and may not undo, what the last one did.
      closeNotices();
      sync.stop();
      files.stop();
      arrived.stop();
      onLocked();
    });
    return () => {
      stopWatching();
      stopAutoLock();
      stopHideKey();
      stopCover();
      stopReminders();
      stopListening();
      stopRole();
      stopWords();
      sync.stop();
      files.stop();
      arrived.stop();
      window.removeEventListener('pagehide', saveDrafts);
      document.removeEventListener('visibilitychange', saveDrafts);
    };
  }, []);

  const session: FeatureSession = useMemo(
    () => ({
      vault,
      words,
      municipalityName: device.enrolment.peek()?.municipality.name ?? '',
      deviceLabel: device.enrolment.peek()?.label ?? '',
      today: () => officeDate(nowInstant()),
      now: nowInstant,
      newId,
      path: currentPath,
      address: url,
      go: (to, options) => (options?.replace === true ? replaceBy(to) : route(to)),
      back: (fallback) => (wayBack.hasPage() ? history.back() : replaceBy(fallback)),
      backTo: (place) => (wayBack.isBefore(place) ? history.back() : replaceBy(place)),
      say,
      lock: lockNow,
      hide,
      nudge: sync.nudge,
      settings: {
        locale,
        setLocale: (chosen) => (locale.value = chosen),
        theme,
        setTheme: (chosen) => (theme.value = chosen),
      },
      storage,
      protectStorage,
      remote: createRemotePort(device, entered, ask),
      arrived,
      files,
      rescue: { ...handOver, create: () => createRescueText(device, vault.vaultId) },
      update: startNewVersion,
      appVersion: import.meta.env.APP_VERSION,
    }),
    [words, url],
  );

  if (fault !== undefined) {
    const restart = () => void vault.drafts.flush().then(() => location.assign('/'));
    return <FaultScreen words={words} onRestart={restart} />;
  }
  return (
    <SessionContext.Provider value={session}>
      <InsideFrame isHidden={isHidden} />
    </SessionContext.Provider>
  );
}

async function readStorage(device: Device): Promise<StorageState> {
  const { persisted, usageBytes, quotaBytes } = await device.protectStorage();
  return { isPersisted: persisted === true, usageBytes, quotaBytes };
}
