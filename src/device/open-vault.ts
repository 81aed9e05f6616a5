import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { Actor, Author } from '../domain/actor.ts';
import type { Change } from '../domain/change.ts';
import type { JsonValue } from '../domain/json-value.ts';
import type { Instant } from '../domain/primitives.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import type { SyncStatus } from './sync-status.ts';

/**
 * What an unlocked vault offers to screens and to `sync`. Everything a screen reads is synchronous and in memory; everything that
 * promises something to a person is one transaction with strict durability.
 */

/** A row of the outbox, opened. */
export type OutboxItem = {
  /** Place in this vault's stream; the order in which changes are sent. */
  readonly seq: number;
  readonly change: Change;
  /** SHA-256 of the change, see protocol/change-hash. */
  readonly hash: string;
  readonly state: 'waiting' | 'attention';
  /** Why the server (or this device, when it re-applied the change on newer records) did not take it. Only with `attention`. */
  readonly refusal: Refusal | undefined;
  /** What a coordinator wrote when giving it back. Only with `attention`. */
  readonly note?: string | undefined;
  readonly savedAt: Instant;
};

/** What somebody else made of a refused change of this person. */
export type SettledChange = {
  readonly change: Change;
  readonly savedAt: Instant;
  /** accepted: it counts as it was written · mended: a coordinator wrote it otherwise · dismissed: closed without taking it. */
  readonly how: 'accepted' | 'mended' | 'dismissed';
  readonly by?: Author | undefined;
  readonly note?: string | undefined;
  /** When this device heard of it. */
  readonly at: Instant;
};

/** A record as the person sees it: what the server confirmed with this device's own changes applied on top. */
export type CaseRecord = {
  readonly record: RecordEnvelope;
  /** As the server has it; undefined when it exists on this device only. */
  readonly confirmed: RecordEnvelope | undefined;
  /** Changes of this record that wait to be sent. */
  readonly waiting: number;
  /** Changes of this record that the server refused. */
  readonly attention: number;
};

/** All records of the person's scope, in memory. Each read subscribes to `version` when it happens inside a computed or a component. */
export type Caseload = {
  /** Grows with every change of what is shown. */
  readonly version: ReadonlySignal<number>;
  readonly find: (id: string) => CaseRecord | undefined;
  /** Not removed, not merged away; newest `updatedAt` first. */
  readonly ofKind: (kind: string) => readonly CaseRecord[];
  /** Records whose subject is `id`, or was merged into it (services and placements of a person); newest first. */
  readonly about: (id: string) => readonly CaseRecord[];
  /** Records merged into `id`, each by its own merge; newest first. */
  readonly mergedInto: (id: string) => readonly CaseRecord[];
  /** Every record, removed ones too. */
  readonly all: () => readonly CaseRecord[];
  /** Records of kinds or shapes that this version of the app does not know: kept, counted, not shown. */
  readonly unknownCount: () => number;
};

/** Why storage could not do what was asked; each has words under `trouble.<type>`. */
export type StorageTrouble = {
  readonly type:
    | 'QuotaExceeded'
    | 'DatabaseBlocked'
    | 'DatabaseMissing'
    | 'DatabaseUnavailable'
    | 'DatabaseNewer'
    /** Plain http from another machine: browsers give cryptography to secure origins only, and without it nothing is sealed. */
    | 'ConnectionInsecure';
};

/** A change as a feature writes it: the vault adds id, instant and sequence. */
export type NewChange = Change extends infer One ? (One extends Change ? Omit<One, 'id' | 'at'> : never) : never;

export type Drafts = {
  /** Drafts are in memory after unlock; saving is debounced to under a second and flushed on `pagehide`. */
  readonly find: (key: string) => JsonValue | undefined;
  readonly save: (key: string, value: JsonValue) => void;
  readonly discard: (key: string) => Promise<void>;
  readonly keys: () => readonly string[];
  /** Resolves when everything typed so far is on disk. */
  readonly flush: () => Promise<Result<void, StorageTrouble>>;
  /** The last write that failed, until one succeeds. */
  readonly trouble: ReadonlySignal<StorageTrouble | undefined>;
};

/** What could not be opened at unlock; everything else is readable, nothing was deleted. */
export type UnreadablePart = {
  readonly table: 'segments' | 'outbox' | 'drafts' | 'meta';
  readonly rowId: string;
  readonly reason: 'Tampered' | 'Truncated' | 'NewerSchema' | 'NotUnderstood';
};

export type OpenVault = {
  readonly vaultId: string;
  readonly actor: Actor;
  readonly caseload: Caseload;
  readonly drafts: Drafts;
  /** All rows of the outbox in order, waiting and attention. */
  readonly outbox: ReadonlySignal<readonly OutboxItem[]>;
  readonly waitingCount: ReadonlySignal<number>;
  readonly attentionCount: ReadonlySignal<number>;
  readonly unreadable: readonly UnreadablePart[];
  readonly status: Signal<SyncStatus>;
  /** The vault was locked, here or in another tab: nothing is in memory any more. */
  readonly isLocked: ReadonlySignal<boolean>;
  /** Confirmed records left this device at unlock, because it had no contact for EXPIRY_DAYS; the next contact brings them back. */
  readonly hasExpired: boolean;
  /**
   * Applies the change as a promise, writes it sealed to the outbox (strict durability) and only then resolves. A refusal writes nothing.
   */
  readonly saveChange: (change: NewChange) => Promise<Result<Change, Refusal | StorageTrouble>>;
  /** The same for several changes in one transaction, all of them or none; at most SAVED_TOGETHER_MAX. */
  readonly saveChanges: (changes: readonly NewChange[]) => Promise<Result<readonly Change[], Refusal | StorageTrouble>>;
  /** What `saveChanges` would refuse now; writes nothing. */
  readonly findRefusal: (changes: readonly NewChange[]) => Refusal | undefined;
  /** Undoes the newest change if it has not been handed to the network yet; false when it is too late. */
  readonly undoChange: (changeId: string) => Promise<boolean>;
  /** The same for what was saved together: all of it or nothing. */
  readonly undoChanges: (changeIds: readonly string[]) => Promise<boolean>;
  /** Replaces every refused change of the record by this one (a create or an edit with mended values), in one transaction. */
  readonly mendChange: (recordId: string, change: NewChange) => Promise<Result<Change, Refusal | StorageTrouble>>;
  /** What others made of refused changes, oldest first, until the person has seen it. */
  readonly settled: ReadonlySignal<readonly SettledChange[]>;
  readonly forgetSettled: (changeId: string) => Promise<Result<void, StorageTrouble>>;
  /** Puts a refused change back in the queue as it is, under a new id. */
  readonly retryChange: (changeId: string) => Promise<Result<Change, Refusal | StorageTrouble>>;
  /** Takes a refused change away for good, and queues a `discard` note for the audit in the same transaction. */
  readonly discardChange: (changeId: string) => Promise<Result<void, StorageTrouble>>;
  /** Saved changes that do not open are told of no more, and stay sealed where they are; gives how many. See set-aside.ts. */
  readonly setAsideDamaged: () => Promise<Result<number, StorageTrouble>>;
};
