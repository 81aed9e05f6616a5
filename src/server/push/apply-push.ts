import type { Actor } from '../../domain/actor.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findVisibleRecord } from '../../domain/visible-record.ts';
import type { PushRequest, PushResponse, Verdict } from '../../protocol/push.ts';
import type { Clock } from '../clock.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import { type Advance, advanceOf } from './advance.ts';
import { isFork, type StreamProblem, takeNew } from './check-stream.ts';
import { decideAndWrite } from './decide-and-write.ts';
import type { LoggedChange, PushStore, PushTransaction } from './push-ports.ts';
import { type ReadChange, readPushed } from './read-pushed.ts';

/**
 * The server's decision on a device's changes, in one transaction: what is here is decided exactly once, whatever is sent how often.
 *
 * stream locked → replays answered from the log → records locked in one order → changes applied one by one → municipality's
 * counter locked, versions settled, everything written → commit.
 */
export type PushPorts = {
  readonly store: PushStore;
  readonly clock: Clock;
  readonly reportFault: (error: unknown) => void;
};
export type PushCaller = {
  readonly actor: Actor;
  readonly deviceId: string;
  /** What the audit says beside each change: by which other way it came. */
  readonly note?: AuditEntry['detail'];
};
export type Pushed = { readonly response: PushResponse; readonly advance: Advance };

export function applyPush(
  ports: PushPorts,
  caller: PushCaller,
  { stream, changes }: Pick<PushRequest, 'stream' | 'changes'>,
): Promise<Result<Pushed, StreamProblem>> {
  const pushed = changes.map(readPushed);
  const owner = { accountId: caller.actor.id, deviceId: caller.deviceId };
  return ports.store.inTransaction(caller.actor, async (transaction) => {
    const state = await transaction.lockStream(stream, owner);
    const fresh = takeNew(state, owner, pushed);
    if (!fresh.ok) return fresh;
    const logged = await transaction.findLogged({
      stream,
      fromSeq: pushed[0]?.seq ?? 0,
      toSeq: pushed.at(-1)?.seq ?? 0,
      changeIds: pushed.map(({ changeId }) => changeId),
    });
    const replayed = answerReplays(pushed.slice(0, pushed.length - fresh.value.length), logged);
    if (replayed === undefined) return err({ type: 'StreamForked' });
    const decided = await decideAndWrite(ports, caller, transaction, {
      stream,
      state,
      fresh: fresh.value,
      logged,
    });
    const answered = [...replayed, ...decided.changes];
    const records = await readTouched(transaction, answered, decided.records);
    return ok({
      advance: advanceOf(decided),
      response: {
        epoch: state.epoch,
        mark: fresh.value.at(-1)?.seq ?? state.mark,
        verdicts: answered.map(({ verdict }) => verdict),
        records: records.flatMap((record) => findVisibleRecord(record, caller.actor) ?? []),
      },
    });
  });
}

type Answered = { readonly verdict: Verdict; readonly recordId: string | undefined };

/** The first verdicts again; undefined when a sequence number does not carry what it did. */
function answerReplays(replays: readonly ReadChange[], logged: readonly LoggedChange[]): Answered[] | undefined {
  const loggedBySeq = new Map(logged.filter(({ isOfStream }) => isOfStream).map((change) => [change.seq, change]));
  const firsts = replays.flatMap((replay) => {
    const first = loggedBySeq.get(replay.seq);
    return first === undefined || isFork(replay, first) ? [] : [first];
  });
  return firsts.length === replays.length ? firsts : undefined;
}

/** The touched records as they are now, each once: what was just written, and for replays what stands in the database. */
async function readTouched(
  transaction: PushTransaction,
  answered: readonly Answered[],
  written: readonly RecordEnvelope[],
): Promise<readonly RecordEnvelope[]> {
  const writtenIds = new Set<string>(written.map(({ id }) => id));
  const others = new Set(answered.flatMap(({ recordId }) => recordId ?? []).filter((id) => !writtenIds.has(id)));
  if (others.size === 0) return written;
  return [...written, ...(await transaction.readRecords([...others]))];
}
