import type { ReadonlySignal } from '@preact/signals';
import type { StorageTrouble } from '../device/open-vault.ts';
import type { Author, Role } from '../domain/actor.ts';
import type { Change } from '../domain/change.ts';
import type { Instant } from '../domain/primitives.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';

/**
 * The few things that screens ask the server for directly. Each says in its result when there was no answer; none of them is part of
 * what a worker does in the street.
 */
export type RemoteTrouble = 'offline' | 'not-permitted' | 'gone' | 'server-trouble';

/** A device of the municipality as a coordinator sees it. */
export type DeviceLine = {
  readonly id: string;
  readonly label: string;
  readonly enrolledAt: Instant;
  readonly lastSeenAt?: Instant | undefined;
  readonly revokedAt?: Instant | undefined;
  readonly isThisOne: boolean;
};

/** Somebody who may sign in, as a coordinator sees them. */
export type AccountLine = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Instant;
  /** Closed: nobody signs in with it. */
  readonly disabledAt?: Instant | undefined;
};

export type PasswordTrouble =
  | RemoteTrouble
  | 'wrong-password'
  | 'slow-down'
  /** The server has the new password, the vault on this device still opens with the one before. */
  | 'only-server';

/** What became of the rows of a rescue file. */
export type Carried = { readonly taken: number; readonly held: number; readonly unreadable: number };
export type RescueTrouble =
  | RemoteTrouble
  | 'not-a-rescue-file'
  /** Made by a newer Taccuino than this one. */
  | 'newer-file'
  /** The server has never heard of the vault that the file comes from. */
  | 'vault-unknown';

/** The code that lets volunteers' phones into an event. */
export type InvitationLine = {
  /** What the QR code says: an address. */
  readonly address: string;
  readonly madeAt: Instant;
  /** `open`: phones come in · `grace`: none comes in any more, what those inside counted still does · `over`: that needs a yes. */
  readonly standing: 'open' | 'grace' | 'over';
  readonly phones: number;
};

export type RemotePort = {
  /** The latest of an event; undefined while it has none. */
  readonly findInvitation: (eventId: string) => Promise<Result<InvitationLine | undefined, RemoteTrouble>>;
  readonly openInvitation: (eventId: string) => Promise<Result<InvitationLine | undefined, RemoteTrouble>>;
  readonly endInvitation: (eventId: string) => Promise<Result<void, RemoteTrouble>>;
  readonly listDevices: () => Promise<Result<readonly DeviceLine[], RemoteTrouble>>;
  readonly revokeDevice: (id: string) => Promise<Result<void, RemoteTrouble>>;
  readonly listAccounts: () => Promise<Result<readonly AccountLine[], RemoteTrouble>>;
  /** Gives the account a password made on this device, and says it once. */
  readonly resetPassword: (account: AccountLine) => Promise<Result<string, RemoteTrouble>>;
  readonly closeAccount: (id: string) => Promise<Result<void, RemoteTrouble>>;
  readonly reopenAccount: (id: string) => Promise<Result<void, RemoteTrouble>>;
  /** One's own, on the server and then on this device. */
  readonly changePassword: (oldPassword: string, newPassword: string) => Promise<Result<void, PasswordTrouble>>;
  /** The second half once more, after `only-server`. */
  readonly finishPassword: (oldPassword: string, newPassword: string) => Promise<Result<void, PasswordTrouble>>;
  /** Hands in a rescue file that somebody carried here; applied once however often it comes. */
  readonly carryRescueFile: (text: string) => Promise<Result<Carried, RescueTrouble>>;
};

/** A change that reached the server and was not simply taken. */
export type ArrivedItem = {
  readonly changeId: string;
  readonly why: 'refused' | 'held';
  readonly refusal: Refusal | undefined;
  /** Undefined when it is no change that this version of the app can read. */
  readonly change: Change | undefined;
  readonly author: Author;
  readonly deviceLabel: string;
  readonly receivedAt: Instant;
  /** Given back to its author, who has not dealt with it yet. */
  readonly sentBackAt: Instant | undefined;
  /** Corrected here with a change that is still on its way; settles itself afterwards. */
  readonly isMendedHere: boolean;
};
export type ArrivedList = { readonly items: readonly ArrivedItem[]; readonly at: Instant };
export type Settled = { readonly isSettled: boolean; readonly refusal?: Refusal | undefined };

/** What waits on the server for a coordinator. The last list is kept sealed on this device, to be read without a network. */
export type ArrivedPort = {
  /** Undefined until the first answer, and for everybody who does not coordinate. */
  readonly list: ReadonlySignal<ArrivedList | undefined>;
  /** Why the last look did not work. */
  readonly trouble: ReadonlySignal<RemoteTrouble | undefined>;
  readonly load: () => Promise<void>;
  readonly settle: (
    changeId: string,
    how: 'apply' | 'send-back' | 'dismiss',
    note?: string,
  ) => Promise<Result<Settled, RemoteTrouble>>;
  /** The coordinator's own change `ownChangeId` has the right value. The server is told once it has that change. */
  readonly noteMended: (changeId: string, ownChangeId: string) => void;
};

export type RescueRefusal = StorageTrouble | { readonly type: 'NothingWaits' | 'VaultUnregistered' };

/** The sealed outbox as a file that only the server opens. */
export type RescuePort = {
  readonly create: () => Promise<Result<string, RescueRefusal>>;
  readonly save: (text: string) => void;
  /** Undefined where the device cannot hand a file to another app. `false`: the person changed their mind. */
  readonly share: ((text: string) => Promise<boolean>) | undefined;
};
