import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OpenVault } from '../../device/open-vault.ts';
import { assert } from '../../domain/assert.ts';
import type { NoticeLanguage } from '../../domain/lists/notice.ts';
import type { CalendarDate, Id, Instant } from '../../domain/primitives.ts';
import type { GuestWords } from '../../i18n/load-guest.ts';
import type { GuestDoorTrouble } from './GuestDoor.tsx';

/** What `app` hands to the screen of a volunteer's phone. It knows no network, no key and no other screen. */
export type GuestSession = {
  readonly vault: OpenVault;
  /** The one event this phone is inside. */
  readonly event: Id;
  readonly words: GuestWords;
  readonly chooseLanguage: (language: NoticeLanguage) => void;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
  readonly newId: () => Id;
  readonly nudge: () => void;
  /** Takes everything of the event off this phone; false while something is nowhere else. */
  readonly leave: () => Promise<boolean>;
  /** What there is to say of a code that was scanned although this phone is inside an event. */
  readonly scanned: 'otherEvent' | GuestDoorTrouble | undefined;
  /** The server said that the code is closed: nothing new is counted, whatever the clock of this phone says. */
  readonly isEnded: boolean;
};

export const GuestSessionContext = createContext<GuestSession | undefined>(undefined);

export function useGuest(): GuestSession {
  const session = useContext(GuestSessionContext);
  assert(session !== undefined, 'a guest screen stands inside its session');
  return session;
}
