import type { StorageTrouble } from '../device/open-vault.ts';
import type { ReceiptDifference } from '../device/sync-status.ts';
import type { StreamState, SyncStore } from '../device/sync-store.ts';
import { ok, type Result } from '../domain/result.ts';
import { extendChain } from '../protocol/change-hash.ts';
import type { ProblemType } from '../protocol/problem.ts';
import type { PushResponse } from '../protocol/push.ts';
import { STANDING_CHANGES_MAX } from '../protocol/standing.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from './failure.ts';
import type { ServerPort } from './server-port.ts';

/** The work behind the effects of a round: each asks the server, stores the answer in one transaction, and says what came of it. */

export type Failed = { readonly ok: false; readonly error: SyncFailure };
export type RoundPorts = { readonly server: ServerPort; readonly store: SyncStore };

/**
 * Makes the vault known to the server where that is not done yet. What keeps it from that never holds up what waits: it is tried again with the
 * next round, and an older server that cannot do it is simply an older one.
 */
export async function registerOnce({ server, store }: RoundPorts): Promise<Result<void, SyncFailure>> {
  const due = await store.findUnregistered();
  if (!due.ok) return storageFailure(store, due.error);
  if (due.value === undefined) return ok(undefined);
  const { vaultId, escrow, epoch } = due.value;
  const answer = await server.register(store.sessionToken() ?? '', vaultId, { protocol: PROTOCOL_VERSION, escrow });
  if (!answer.ok) return answer;
  const noted = await store.noteRegistered(escrow.keyId, epoch);
  return noted.ok ? noted : storageFailure(store, noted.error);
}

export type Pushed = { readonly sent: number; readonly refused: number; readonly isMoreWaiting: boolean };

/** Sends the oldest waiting changes. With nothing waiting it sends nothing. */
export async function pushOnce(
  { server, store }: RoundPorts,
  changesMax: number,
): Promise<Result<Pushed, SyncFailure>> {
  const chosen = store.waiting(changesMax);
  if (chosen.length === 0) return ok({ sent: 0, refused: 0, isMoreWaiting: false });
  const marked = await store.markSending(chosen);
  if (!marked.ok) return storageFailure(store, marked.error);
  // Without what was undone, here or in another tab, before the mark was written.
  const { items, stream } = marked.value;
  if (items.length === 0) return ok({ sent: 0, refused: 0, isMoreWaiting: store.waitingCount() > 0 });
  const answer = await server.push(store.sessionToken() ?? '', {
    protocol: PROTOCOL_VERSION,
    stream: stream.streamId,
    changes: items.map(({ seq, hash, change }) => ({ seq, hash, change })),
  });
  if (!answer.ok) return answer;
  const isAnswered = new Set(answer.value.verdicts.map(({ seq, changeId }) => `${seq} ${changeId}`));
  const answered = items.filter(({ seq, change }) => isAnswered.has(`${seq} ${change.id}`));
  // An answer that speaks of none of what we sent is not progress; taking it for one would push the same rows for ever.
  if (answered.length === 0) return failure({ type: 'NotOurServer', status: 200 });
  const stored = await store.applyVerdicts(
    answer.value.verdicts.filter(({ seq, changeId }) =>
      answered.some((item) => item.seq === seq && item.change.id === changeId),
    ),
    answer.value.records,
    await advanceStream(
      stream,
      answered.map(({ hash }) => hash),
      answer.value,
    ),
  );
  if (!stored.ok) return storageFailure(store, stored.error);
  const refused = answer.value.verdicts.filter(({ verdict }) => verdict === 'refused').length;
  return ok({ sent: answered.length, refused, isMoreWaiting: store.waitingCount() > 0 });
}

async function advanceStream(
  stream: StreamState,
  hashes: readonly string[],
  { epoch, mark }: PushResponse,
): Promise<StreamState> {
  let { chain } = stream;
  for (const hash of hashes) chain = await extendChain(chain, hash);
  return { ...stream, chain, count: stream.count + hashes.length, mark, epoch };
}

/** `hasNewEpoch`: the server was restored, and what was kept here waits again. */
export type Pulled = { readonly received: number; readonly remaining: number; readonly hasNewEpoch: boolean };

/** Fetches one page and stores it as one segment together with its cursor. */
export async function pullOnce(
  { server, store }: RoundPorts,
  recordsMax: number,
): Promise<Result<Pulled, SyncFailure>> {
  const from = { cursor: store.cursor() };
  const answer = await server.pull(store.sessionToken() ?? '', from.cursor, recordsMax);
  if (!answer.ok) return answer;
  const { records, cursor, remaining, epoch } = answer.value;
  const before = store.streamState().epoch;
  const stored =
    records.length > 0 || cursor !== store.cursor()
      ? await store.storePage(records, cursor, { remaining, epoch, from })
      : await store.noteContact();
  if (!stored.ok) return storageFailure(store, stored.error);
  return ok({ received: records.length, remaining, hasNewEpoch: before !== undefined && before !== epoch });
}

/** Refusals that say something of the session itself: these the round has to answer. */
const OF_THE_SESSION: readonly (ProblemType | undefined)[] = [
  'SessionExpired',
  'AccountDisabled',
  'DeviceRevoked',
  'DeviceUnknown',
];

/** Whether the round has to answer it, or whatever was asked is simply left for later. */
const isOfTheSession = (failure: SyncFailure): boolean =>
  failure.type !== 'Refused' || OF_THE_SESSION.includes(failure.problem);

/**
 * Keeps what a coordinator sent back as rows that need attention, and only then says so. A server that has none to give, or does not know the
 * question, holds up nothing.
 */
export async function fetchReturnedOnce({ server, store }: RoundPorts): Promise<Result<void, SyncFailure>> {
  const token = store.sessionToken() ?? '';
  const answer = await server.returned(token);
  if (!answer.ok) {
    return isOfTheSession(answer.error) ? answer : ok(undefined);
  }
  if (answer.value.changes.length === 0) return ok(undefined);
  const kept = await store.keepReturned(answer.value.changes);
  if (!kept.ok) return storageFailure(store, kept.error);
  // Not heard, it is given again, and is here already.
  if (kept.value.length > 0) await server.takeReturned(token, kept.value);
  return ok(undefined);
}

/**
 * Asks what became of the rows that need attention here, because a coordinator may have dealt with them. A server that does not know the question
 * holds up nothing.
 */
export async function learnStandingsOnce({ server, store }: RoundPorts): Promise<Result<void, SyncFailure>> {
  const ids = store.refusedIds();
  for (let from = 0; from < ids.length; from += STANDING_CHANGES_MAX) {
    const answer = await server.standing(store.sessionToken() ?? '', ids.slice(from, from + STANDING_CHANGES_MAX));
    if (!answer.ok) return isOfTheSession(answer.error) ? answer : ok(undefined);
    const applied = await store.applyStandings(answer.value.standings, answer.value.records);
    if (!applied.ok) return storageFailure(store, applied.error);
  }
  return ok(undefined);
}

/** Compares what the server holds of this stream with what the device knows; the server's clock dates the proof. */
export async function proveOnce({ server, store }: RoundPorts): Promise<Result<Proof, SyncFailure>> {
  const mine = store.streamState();
  const answer = await server.receipt(store.sessionToken() ?? '', mine.streamId);
  if (!answer.ok) return answer;
  const theirs = answer.value;
  const isSameEpoch = mine.epoch === undefined || mine.epoch === theirs.epoch;
  const isSameChain = theirs.chain === mine.chain;
  const isEqual = theirs.count === mine.count && isSameChain;
  if (!isSameEpoch) {
    const entered = await store.enterEpoch(theirs.epoch);
    return entered.ok
      ? ok({ at: theirs.at, difference: undefined, hasNewEpoch: true })
      : storageFailure(store, entered.error);
  }
  if (isEqual) {
    const dropped = await store.dropKept(theirs.backedUpMark);
    if (!dropped.ok) return storageFailure(store, dropped.error);
  }
  const difference = { countHere: mine.count, countThere: theirs.count, isSameChain, isSameEpoch };
  return ok({ at: theirs.at, difference: isEqual ? undefined : difference, hasNewEpoch: false });
}

/** `difference` is undefined where device and server agree. */
export type Proof = {
  readonly at: string;
  readonly difference: ReceiptDifference | undefined;
  /** The server was restored: nothing is proved, and what was kept here waits again. */
  readonly hasNewEpoch: boolean;
};

export async function renewOnce({ server, store }: RoundPorts): Promise<Result<void, SyncFailure>> {
  const answer = await server.renewSession();
  if (!answer.ok) return answer;
  const stored = await store.saveSessionToken(answer.value.token);
  if (!stored.ok) return storageFailure(store, stored.error);
  // A restored server has forgotten every session.
  const epoch = await learnEpoch({ server, store });
  return epoch.ok ? ok(undefined) : epoch;
}

/**
 * Where the server may be another than before, its epoch is asked for before anything is pushed: what was kept goes before what waits and leans
 * on it. True when it is a new one. A server that does not answer now holds up nothing: the round finds out later.
 */
async function learnEpoch({ server, store }: RoundPorts): Promise<Result<boolean, SyncFailure>> {
  const { streamId, epoch } = store.streamState();
  if (epoch === undefined) return ok(false);
  const answer = await server.receipt(store.sessionToken() ?? '', streamId);
  if (!answer.ok || answer.value.epoch === epoch) return ok(false);
  const entered = await store.enterEpoch(answer.value.epoch);
  return entered.ok ? ok(true) : storageFailure(store, entered.error);
}

/** Changes the vault's own bookkeeping, so that the next round can go on. */
export async function mendOnce(
  ports: RoundPorts,
  how: 'reidentify' | 'resetCursor',
): Promise<Result<void, SyncFailure>> {
  const { store } = ports;
  if (how === 'reidentify') {
    const learned = await learnEpoch(ports);
    if (!learned.ok) return learned;
    // A new epoch has a new stream already.
    if (learned.value) return ok(undefined);
  }
  const mended = await store[how]();
  return mended.ok ? mended : storageFailure(store, mended.error);
}

const failure = (error: SyncFailure): Failed => ({ ok: false, error });

function storageFailure(store: SyncStore, { type }: StorageTrouble): Failed {
  if (store.isLocked()) return failure({ type: 'VaultLocked' });
  return failure({ type: type === 'QuotaExceeded' ? 'StorageFull' : 'StorageBroken' });
}
