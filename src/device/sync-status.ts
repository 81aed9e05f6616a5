import type { Instant } from '../domain/primitives.ts';

/**
 * How this device stands with the server, as plain data: `sync` writes it, screens put it into words. It never claims more
 * than was proved: `safeAt` is set only by a receipt that equals what the device knows, and cleared by the next saved change.
 */
export type SyncTrouble =
  /** The session ended and could not be renewed by itself: sign in again. */
  | 'signed-out'
  /** A coordinator switched this device off: what waits is handed over, then it is cleared. */
  | 'device-revoked'
  /** The server has never heard of this device, or has forgotten it: nothing is cleared. */
  | 'device-unknown'
  /** A coordinator closed this account. */
  | 'account-disabled'
  /** This app is too old for the server, or too new. */
  | 'protocol-unsupported'
  /** Online, yet something has been waiting for longer than QUEUE_AGE_ALARM_MS. */
  | 'stuck'
  /** The server answers, but not as our server would: a captive portal, a proxy. */
  | 'not-our-server'
  /** The device and the server disagree about what was sent; shown until a receipt agrees again. */
  | 'receipt-differs'
  /** The browser refused to write: no space. What was saved is safe; nothing new can be received. */
  | 'storage-full'
  /** The browser refused to read or write for another reason: it closed the database, or another tab holds it. */
  | 'storage-trouble'
  /** The person's role may not read records any more. What waits still goes up and gets its verdicts. */
  | 'not-permitted';

export type SyncActivity =
  | { readonly doing: 'nothing' }
  | { readonly doing: 'sending'; readonly done: number; readonly total: number }
  | { readonly doing: 'receiving'; readonly done: number; readonly total: number };

/** One line of "last exchanges". */
export type Exchange = {
  readonly at: Instant;
  readonly what: 'sent' | 'received' | 'refused';
  readonly count: number;
};

/** What the server holds of this device's stream against what the device knows. */
export type ReceiptDifference = {
  readonly countHere: number;
  readonly countThere: number;
  /** The same changes, in the same order. */
  readonly isSameChain: boolean;
  /** False when the server was restored from a backup meanwhile. */
  readonly isSameEpoch: boolean;
};

export type SyncStatus = {
  /** Whether the server answered last time; undefined before the first try. */
  readonly isOnline: boolean | undefined;
  readonly activity: SyncActivity;
  readonly trouble: SyncTrouble | undefined;
  /** Changes that the server has, and that are kept here until they lie in one of its backups too. */
  readonly keptCount?: number;
  /** Files of attachments that are on this device only: nobody is told that everything is safe while there are any. */
  readonly filesWaiting?: number;
  /** When a receipt last proved that everything is on the server. */
  readonly safeAt: Instant | undefined;
  readonly lastContactAt: Instant | undefined;
  /** In what the last receipt differed; undefined when it was equal, or there was none yet. */
  readonly difference?: ReceiptDifference | undefined;
  /** Newest first, at most EXCHANGES_MAX. */
  readonly exchanges: readonly Exchange[];
};

export const EXCHANGES_MAX = 20;

export const INITIAL_SYNC_STATUS: SyncStatus = {
  isOnline: undefined,
  activity: { doing: 'nothing' },
  trouble: undefined,
  safeAt: undefined,
  lastContactAt: undefined,
  exchanges: [],
};
