import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OpenVault } from '../device/open-vault.ts';
import { assert } from '../domain/assert.ts';
import type { CalendarDate, Id, Instant } from '../domain/primitives.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Translator } from '../i18n/translate.ts';
import type { FilesPort } from './files-port.ts';
import type { ArrivedPort, RemotePort, RescuePort } from './remote-ports.ts';

/**
 * What `app` hands to every screen behind the lock. Screens know no network: what needs one stands under `remote`, and says in its
 * result when there was none.
 */
export type FeatureSession = {
  readonly vault: OpenVault;
  readonly words: Translator;
  readonly municipalityName: string;
  readonly deviceLabel: string;
  /** Of this app, as it is released: "0.1.0". */
  readonly appVersion?: string | undefined;
  /** Today and now by this device's clock, in Europe/Rome. */
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
  readonly newId: () => Id;
  /** Address now shown, without the origin. */
  readonly path: ReadonlySignal<string>;
  /** The same with what stands behind its `?`. */
  readonly address: string;
  readonly go: (path: string, options?: { readonly replace?: boolean }) => void;
  /** Back to where the person came from, or to `fallback` after a deep link. */
  readonly back: (fallback: string) => void;
  /** Back to this page if the person came from it; else it takes the place of the one shown now. */
  readonly backTo: (place: string) => void;
  /** A line at the bottom, with at most one action. */
  readonly say: (notice: Notice) => void;
  readonly lock: () => void;
  /** Lays a neutral page over everything, until one tap. */
  readonly hide: () => void;
  /** Asks `sync` for a round now. */
  readonly nudge: () => void;
  readonly settings: {
    readonly locale: ReadonlySignal<Locale>;
    readonly setLocale: (locale: Locale) => void;
    readonly theme: ReadonlySignal<Theme>;
    readonly setTheme: (theme: Theme) => void;
  };
  readonly storage: ReadonlySignal<StorageState | undefined>;
  /** Asks the browser once more not to throw the data away, and looks at the space again. */
  readonly protectStorage: () => Promise<StorageState>;
  readonly remote: RemotePort;
  readonly arrived: ArrivedPort;
  readonly rescue: RescuePort;
  readonly files: FilesPort;
  /** A new version of the app waits for the person's word; undefined when there is none. */
  readonly update: ReadonlySignal<(() => void) | undefined>;
};

export type Theme = 'system' | 'light' | 'dark';
export type Notice = {
  readonly text: string;
  readonly tone?: 'ok' | 'stop';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Stays until it is closed, or another is said; others go after six seconds. */
  readonly isKept?: boolean;
};
export type StorageState = {
  readonly isPersisted: boolean;
  /** Undefined where the browser does not say. */
  readonly usageBytes: number | undefined;
  readonly quotaBytes: number | undefined;
};

export const SessionContext = createContext<FeatureSession | undefined>(undefined);

export function useSession(): FeatureSession {
  const session = useContext(SessionContext);
  assert(session !== undefined, 'a screen stands outside of the session');
  return session;
}
