import type { Actor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Epoch, StreamId, Verdict } from '../../protocol/push.ts';
import type { AuditEntry, AuditHead } from '../store/audit-log.ts';

/** What a push needs of a database. `store/push-store.ts` is PostgreSQL; a simulation may stand in for it. */
export type PushStore = {
  /** One transaction in the actor's municipality: all of it or nothing. `work` may run again when a race was lost. */
  inTransaction<T>(actor: Actor, work: (transaction: PushTransaction) => Promise<T>): Promise<T>;
};

export type StreamState = {
  readonly accountId: string;
  readonly deviceId: string;
  /** Last sequence number held; with `count` 0 the stream is new. */
  readonly mark: number;
  readonly count: number;
  readonly chain: string;
  readonly epoch: Epoch;
};

/** A change that came before, through this stream or another. */
export type LoggedChange = {
  readonly seq: number;
  readonly changeId: string;
  readonly hash: string;
  /** The record it changed, if it did. */
  readonly recordId: string | undefined;
  readonly verdict: Verdict;
  readonly isFirst: boolean;
  readonly isOfStream: boolean;
};

export type Head = { readonly version: number; readonly audit: AuditHead };

export type PushTransaction = {
  /** Locks the stream until the end; a new one begins with `owner`. */
  lockStream(stream: StreamId, owner: { accountId: string; deviceId: string }): Promise<StreamState>;
  findLogged(what: {
    readonly stream: StreamId;
    readonly fromSeq: number;
    readonly toSeq: number;
    readonly changeIds: readonly string[];
  }): Promise<LoggedChange[]>;
  /** Locks these records and the records they are about, in one order for everybody. Unknown ids are left out. */
  lockRecords(ids: readonly string[]): Promise<RecordEnvelope[]>;
  /** All records about these subjects. */
  readAbout(subjects: readonly string[]): Promise<RecordEnvelope[]>;
  readRecords(ids: readonly string[]): Promise<RecordEnvelope[]>;
  /** Locks the municipality's counter until the end: the last thing before `write`. */
  lockHead(): Promise<Head>;
  write(push: PushWrite): Promise<void>;
};

export type DecidedChange = {
  readonly seq: number;
  readonly changeId: string;
  readonly hash: string;
  readonly isFirst: boolean;
  readonly recordId: string | undefined;
  readonly verdict: Verdict;
  /** As it came, also when it was malformed. */
  readonly body: string;
};

export type PushWrite = {
  readonly stream: { readonly id: StreamId; readonly mark: number; readonly count: number; readonly chain: string };
  /** As it was locked; `version` is what the counter becomes. */
  readonly head: Head;
  readonly version: number;
  readonly at: Instant;
  readonly changes: readonly DecidedChange[];
  readonly records: readonly { readonly record: RecordEnvelope; readonly isNew: boolean }[];
  /** What the shelf of the network is to hold of them: cards, or what takes a card away. */
  readonly cards: readonly RecordEnvelope[];
  readonly audit: readonly AuditEntry[];
  /** Absent when a coordinator settles: that closes or keeps its own item. */
  readonly attention: AttentionWrite | undefined;
};

/** What a push changes in the list of what needs attention: see `find-attention.ts`. */
export type AttentionWrite = {
  readonly author: { readonly accountId: string; readonly deviceId: string };
  readonly opened: readonly RefusedItem[];
  /** Records on which a change of the author was taken. */
  readonly mendedRecords: readonly string[];
  /** Changes that the author threw away. */
  readonly discarded: readonly string[];
  /** Changes that were taken: what was held of them is so no more. */
  readonly taken: readonly string[];
};

export type RefusedItem = {
  readonly changeId: string;
  readonly recordId: string | undefined;
  readonly refusal: Refusal;
  readonly hash: string;
  readonly body: string;
};
