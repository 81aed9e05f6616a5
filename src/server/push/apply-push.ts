import type { Actor } from '../../domain/actor.ts';
import type { Change } from '../../domain/change.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findVisibleRecord } from '../../domain/visible-record.ts';
import type { PushRequest, PushResponse, Verdict } from '../../protocol/push.ts';
import type { Clock } from '../clock.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import { digestChain } from './change-digest.ts';
import { isFork, type StreamProblem, takeNew } from './check-stream.ts';
import { type Decided, decideChanges } from './decide-changes.ts';
import { settleRecord, settleVersion } from './provisional-version.ts';
import type { DecidedChange, LoggedChange, PushStore, PushTransaction, StreamState } from './push-ports.ts';
import { type ReadChange, readPushed } from './read-pushed.ts';
import { openWorkspace } from './workspace.ts';

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
export type Pushed = { readonly response: PushResponse; readonly isAdvanced: boolean };

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
      isAdvanced: decided.records.length > 0,
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

type Work = {
  readonly stream: string;
  readonly state: StreamState;
  readonly fresh: readonly ReadChange[];
  readonly logged: readonly LoggedChange[];
};

async function decideAndWrite(
  { clock, reportFault }: PushPorts,
  { actor, note = {} }: PushCaller,
  transaction: PushTransaction,
  { stream, state, fresh, logged }: Work,
): Promise<{ changes: readonly DecidedChange[]; records: readonly RecordEnvelope[] }> {
  const last = fresh.at(-1);
  if (last === undefined) return { changes: [], records: [] };
  const decidedById = new Map<string, Decided>(
    logged.filter(({ isFirst }) => isFirst).map((change) => [change.changeId, change]),
  );
  const unknown = fresh.filter(({ changeId }) => !decidedById.has(changeId));
  const workspace = await openWorkspace(
    transaction,
    unknown.flatMap(({ change }) => (change.ok ? [change.value] : [])),
  );
  const at = clock.now();
  const context = { actor, today: clock.today(), receivedAt: at, workspace, decidedById, reportFault };
  const provisional = decideChanges(fresh, context);
  const chain = fresh.reduce((head, { hash }) => digestChain(head, hash), state.chain);

  const head = await transaction.lockHead();
  const changes = provisional.map((change) => settleChange(change, head.version));
  const records = workspace
    .written()
    .map(({ record, isNew }) => ({ record: settleRecord(record, head.version), isNew }));
  const version = Math.max(head.version, ...records.map(({ record }) => record.version));
  const kept = { id: stream, mark: last.seq, count: state.count + fresh.length, chain };
  const audit = changes.map((change, index) => {
    const { action, detail } = changeToAudit(stream, change, fresh[index]);
    return { action, detail: { ...detail, ...note } };
  });
  await transaction.write({ stream: kept, head, version, at, changes, records, audit });
  return { changes, records: records.map(({ record }) => record) };
}

function settleChange(change: DecidedChange, counter: number): DecidedChange {
  const { verdict } = change;
  if (verdict.verdict === 'refused' || verdict.version === undefined) return change;
  return { ...change, verdict: { ...verdict, version: settleVersion(verdict.version, counter) } };
}

function changeToAudit(
  stream: string,
  { seq, changeId, hash, verdict, isFirst }: DecidedChange,
  read?: ReadChange,
): AuditEntry {
  const change = read?.change.ok === true ? read.change.value : undefined;
  const what = change && { type: change.type, kind: change.kind, record: change.recordId, ...changeToNotes(change) };
  const outcome =
    verdict.verdict === 'refused'
      ? { verdict: verdict.verdict, refusal: verdict.refusal.type }
      : { verdict: verdict.verdict, ...(verdict.version !== undefined && { version: verdict.version }) };
  const again = isFirst ? {} : { again: true };
  return { action: 'change', detail: { stream, seq, change: changeId, ...what, ...outcome, ...again, hash } };
}

/** Two changes exist only for the audit: which fields a person was shown, and which refused change was thrown away. */
function changeToNotes(change: Change): AuditEntry['detail'] {
  if (change.type === 'disclose') return { fields: change.fields };
  return change.type === 'discard' ? { discarded: change.discarded } : {};
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
