import type { StorageTrouble } from '../device/open-vault.ts';
import type { StreamState, SyncStore } from '../device/sync-store.ts';
import { ok, type Result } from '../domain/result.ts';
import { extendChain } from '../protocol/change-hash.ts';
import type { PushResponse } from '../protocol/push.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from './failure.ts';
import type { ServerPort } from './server-port.ts';

/** The work behind the effects of a round: each asks the server, stores the answer in one transaction, and says what came of it. */

export type Failed = { readonly ok: false; readonly error: SyncFailure };
export type RoundPorts = { readonly server: ServerPort; readonly store: SyncStore };

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

export type Pulled = { readonly received: number; readonly remaining: number };

/** Fetches one page and stores it as one segment together with its cursor. */
export async function pullOnce(
  { server, store }: RoundPorts,
  recordsMax: number,
): Promise<Result<Pulled, SyncFailure>> {
  const answer = await server.pull(store.sessionToken() ?? '', store.cursor(), recordsMax);
  if (!answer.ok) return answer;
  const { records, cursor, remaining, epoch } = answer.value;
  const stored =
    records.length > 0 || cursor !== store.cursor()
      ? await store.storePage(records, cursor, { remaining, epoch })
      : await store.noteContact();
  if (!stored.ok) return storageFailure(store, stored.error);
  return ok({ received: records.length, remaining });
}

/** Compares what the server holds of this stream with what the device knows; the server's clock dates the proof. */
export async function proveOnce({
  server,
  store,
}: RoundPorts): Promise<Result<{ readonly isEqual: boolean; readonly at: string }, SyncFailure>> {
  const mine = store.streamState();
  const answer = await server.receipt(store.sessionToken() ?? '', mine.streamId);
  if (!answer.ok) return answer;
  const theirs = answer.value;
  const isSameEpoch = mine.epoch === undefined || mine.epoch === theirs.epoch;
  const isEqual = isSameEpoch && theirs.count === mine.count && theirs.chain === mine.chain;
  return ok({ isEqual, at: theirs.at });
}

export async function renewOnce({ server, store }: RoundPorts): Promise<Result<void, SyncFailure>> {
  const answer = await server.renewSession();
  if (!answer.ok) return answer;
  const stored = await store.saveSessionToken(answer.value.token);
  return stored.ok ? stored : storageFailure(store, stored.error);
}

/** Changes the vault's own bookkeeping, so that the next round can go on. */
export async function mendOnce(
  { store }: Pick<RoundPorts, 'store'>,
  how: 'reidentify' | 'resetCursor',
): Promise<Result<void, SyncFailure>> {
  const mended = await store[how]();
  return mended.ok ? mended : storageFailure(store, mended.error);
}

const failure = (error: SyncFailure): Failed => ({ ok: false, error });

function storageFailure(store: SyncStore, { type }: StorageTrouble): Failed {
  if (store.isLocked()) return failure({ type: 'VaultLocked' });
  return failure({ type: type === 'QuotaExceeded' ? 'StorageFull' : 'StorageBroken' });
}
