import type { Author } from '../domain/actor.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import type { EscrowSlot } from '../vault/escrow-slot.ts';
import type { StreamRow } from './database.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';

/** What the server decided on one change; `protocol` has the shape on the wire. */
export type DecidedChange =
  | { readonly seq: number; readonly changeId: string; readonly verdict: 'accepted' | 'merged' | 'conflict' }
  | { readonly seq: number; readonly changeId: string; readonly verdict: 'refused'; readonly refusal: Refusal };

/** Where a vault's outgoing stream stands; what a receipt is compared with. */
export type StreamState = Pick<StreamRow, 'streamId' | 'mark' | 'count' | 'chain' | 'epoch'>;

/** What may be sent, and the stream it belongs to, as both were on the disk in one look. */
export type Sending = { readonly items: readonly OutboxItem[]; readonly stream: StreamState };

/** One page of a pull. `remaining` is how many records are still to come after it: at 0 a full pull has replaced all before it. */
export type PulledPage = {
  readonly remaining: number;
  readonly epoch?: string;
  /** The cursor that this page was asked for with; a page that does not go on from where the device is now is not stored. */
  readonly from?: { readonly cursor: string | undefined };
};

export type Unregistered = {
  readonly vaultId: string;
  readonly escrow: EscrowSlot;
  /** The server's, as far as it is known. */
  readonly epoch: string | undefined;
};

/** A change of this person that was refused or held, and comes back; `protocol` has the shape on the wire. */
export type ReturnedRow = {
  readonly changeId: string;
  readonly change: unknown;
  readonly refusal?: Refusal | undefined;
  readonly note?: string | undefined;
};

/** What became of a refused change of this person; `protocol` has the shape on the wire. */
export type StandingRow =
  | {
      readonly changeId: string;
      readonly standing: 'refused';
      readonly refusal: Refusal;
      readonly note?: string | undefined;
    }
  | { readonly changeId: string; readonly standing: 'accepted' | 'mended'; readonly by?: Author | undefined }
  | {
      readonly changeId: string;
      readonly standing: 'dismissed';
      readonly by?: Author | undefined;
      readonly note?: string | undefined;
    }
  | { readonly changeId: string; readonly standing: 'held' | 'discarded' };

/** What `sync` needs of an unlocked vault. Each write is one strict transaction: all of it or nothing. */
export type SyncStore = {
  /** What the server is to know of this vault, when it does not know it yet or may have forgotten it. */
  readonly findUnregistered: () => Promise<Result<Unregistered | undefined, StorageTrouble>>;
  readonly noteRegistered: (keyId: string, epoch: string | undefined) => Promise<Result<void, StorageTrouble>>;
  /** Changes that a coordinator sent back, as rows that need attention. Gives those that are here now, or were already. */
  readonly keepReturned: (changes: readonly ReturnedRow[]) => Promise<Result<readonly string[], StorageTrouble>>;
  /** The rows that need attention, in order. */
  readonly refusedIds: () => readonly string[];
  /** What was settled elsewhere leaves, with a word for the person; what is still refused gets the reason as it is now. */
  readonly applyStandings: (
    standings: readonly StandingRow[],
    records: readonly RecordEnvelope[],
  ) => Promise<Result<void, StorageTrouble>>;
  readonly streamState: () => StreamState;
  /** The vault was locked, perhaps by another tab: nothing can be read or written through this store any more. */
  readonly isLocked: () => boolean;
  /** The oldest waiting changes in order, at most `countMax`. */
  readonly waiting: (countMax: number) => readonly OutboxItem[];
  readonly waitingCount: () => number;
  /** Whether the outbox holds something that is not in memory: another tab has just saved it, or it cannot be opened. */
  readonly hasUnread: () => Promise<Result<boolean, StorageTrouble>>;
  /** To be awaited before these rows are given to the network: from then on no tab can undo them. Gives those that still wait. */
  readonly markSending: (items: readonly OutboxItem[]) => Promise<Result<Sending, StorageTrouble>>;
  /** Accepted, merged and disputed rows leave, refused ones become "needs attention", `records` are stored, the stream moves on. */
  readonly applyVerdicts: (
    verdicts: readonly DecidedChange[],
    records: readonly RecordEnvelope[],
    stream: StreamState,
  ) => Promise<Result<void, StorageTrouble>>;
  readonly cursor: () => string | undefined;
  readonly storePage: (
    records: readonly RecordEnvelope[],
    cursor: string,
    page?: PulledPage,
  ) => Promise<Result<void, StorageTrouble>>;
  /** The next pull starts from the beginning; what is held stays until that pull is complete. */
  readonly resetCursor: () => Promise<Result<void, StorageTrouble>>;
  /** A new stream from 1 with the same waiting rows: for a cloned profile, a lost mark, a restored server. */
  readonly reidentify: () => Promise<Result<void, StorageTrouble>>;
  /** The server was restored: what is kept waits again on a new stream, and the next pull starts from the beginning. */
  readonly enterEpoch: (epoch: string) => Promise<Result<void, StorageTrouble>>;
  /** A receipt agreed: what lies in a backup up to this number is not kept any longer. */
  readonly dropKept: (backedUpMark: number | undefined) => Promise<Result<void, StorageTrouble>>;
  /** The newest that any tab saved. */
  readonly sessionToken: () => string | undefined;
  readonly saveSessionToken: (token: string | undefined) => Promise<Result<void, StorageTrouble>>;
  /** The server answered and had nothing new: what is held here does not expire for now. */
  readonly noteContact: () => Promise<Result<void, StorageTrouble>>;
};
