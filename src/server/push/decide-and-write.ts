import type { Actor } from '../../domain/actor.ts';
import type { Change } from '../../domain/change.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import type { Clock } from '../clock.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import { digestChain } from './change-digest.ts';
import { type Decided, decideChanges } from './decide-changes.ts';
import { findAttention } from './find-attention.ts';
import { settleRecord, settleVersion } from './provisional-version.ts';
import type { DecidedChange, LoggedChange, PushTransaction, StreamState } from './push-ports.ts';
import type { ReadChange } from './read-pushed.ts';
import { openWorkspace } from './workspace.ts';

/** The second half of a push: what is new on the stream is decided and written. A coordinator's yes to a kept change goes this way too. */
type DecidePorts = { readonly clock: Clock; readonly reportFault: (error: unknown) => void };

type DecideCaller = {
  readonly actor: Actor;
  readonly deviceId: string;
  /** What the audit says beside each change: by which other way it came. */
  readonly note?: AuditEntry['detail'];
};

export type Work = {
  readonly stream: string;
  readonly state: StreamState;
  readonly fresh: readonly ReadChange[];
  readonly logged: readonly LoggedChange[];
  /** A coordinator's yes to one change, which settles its own item; `isAgain` when it was decided, and refused, before. */
  readonly settling?: { readonly isAgain: boolean };
};

export type DecidedPush = {
  readonly changes: readonly DecidedChange[];
  readonly records: readonly RecordEnvelope[];
  /** What other cities get to see of it. */
  readonly cards: readonly RecordEnvelope[];
};

export async function decideAndWrite(
  { clock, reportFault }: DecidePorts,
  { actor, deviceId, note = {} }: DecideCaller,
  transaction: PushTransaction,
  { stream, state, fresh, logged, settling }: Work,
): Promise<DecidedPush> {
  const last = fresh.at(-1);
  if (last === undefined) return { changes: [], records: [], cards: [] };
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
  const changes = provisional
    .map((change) => settleChange(change, head.version))
    .map((change) => (settling?.isAgain ? { ...change, isFirst: false } : change));
  const records = workspace
    .written()
    .map(({ record, isNew }) => ({ record: settleRecord(record, head.version), isNew }));
  const cards = workspace.cards().map((card) => settleRecord(card, head.version));
  const version = Math.max(head.version, ...records.map(({ record }) => record.version));
  const kept = { id: stream, mark: last.seq, count: state.count + fresh.length, chain };
  const audit = changes.map((change, index) => {
    const { action, detail } = changeToAudit(stream, change, fresh[index]);
    return { action, detail: { ...detail, ...note } };
  });
  const author = { accountId: actor.id, deviceId };
  const attention = settling === undefined ? findAttention(author, changes, fresh) : undefined;
  await transaction.write({ stream: kept, head, version, at, changes, records, cards, audit, attention });
  return { changes, records: records.map(({ record }) => record), cards };
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
