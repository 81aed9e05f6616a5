import type { Result } from '../domain/result.ts';
import type { PullResponse } from '../protocol/pull.ts';
import type { PushRequest, PushResponse } from '../protocol/push.ts';
import type { ReceiptResponse } from '../protocol/receipt.ts';
import type { SessionResponse } from '../protocol/session.ts';
import type { SyncFailure } from './failure.ts';

/** What `sync` asks of the central endpoint. The answers are parsed: nothing unparsed gets past this port. */
export type ServerPort = {
  readonly push: (token: string, request: PushRequest) => Promise<Result<PushResponse, SyncFailure>>;
  /** One page of at most `recordsMax` records. */
  readonly pull: (
    token: string,
    cursor: string | undefined,
    recordsMax: number,
  ) => Promise<Result<PullResponse, SyncFailure>>;
  readonly receipt: (token: string, stream: string) => Promise<Result<ReceiptResponse, SyncFailure>>;
  /** A new session for the person who unlocked, without asking again. */
  readonly renewSession: () => Promise<Result<SessionResponse, SyncFailure>>;
  /** Calls `onAdvanced` each time the municipality advanced, until `signal` aborts or the connection ends. */
  readonly listen: (token: string, onAdvanced: () => void, signal: AbortSignal) => Promise<void>;
};
