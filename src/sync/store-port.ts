import type { OutboxItem, StorageTrouble } from '../device/open-vault.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import type { Verdict } from '../protocol/push.ts';

/** Where a vault's outgoing stream stands; what the receipt is compared with. */
export type StreamState = {
  readonly streamId: string;
  /** Last sequence number that the server answered for. */
  readonly mark: number;
  /** Changes answered on this stream, and the head of their hash chain. */
  readonly count: number;
  readonly chain: string;
  readonly epoch: string | undefined;
};

/** What `sync` asks of the opened vault (`device`). Each write is one strict transaction: all of it or nothing. */
export type SyncStore = {
  readonly streamState: () => StreamState;
  /** The oldest waiting changes in order, at most `countMax`. */
  readonly waiting: (countMax: number) => readonly OutboxItem[];
  readonly waitingCount: () => number;
  /** From now on these rows have been handed to the network: undo can no longer take them back. */
  readonly markSending: (seqs: readonly number[]) => void;
  /**
   * Accepted, merged and disputed rows leave, refused ones become "needs attention", `records` are stored and the stream moves on to
   * `stream`, in one transaction.
   */
  readonly applyVerdicts: (
    verdicts: readonly Verdict[],
    records: readonly RecordEnvelope[],
    stream: StreamState,
  ) => Promise<Result<void, StorageTrouble>>;
  readonly cursor: () => string | undefined;
  readonly storePage: (records: readonly RecordEnvelope[], cursor: string) => Promise<Result<void, StorageTrouble>>;
  /** The next pull starts from the beginning; what is held stays until it is replaced. */
  readonly resetCursor: () => Promise<Result<void, StorageTrouble>>;
  /** A new stream with the same waiting rows: for a cloned profile, a lost mark, a restored server. */
  readonly reidentify: () => Promise<Result<void, StorageTrouble>>;
  readonly sessionToken: () => string | undefined;
  readonly saveSessionToken: (token: string) => Promise<Result<void, StorageTrouble>>;
};
