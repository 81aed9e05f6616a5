// long because it is the whole of the database that PostgreSQL stands for, table by table.
import type { Actor, Role } from '../../src/domain/actor.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { subjectOfRecord } from '../../src/domain/subject-of-record.ts';
import { CHAIN_START } from '../../src/protocol/change-hash.ts';
import type {
  AttentionWrite,
  LoggedChange,
  PushStore,
  PushTransaction,
  PushWrite,
  StreamState,
} from '../../src/server/push/push-ports.ts';
import { AUDIT_START_HASH, type AuditHead, type AuditRow, chainAudit } from '../../src/server/store/audit-log.ts';
import type { EscrowSlot } from '../../src/vault/escrow-slot.ts';
import { type EscrowPair, GENOVA } from './escrow-pairs.ts';
import { createLocks, LostRace } from './memory-locks.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * Stands in for PostgreSQL: tables in memory, transactions that read what is committed, lock rows as the real store does, and write
 * all at once at their end. That it answers like the real one is put to the test by replaying its histories there
 * (test/world/simulated-histories.test.ts).
 */
export type AccountRow = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  /** Any is right until the first reset. */
  readonly secret: string | undefined;
};
export type DeviceRow = { readonly id: string; readonly tokenHash: string; readonly isRevoked: boolean };
export type InvitationRow = {
  readonly id: string;
  readonly event: string;
  readonly codeHash: string;
  readonly madeAt: string;
  readonly endedAt: string | undefined;
};
export type SessionRow = {
  readonly id: string;
  readonly account: string;
  readonly device: string;
  readonly seenAt: string;
  readonly expiresAt: string;
};
export type ChangeRow = LoggedChange & {
  readonly stream: string;
  readonly body: string;
  readonly receivedAt: string;
  /** By the clock of the world: the server's own jumps. */
  readonly writtenAtMs: number;
};
type StreamRow = Omit<StreamState, 'epoch'>;
export type RegisteredVault = { readonly account: string; readonly device: string; readonly slot: EscrowSlot };
/** What waits for a coordinator, or did: a refused change, or one that was held because its device or author may not come in. */
export type AttentionRow = {
  readonly why: 'refused' | 'held';
  readonly account: string;
  readonly device: string;
  readonly hash: string;
  readonly body: string;
  readonly record: string | undefined;
  readonly isClosed: boolean;
  /** While it is closed. */
  readonly closedHow?: 'decided' | 'author' | 'discarded' | 'applied' | 'mended' | 'dismiss' | undefined;
  readonly closedBy?: string | undefined;
  readonly refusal?: Refusal | undefined;
  /** Given back to its author, and taken by a device of theirs. */
  readonly sentBack: 'no' | 'yes' | 'taken';
  readonly note?: string | undefined;
};

export type ShelfRow = {
  readonly card: RecordEnvelope;
  readonly file: string | undefined;
  readonly fileAuthor: string;
};
export type FileRow = { readonly bytes: number; readonly pieces: ReadonlyMap<number, Uint8Array> };

export type Tables = {
  epoch: string;
  version: number;
  auditHead: AuditHead;
  readonly audit: AuditRow[];
  readonly records: Map<string, RecordEnvelope>;
  readonly streams: Map<string, StreamRow>;
  /** Up to where a finished backup holds each stream. */
  readonly backedUp: Map<string, number>;
  /** In the order of their commits. */
  readonly changes: ChangeRow[];
  readonly firstById: Map<string, ChangeRow>;
  readonly accounts: Map<string, AccountRow>;
  readonly devices: Map<string, DeviceRow>;
  readonly sessions: Map<string, SessionRow>;
  readonly invitations: Map<string, InvitationRow>;
  /** The invitation that each guest came in with, by their account, whose role says nothing. */
  readonly guests: Map<string, string>;
  readonly vaults: Map<string, RegisteredVault>;
  /** By the id of the change. */
  readonly attention: Map<string, AttentionRow>;
  /** What other cities are shown, by the id of the record. */
  readonly shelf: Map<string, ShelfRow>;
  /** Whole ones, by their hashes. */
  readonly files: Map<string, FileRow>;
  /** Who has had a file: its hash and their account. */
  readonly holders: Set<string>;
  /** On their way up, by account and hash. */
  readonly uploads: Map<string, FileRow>;
  /** The municipality's own, as it is now. */
  escrow: EscrowPair;
  /** Of the city that only reads what is shared. */
  readonly escrowElsewhere: EscrowPair;
};

export const escrowOf = ({ escrow, escrowElsewhere }: Tables, municipality: string): EscrowPair =>
  municipality === GENOVA ? escrow : escrowElsewhere;

export const createTables = (epoch: string, escrow: EscrowPair, escrowElsewhere: EscrowPair): Tables => ({
  epoch,
  escrow,
  escrowElsewhere,
  version: 0,
  auditHead: { seq: 0, hash: AUDIT_START_HASH },
  audit: [],
  records: new Map(),
  streams: new Map(),
  backedUp: new Map(),
  changes: [],
  firstById: new Map(),
  accounts: new Map(),
  devices: new Map(),
  sessions: new Map(),
  invitations: new Map(),
  guests: new Map(),
  vaults: new Map(),
  attention: new Map(),
  shelf: new Map(),
  files: new Map(),
  holders: new Set(),
  uploads: new Map(),
});

/** A backup: rows are never altered in place, so that copies of the tables are enough. */
export const copyTables = (tables: Tables): Tables => ({
  ...tables,
  audit: [...tables.audit],
  records: new Map(tables.records),
  streams: new Map(tables.streams),
  backedUp: new Map(tables.backedUp),
  changes: [...tables.changes],
  firstById: new Map(tables.firstById),
  accounts: new Map(tables.accounts),
  devices: new Map(tables.devices),
  sessions: new Map(tables.sessions),
  invitations: new Map(tables.invitations),
  guests: new Map(tables.guests),
  vaults: new Map(tables.vaults),
  attention: new Map(tables.attention),
  shelf: new Map(tables.shelf),
  files: new Map(tables.files),
  holders: new Set(tables.holders),
  uploads: new Map(tables.uploads),
});

export type DatabasePorts = { readonly scheduler: Scheduler; readonly random: Random; readonly newId: () => string };

/** What the substituted store files get as their `pool`. */
export type MemoryDatabase = {
  tables: Tables;
  readonly store: PushStore;
  /** A statement's way to the database and back. */
  readonly travel: () => Promise<void>;
  readonly newId: () => string;
  /** Called in the moment before and after a commit; true when the server died of it. */
  crash: (when: 'before-commit' | 'after-commit') => boolean;
  readonly forgetLocks: () => void;
  /** What else is written when this transaction is committed. */
  readonly stage: (transaction: PushTransaction, write: (tables: Tables) => void) => void;
};

/** It took effect, at once or by a coordinator's yes. */
export function isTakenIn({ firstById, attention }: Tables, changeId: string): boolean {
  const first = firstById.get(changeId)?.verdict.verdict;
  return (first !== undefined && first !== 'refused') || attention.get(changeId)?.closedHow === 'applied';
}

const RETRIES_MAX = 5;

export function createMemoryDatabase(tables: Tables, { scheduler, random, newId }: DatabasePorts): MemoryDatabase {
  const locks = createLocks(scheduler);
  const staged = new WeakMap<PushTransaction, ((tables: Tables) => void)[]>();
  const database: MemoryDatabase = {
    tables,
    newId,
    crash: () => false,
    travel: () =>
      new Promise((resolve) => {
        // Now and then slow enough that other pushes come in between.
        scheduler.after(random.chance(0.15) ? random.below(400) : random.below(4), resolve);
      }),
    forgetLocks: locks.forget,
    stage: (transaction, write) => void staged.set(transaction, [...(staged.get(transaction) ?? []), write]),
    store: {
      async inTransaction(actor, work) {
        for (let attempt = 0; ; attempt++) {
          const holder = {};
          try {
            const { transaction, commit } = begin(actor, holder);
            const value = await work(transaction);
            await database.travel();
            if (database.crash('before-commit')) return await new Promise<never>(() => undefined);
            commit();
            if (database.crash('after-commit')) return await new Promise<never>(() => undefined);
            return value;
          } catch (error) {
            if (attempt >= RETRIES_MAX || !(error instanceof LostRace)) throw error;
          } finally {
            locks.release(holder);
          }
        }
      },
    },
  };
  return database;

  function begin(actor: Actor, holder: object): { transaction: PushTransaction; commit: () => void } {
    let newStream: { id: string; row: StreamRow } | undefined;
    let write: PushWrite | undefined;
    const lock = (name: string) => locks.take(holder, name);
    const now = () => database.tables;
    const isOfAny = (subjects: ReadonlySet<string>) => (record: RecordEnvelope) => {
      const subject = subjectOfRecord(record);
      return subject !== undefined && subjects.has(subject);
    };
    const transaction: PushTransaction = {
      async lockStream(stream, owner) {
        await database.travel();
        await lock(`stream ${stream}`);
        const known = now().streams.get(stream);
        const row = known ?? { ...owner, mark: 0, count: 0, chain: CHAIN_START };
        if (known === undefined) newStream = { id: stream, row };
        return { ...row, epoch: now().epoch };
      },
      async findLogged({ stream, fromSeq, toSeq, changeIds }) {
        await database.travel();
        const ids = new Set(changeIds);
        return now()
          .changes.filter(
            (row) =>
              (row.stream === stream && row.seq >= fromSeq && row.seq <= toSeq) ||
              (row.isFirst && ids.has(row.changeId)),
          )
          .map((row) => withApplied({ ...row, isOfStream: row.stream === stream }));
      },
      async lockRecords(ids) {
        await database.travel();
        const all = new Set(ids);
        for (const id of ids) {
          const record = now().records.get(id);
          const subject = record && subjectOfRecord(record);
          if (subject !== undefined) all.add(subject);
        }
        const sorted = [...all].filter((id) => now().records.has(id)).sort();
        for (const id of sorted) await lock(`record ${id}`);
        return sorted.flatMap((id) => now().records.get(id) ?? []);
      },
      async readAbout(subjects) {
        await database.travel();
        return [...now().records.values()].filter(isOfAny(new Set(subjects))).sort(byId);
      },
      async readRecords(ids) {
        await database.travel();
        return ids.flatMap((id) => now().records.get(id) ?? []).sort(byId);
      },
      async lockHead() {
        await database.travel();
        await lock('head');
        return { version: now().version, audit: now().auditHead };
      },
      async write(push) {
        await database.travel();
        write = push;
      },
    };
    return { transaction, commit };

    /** As the real store: whoever sends again what a coordinator said yes to since is told so. */
    function withApplied(row: LoggedChange): LoggedChange {
      const { seq, changeId, verdict } = row;
      const item = now().attention.get(changeId);
      if (verdict.verdict !== 'refused' || item?.closedHow !== 'applied') return row;
      return { ...row, recordId: item.record, verdict: { seq, changeId, verdict: 'accepted' } };
    }

    function commit(): void {
      for (const also of staged.get(transaction) ?? []) also(now());
      const { streams, records, changes, firstById } = now();
      if (newStream !== undefined) streams.set(newStream.id, newStream.row);
      if (write === undefined) return;
      const { stream, at } = write;
      // What PostgreSQL's keys refuse: the same new record or the same new change, committed by somebody else meanwhile.
      if (write.records.some(({ record, isNew }) => isNew && records.has(record.id))) throw new LostRace();
      if (write.changes.some(({ changeId, isFirst }) => isFirst && firstById.has(changeId))) throw new LostRace();
      const row = streams.get(stream.id);
      if (row === undefined) throw new Error('a push wrote to a stream that it never locked');
      streams.set(stream.id, { ...row, mark: stream.mark, count: stream.count, chain: stream.chain });
      for (const { record } of write.records) records.set(record.id, freeze(record));
      for (const card of write.cards) putOnShelf(now(), freeze(card));
      for (const change of write.changes) {
        const logged = {
          ...freeze(change),
          stream: stream.id,
          receivedAt: at,
          writtenAtMs: scheduler.nowMs(),
          isOfStream: true,
        };
        changes.push(logged);
        if (logged.isFirst) firstById.set(logged.changeId, logged);
      }
      const scope = { municipality: actor.municipality, actor: actor.id };
      if (write.attention !== undefined) settleAttention(now(), write.attention);
      const rows = chainAudit(write.head.audit, scope, at, write.audit);
      now().audit.push(...rows);
      now().auditHead = rows.at(-1) ?? now().auditHead;
      now().version = write.version;
    }
  }
}

/** As src/server/store/write-attention.ts does it: first what this push closes, then what it opens. */
function settleAttention(
  { attention }: Tables,
  { author, opened, mendedRecords, discarded, taken }: AttentionWrite,
): void {
  for (const [id, row] of attention) {
    if (row.isClosed || row.account !== author.accountId) continue;
    const isOpenTo = row.why === 'refused' || row.sentBack !== 'no';
    const isMended = isOpenTo && row.record !== undefined && mendedRecords.includes(row.record);
    const closedHow = taken.includes(id)
      ? 'decided'
      : discarded.includes(id)
        ? 'discarded'
        : isMended
          ? 'author'
          : undefined;
    if (closedHow !== undefined) attention.set(id, { ...row, isClosed: true, closedHow });
  }
  for (const { changeId, recordId, hash, body, refusal } of opened) {
    const known = attention.get(changeId);
    const row = {
      why: 'refused',
      account: author.accountId,
      device: author.deviceId,
      hash,
      body,
      record: recordId,
      isClosed: false,
      sentBack: 'no',
      refusal,
    } as const;
    if (known === undefined) attention.set(changeId, row);
    else if (known.why === 'held' && !known.isClosed && known.account === author.accountId)
      attention.set(changeId, { ...known, why: 'refused', refusal });
  }
}

/** As src/server/store/write-push.ts: what was never shared is not put there as removed. */
function putOnShelf({ shelf, records }: Tables, card: RecordEnvelope): void {
  if (card.removed && !shelf.has(card.id)) return;
  const { sha256 } = card.fields;
  const fileAuthor = records.get(card.id)?.createdBy.id ?? '';
  shelf.set(card.id, { card, file: typeof sha256 === 'string' ? sha256 : undefined, fileAuthor });
}

/** As the database gives it back: a text that was written and read. */
const freeze = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
