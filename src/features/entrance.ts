import type { ComponentChildren } from 'preact';
import type { StorageTrouble } from '../device/open-vault.ts';
import type { Result } from '../domain/result.ts';
import type { DoorWords, JoinWords } from '../i18n/translate.ts';

/** What `app` hands to the screens before the lock: joining, signing in, unlocking. They know no network and no key either. */

export type EntranceTrouble =
  /** There was no answer. */
  | { readonly type: 'Offline' }
  /** The enrolment code is wrong, used or expired. */
  | { readonly type: 'CodeInvalid' }
  /** Name or password wrong; the server never says which. */
  | { readonly type: 'SignInRefused' }
  | { readonly type: 'SlowDown'; readonly retryAfterSeconds: number }
  | { readonly type: 'DeviceRevoked' }
  | { readonly type: 'WrongPassword' }
  /** The server takes this password, the vault on this device still has the one before. */
  | { readonly type: 'PasswordChanged' }
  /** The server has refused this vault's password since it was last opened: its owner signs in with the new one. */
  | { readonly type: 'PasswordStale' }
  /** The account was closed by a coordinator. */
  | { readonly type: 'AccountDisabled' }
  /** The key on this device is damaged; what waits here can still be opened by the municipality. */
  | { readonly type: 'SlotDamaged' }
  | { readonly type: 'ServerTrouble' }
  | StorageTrouble;

export type EntranceFrame = {
  readonly words: DoorWords;
  readonly municipalityName?: string | undefined;
  readonly deviceLabel?: string | undefined;
};

/** The same where the words of joining are loaded too. */
export type JoinFrame = EntranceFrame & { readonly words: JoinWords };

export type EnrolPageProps = JoinFrame & {
  /** `code` as typed; `label` is what the device is called ("Unità mobile 2"). */
  readonly onEnrol: (code: string, label: string) => Promise<Result<void, EntranceTrouble>>;
};

export type SignInPageProps = JoinFrame & {
  /** Of somebody who comes from the lock screen with a new password. */
  readonly username?: string | undefined;
  readonly onSignIn: (username: string, password: string) => Promise<Result<void, EntranceTrouble>>;
  /** Back to "who are you"; absent when nobody has a vault here yet. */
  readonly onBack?: (() => void) | undefined;
};

/** Somebody with a vault on this device, as the lock screen shows it. */
export type PersonHere = {
  readonly vaultId: string;
  readonly name: string;
  readonly initials: string;
  readonly waiting: number;
  /** Of those that wait: how many are on this device only. */
  readonly unsent: number;
  readonly attention: number;
};

export type UnlockPageProps = EntranceFrame & {
  readonly people: readonly PersonHere[];
  /** `navigator.onLine`: only a hint for the words. */
  readonly isOnline: boolean;
  /** The one who was here last. */
  readonly lastVaultId?: string | undefined;
  /** Opening the records reports its progress. */
  readonly onUnlock: (
    vaultId: string,
    password: string,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Result<void, EntranceTrouble>>;
  /** Somebody else wants to sign in here. */
  readonly onOther: () => void;
  /** The owner of this vault has a new password from the coordinator. */
  readonly onNewPassword: (vaultId: string) => void;
  /** What else is to be said about this person's work; loaded by `app` when there is something. */
  readonly notesOf?: ((vaultId: string) => ComponentChildren) | undefined;
};
