import type { Result } from '../domain/result.ts';
import type { ReturnedResponse } from '../protocol/attention.ts';
import type { PullResponse } from '../protocol/pull.ts';
import type { PushRequest, PushResponse } from '../protocol/push.ts';
import type { ReceiptResponse } from '../protocol/receipt.ts';
import type { SessionResponse } from '../protocol/session.ts';
import type { StandingResponse } from '../protocol/standing.ts';
import type { VaultRegistration } from '../protocol/vault.ts';
import type { SyncFailure } from './failure.ts';

/** What `sync` asks of the central endpoint. The answers are parsed: nothing unparsed gets past this port. */
export type ServerPort = {
  /** Makes the vault known, so that the server can open what it sealed. */
  readonly register: (
    token: string,
    vaultId: string,
    registration: VaultRegistration,
  ) => Promise<Result<void, SyncFailure>>;
  readonly push: (token: string, request: PushRequest) => Promise<Result<PushResponse, SyncFailure>>;
  /** One page of at most `recordsMax` records. */
  readonly pull: (
    token: string,
    cursor: string | undefined,
    recordsMax: number,
  ) => Promise<Result<PullResponse, SyncFailure>>;
  readonly receipt: (token: string, stream: string) => Promise<Result<ReceiptResponse, SyncFailure>>;
  /** The person's changes that a coordinator sent back. */
  readonly returned: (token: string) => Promise<Result<ReturnedResponse, SyncFailure>>;
  /** They are kept on this device. */
  readonly takeReturned: (token: string, changeIds: readonly string[]) => Promise<Result<void, SyncFailure>>;
  /** What became of refused changes of the person. */
  readonly standing: (token: string, changeIds: readonly string[]) => Promise<Result<StandingResponse, SyncFailure>>;
  /** A new session for the person who unlocked, without asking again. */
  readonly renewSession: () => Promise<Result<SessionResponse, SyncFailure>>;
  /** Calls `onAdvanced` each time the municipality advanced, until `signal` aborts or the connection ends. */
  readonly listen: (token: string, onAdvanced: () => void, signal: AbortSignal) => Promise<void>;
};
