import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type GuestPhone, openGuestPhone } from '../device/guest-phone.ts';
import type { UnlockedVault } from '../device/unlock-vault.ts';
import { assert } from '../domain/assert.ts';
import { NoticeLanguage } from '../domain/lists/notice.ts';
import { err } from '../domain/result.ts';
import { GuestDoor, type GuestDoorState, type GuestDoorTrouble } from '../features/guest/GuestDoor.tsx';
import { GuestPage } from '../features/guest/GuestPage.tsx';
import { type GuestSession, GuestSessionContext } from '../features/guest/guest-session.ts';
import { holdsOwn, isForgotten } from '../features/guest/guest-state.ts';
import { type GuestWords, guestLanguageFor, loadGuestWords } from '../i18n/load-guest.ts';
import { createAsk } from './ask-server.ts';
import { newId, nowInstant, officeDate } from './browser-ports.ts';
import {
  CODE_DRAFT,
  comeIn,
  comeInAnew,
  createGuestPorts,
  findCodeHash,
  sayGoodbye,
  storedLanguage,
  storeLanguage,
} from './guest-entrance.ts';
import { SIGN_IN_REFUSED } from './renew-session.ts';
import { startSync } from './start-sync.ts';
import { registerServiceWorker, untilKeptForOffline } from './update-flow.ts';
import { watchCode } from './watch-code.ts';

type Inside = {
  readonly phone: GuestPhone;
  readonly unlocked: UnlockedVault;
  readonly nudge: () => void;
  readonly stop: () => void;
};

/** Nobody has a password here that could renew a session. */
const renewNever = async () => err(SIGN_IN_REFUSED);

/** The way of a volunteer's phone: the code of an event, then one page, then nothing. Loaded at `/door` only. */
export function GuestStart() {
  const words = useSignal<GuestWords | undefined>(undefined);
  const door = useSignal<GuestDoorState>({ is: 'comingIn' });
  const inside = useSignal<Inside | undefined>(undefined);
  /** Of a code that was scanned although this phone is inside an event already. */
  const scanned = useSignal<GuestSession['scanned']>(undefined);
  /** The code that let this phone in was ended, by whoever keeps the event or by the event's own end. */
  const isEnded = useSignal(false);

  const speak = async (language: NoticeLanguage) => {
    storeLanguage(language);
    words.value = await loadGuestWords(language);
    document.documentElement.lang = words.value.tag;
    document.documentElement.dir = words.value.dir;
  };
  const fail = (trouble: GuestDoorTrouble) => {
    door.value = { is: 'trouble', trouble };
  };

  const start = async () => {
    door.value = { is: 'comingIn' };
    const code = decodeURIComponent(location.hash.slice(1));
    const phone = await openGuestPhone(createGuestPorts());
    if (!phone.ok) return fail('troubleStorage');
    const opened = await phone.value.open();
    if (!opened.ok) return fail('troubleStorage');
    if (opened.value !== undefined) {
      const isOther = code !== '' && code !== opened.value.vault.drafts.find(CODE_DRAFT);
      scanned.value = isOther ? 'otherEvent' : undefined;
      inside.value = { phone: phone.value, unlocked: opened.value, ...begin(phone.value, opened.value, code) };
      return;
    }
    if (code === '') {
      door.value = { is: 'noEvent' };
      return;
    }
    const cameIn = await comeIn(phone.value, code);
    if (!cameIn.ok) return fail(cameIn.error);
    // Sealed with the rest, and gone with it.
    cameIn.value.vault.drafts.save(CODE_DRAFT, code);
    door.value = { is: 'preparing' };
    void navigator.storage?.persist?.();
    const begun = begin(phone.value, cameIn.value, '');
    await untilKeptForOffline();
    inside.value = { phone: phone.value, unlocked: cameIn.value, ...begun };
  };

  /** A code that the door's own scanner read, in the link that carries it. */
  const startWith = (text: string) => {
    const hash = findCodeHash(text);
    if (hash === undefined) return;
    history.replaceState(null, '', `/door${hash}`);
    void start();
  };

  /** `code`: what was scanned now, or nothing. */
  const begin = (phone: GuestPhone, unlocked: UnlockedVault, code: string): Pick<Inside, 'nudge' | 'stop'> => {
    // The code opens the event to whoever reads it: it does not stay in the address.
    history.replaceState(null, '', location.pathname);
    const entered = { unlocked, login: undefined };
    const sync = startSync(entered, renewNever);
    const unwatch = watchCode({ vault: unlocked.vault, ask: createAsk(entered, renewNever), isEnded });
    let isBrought = code === '';
    const unwatchForgotten = effect(() => {
      if (isBrought || !isForgotten(unlocked.vault)) return;
      isBrought = true;
      void comeInAnew(phone, unlocked, code).then((cameIn) => {
        if (!cameIn.ok) scanned.value = cameIn.error;
      });
    });
    // Let in anew, or left, in this tab or another.
    const unwatchLock = unlocked.vault.isLocked.subscribe((isLocked) => isLocked && location.reload());
    sync.nudge();
    return {
      nudge: sync.nudge,
      stop() {
        unwatch();
        unwatchForgotten();
        unwatchLock();
        sync.stop();
      },
    };
  };

  useEffect(() => {
    void registerServiceWorker(() => window.dispatchEvent(new Event('online')));
    const chosen = NoticeLanguage.safeParse(storedLanguage());
    void speak(chosen.success ? chosen.data : guestLanguageFor(navigator.languages)).then(start);
    const saveDrafts = () => void inside.peek()?.unlocked.vault.drafts.flush();
    window.addEventListener('pagehide', saveDrafts);
    document.addEventListener('visibilitychange', saveDrafts);
    // Another code scanned while this page is open changes the fragment only.
    const onCode = () => location.hash.length > 1 && location.reload();
    window.addEventListener('hashchange', onCode);
    return () => {
      window.removeEventListener('pagehide', saveDrafts);
      document.removeEventListener('visibilitychange', saveDrafts);
      window.removeEventListener('hashchange', onCode);
    };
  }, []);

  if (words.value === undefined) return null;
  if (inside.value === undefined) {
    return <GuestDoor words={words.value} state={door.value} onRetry={() => void start()} onCode={startWith} />;
  }
  const { phone, unlocked, nudge, stop } = inside.value;
  const { vault } = unlocked;
  assert(vault.actor.role === 'guest' && vault.actor.event !== undefined, 'a guest phone is inside one event');
  const session: GuestSession = {
    vault,
    event: vault.actor.event,
    words: words.value,
    chooseLanguage: (language) => void speak(language),
    today: () => officeDate(nowInstant()),
    now: nowInstant,
    newId,
    nudge,
    scanned: scanned.value,
    isEnded: isEnded.value,
    async leave() {
      if (holdsOwn(vault)) return false;
      stop();
      const token = unlocked.store.sessionToken();
      await unlocked.lock();
      const left = await phone.leave();
      if (!left.ok) {
        location.reload();
        return false;
      }
      void sayGoodbye(token);
      door.value = { is: 'left' };
      inside.value = undefined;
      return true;
    },
  };
  return (
    <GuestSessionContext.Provider value={session}>
      <GuestPage />
    </GuestSessionContext.Provider>
  );
}
