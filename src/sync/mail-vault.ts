import type { RemoveRefusal } from '../device/leave-device.ts';
import type { LockedMail, MailBag } from '../device/locked-mail.ts';
import type { StorageTrouble } from '../device/open-vault.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { MAILBOX_ROWS_MAX, type MailboxResponse } from '../protocol/mailbox.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from './failure.ts';
import type { MailServerPort } from './mail-server-port.ts';

/** Carries what waits in one locked vault, batch after batch, until nothing of it is on this device only. */
export type MailVaultPorts = {
  readonly mail: LockedMail;
  readonly server: MailServerPort;
  /** Rows in one request: fewer when the network or the server cannot take so many, remembered from round to round. */
  readonly pace: { rowsMax: number };
  readonly isStopped: () => boolean;
};

/**
 * `isHeld`: the server keeps rows for a coordinator, because the device or the account may not come in any more · `isTaken`: it decided rows.
 */
export type Mailed = { readonly rows: number; readonly isHeld: boolean; readonly isTaken: boolean };

/** Another stream on the server, and rows that nobody opens, are each mended by a new one; no two servers make us run in circles. */
const NEW_STREAMS_MAX = 3;
/** So few rows get through any connection that is one. */
const SLOW_ROWS_MIN = 16;

export async function mailVault(ports: MailVaultPorts, vaultId: string): Promise<Result<Mailed, SyncFailure>> {
  const { mail, pace } = ports;
  let mailed: Mailed = { rows: 0, isHeld: false, isTaken: false };
  let newStreams = 0;
  while (!ports.isStopped()) {
    const bag = await mail.pack(vaultId, pace.rowsMax);
    if (!bag.ok) return err(storageFailure(bag.error));
    if (bag.value === undefined) return ok(mailed);
    const sent = await send(ports, vaultId, bag.value);
    if (!sent.ok) return sent;
    const { next, answered, arrived } = sent.value;
    mailed = addUp(mailed, arrived, answered);
    if (next === 'go-on') continue;
    if (newStreams === NEW_STREAMS_MAX) return err(STREAM_STUCK);
    newStreams += 1;
    const unreadableIds = answered.flatMap(({ changeId, became }) => (became === 'unreadable' ? [changeId] : []));
    const begun = await mail.startNewStream(vaultId, unreadableIds);
    if (!begun.ok) return err(storageFailure(begun.error));
  }
  return ok(mailed);
}

type MailedRow = MailboxResponse['rows'][number];

type Sent = {
  readonly next: 'go-on' | 'new-stream';
  readonly arrived: number;
  readonly answered: readonly MailedRow[];
};

/** One batch. What the next one, or a new stream, can mend is no failure. */
async function send(
  { mail, server, pace }: MailVaultPorts,
  vaultId: string,
  { streamId: stream, rows }: MailBag,
): Promise<Result<Sent, SyncFailure>> {
  const answer = await server.mail({ protocol: PROTOCOL_VERSION, vaultId, stream, rows: [...rows] });
  if (!answer.ok) {
    const { error } = answer;
    if (isProblem(error, 'VaultUnknown')) await mail.forgetRegistration(vaultId);
    if (error.type === 'Unreachable') pace.rowsMax = Math.min(pace.rowsMax, Math.max(SLOW_ROWS_MIN, halfOf(rows)));
    if (isProblem(error, 'StreamGap', 'StreamForked', 'StreamForeign')) {
      return ok({ next: 'new-stream', arrived: 0, answered: [] });
    }
    if (!isTooLarge(error) || rows.length === 1) return answer;
    pace.rowsMax = halfOf(rows);
    return ok({ next: 'go-on', arrived: 0, answered: [] });
  }
  const answered = answer.value.rows;
  const arrived = countArrived(rows, answered);
  const last = rows[arrived - 1];
  if (last !== undefined) {
    const noted = await mail.noteMailed(vaultId, stream, last.seq);
    if (!noted.ok) return err(storageFailure(noted.error));
  }
  // What is damaged must not stop what is behind it: it stays on this device, without a place.
  if (answered.some(({ became }) => became === 'unreadable')) return ok({ next: 'new-stream', arrived, answered });
  // An answer that speaks of none of what was sent is not progress.
  if (last === undefined) return err({ type: 'NotOurServer', status: 200 });
  pace.rowsMax = Math.min(MAILBOX_ROWS_MAX, pace.rowsMax * 2);
  return ok({ next: 'go-on', arrived, answered });
}

/** How many of the rows, from the first on and without a hole, the server has. */
function countArrived(rows: readonly { readonly changeId: string }[], answered: readonly MailedRow[]): number {
  const becameById = new Map(answered.map(({ changeId, became }) => [changeId, became]));
  const missing = rows.findIndex(({ changeId }) => (becameById.get(changeId) ?? 'unreadable') === 'unreadable');
  return missing === -1 ? rows.length : missing;
}

const addUp = (mailed: Mailed, rows: number, answered: readonly MailedRow[]): Mailed => ({
  rows: mailed.rows + rows,
  isHeld: mailed.isHeld || answered.some(({ became }) => became === 'held'),
  isTaken: mailed.isTaken || answered.some(({ became }) => became === 'taken'),
});

const halfOf = (rows: readonly unknown[]): number => Math.ceil(rows.length / 2);

type ProblemName = Extract<SyncFailure, { type: 'Refused' }>['problem'];
const isProblem = (failure: SyncFailure, ...problems: readonly ProblemName[]): boolean =>
  failure.type === 'Refused' && problems.includes(failure.problem);

const isTooLarge = (failure: SyncFailure): boolean =>
  isProblem(failure, 'BodyTooLarge', 'BodyInvalid') || (failure.type === 'NotOurServer' && failure.status === 413);

const STREAM_STUCK: SyncFailure = { type: 'Refused', problem: 'StreamGap', status: 409, retryAfterMs: undefined };

export const storageFailure = ({ type }: Pick<StorageTrouble | RemoveRefusal, 'type'>): SyncFailure => ({
  type: type === 'QuotaExceeded' ? 'StorageFull' : 'StorageBroken',
});
