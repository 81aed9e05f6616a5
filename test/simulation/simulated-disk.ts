import { IDBDatabase, IDBFactory, IDBTransaction } from 'fake-indexeddb';
import type { Scheduler, SimProcess } from './scheduler.ts';

/**
 * The disk of one device: an IndexedDB in memory that dies with its tab in the middle of a transaction, fills up, is thrown away, is
 * copied, and forgets what was not flushed when the power goes. Works on the inside of fake-indexeddb, whose names it therefore knows.
 */
export type SimulatedDisk = {
  readonly factory: IDBFactory;
  /** Of its one database. */
  readonly name: string;
  isFull: boolean;
  /** Changes that a relaxed commit left in the operating system's hands, newest last. */
  readonly unflushed: (() => void)[];
  /** Whether a transaction has written something and is not finished: what is read then is not what stands on the disk. */
  readonly isBusy: () => boolean;
  readonly rows: <Row>(table: string) => readonly Row[];
  /** Alters a row behind everybody's back. */
  readonly tamper: (table: string, alter: (row: never) => void) => boolean;
  readonly exists: () => boolean;
  readonly evict: () => void;
  readonly losePower: () => number;
  readonly copyTo: (other: SimulatedDisk) => void;
};

type RawRecord = { key: unknown; value: unknown };
type RawStore = {
  readonly records: { values(): Iterable<RawRecord>; put(record: RawRecord): void };
  readonly rawIndexes: Map<string, { initialized: boolean; storeRecord(record: RawRecord): void }>;
  readonly keyPath: unknown;
  readonly autoIncrement: boolean;
};
type RawTransaction = IDBTransaction & {
  readonly _scope: Set<string>;
  _state: string;
  _started: boolean;
  _requests: { request: { readyState: string } }[];
  readonly _rollbackLog: (() => void)[];
  _abort(name: string): void;
  readonly durability: string;
  readonly db: RawConnection;
};
type RawConnection = IDBDatabase & { readonly _rawDatabase: RawDatabase; _closed: boolean; _closePending: boolean };
type RawDatabase = {
  version: number;
  transactions: RawTransaction[];
  connections: RawConnection[];
  readonly rawObjectStores: Map<string, RawStore>;
  processTransactions(): void;
};
type RawFactory = { readonly _databases: Map<string, RawDatabase> };

const disks = new Map<RawDatabase, SimulatedDisk>();
const owners = new WeakMap<IDBDatabase, SimProcess>();
let scheduler: Scheduler | undefined;
/** The strictest claim of this thread's world: how many commits were strict, and how many relaxed. */
export const commits = { strict: 0, relaxed: 0, full: 0 };

export function enterDisks(next: Scheduler): void {
  scheduler = next;
  disks.clear();
  Object.assign(commits, { strict: 0, relaxed: 0, full: 0 });
}

export function createSimulatedDisk(name: string): SimulatedDisk {
  const factory = new IDBFactory();
  const raw = (): RawDatabase | undefined => (factory as unknown as RawFactory)._databases.get(name);
  const disk: SimulatedDisk = {
    factory,
    name,
    isFull: false,
    unflushed: [],
    isBusy: () =>
      raw()?.transactions.some(
        ({ mode, _started, _state }) => mode !== 'readonly' && _started && _state !== 'finished',
      ) ?? false,
    rows: <Row>(table: string) =>
      [...(raw()?.rawObjectStores.get(table)?.records.values() ?? [])].map(({ value }) => value as Row),
    tamper(table, alter) {
      const [record] = [...(raw()?.rawObjectStores.get(table)?.records.values() ?? [])];
      if (record === undefined) return false;
      alter(record.value as never);
      return true;
    },
    exists: () => raw() !== undefined,
    evict() {
      const gone = raw();
      for (const connection of [...(gone?.connections ?? [])]) killConnections(ownerOf(connection));
      (factory as unknown as RawFactory)._databases.delete(name);
      disk.unflushed.length = 0;
    },
    losePower() {
      const lost = disk.unflushed.length;
      for (const undo of disk.unflushed.splice(0).reverse()) undo();
      return lost;
    },
    copyTo(other) {
      const source = raw();
      if (source === undefined) return;
      // The copy is made through the same classes, so that it has indexes of its own.
      const databases = (other.factory as unknown as RawFactory)._databases;
      const Database = source.constructor as new (name: string, version: number) => RawDatabase;
      const target = new Database(name, source.version);
      databases.set(name, target);
      for (const [name, store] of source.rawObjectStores)
        target.rawObjectStores.set(name, copyStore(store, target, name));
      disks.set(target, other);
    },
  };
  allDisks.set((factory as unknown as RawFactory)._databases, disk);
  return disk;
}

const allDisks = new WeakMap<object, SimulatedDisk>();

type StoreClass = new (database: RawDatabase, name: string, keyPath: unknown, autoIncrement: boolean) => RawStore;
type IndexClass = new (
  store: RawStore,
  name: string,
  keyPath: unknown,
  multiEntry: boolean,
  unique: boolean,
) => {
  initialized: boolean;
  storeRecord(record: RawRecord): void;
};

function copyStore(store: RawStore, database: RawDatabase, name: string): RawStore {
  const copy = new (store.constructor as StoreClass)(database, name, store.keyPath, store.autoIncrement);
  const records = [...store.records.values()].map(({ key, value }) => structuredClone({ key, value }));
  for (const record of records) copy.records.put(record);
  for (const [indexName, index] of store.rawIndexes) {
    const { keyPath, multiEntry, unique } = index as unknown as {
      keyPath: unknown;
      multiEntry: boolean;
      unique: boolean;
    };
    const made = new (index.constructor as IndexClass)(copy, indexName, keyPath, multiEntry, unique);
    made.initialized = true;
    for (const record of records) made.storeRecord(record);
    copy.rawIndexes.set(indexName, made);
  }
  return copy;
}

const must = (): Scheduler => {
  if (scheduler === undefined) throw new Error('a database outside of any world');
  return scheduler;
};

/** See load-hooks.ts. From here on it is known whose connection it is, and on which disk. */
function claimConnection<T extends IDBDatabase>(connection: T, databases: object): T {
  const disk = allDisks.get(databases);
  if (disk !== undefined) disks.set((connection as unknown as RawConnection)._rawDatabase, disk);
  ownerOf(connection);
  return connection;
}

/** The tab that opened a connection. */
function ownerOf(connection: IDBDatabase): SimProcess {
  const known = owners.get(connection);
  if (known !== undefined) return known;
  const process = must().current();
  owners.set(connection, process);
  process.onDeath.push(() => killConnections(process));
  return process;
}

const diskOf = ({ _rawDatabase: raw }: RawConnection): SimulatedDisk | undefined => disks.get(raw);

/** A dead tab: what it had not committed is as if it had never been, and its connections stand in nobody's way. */
function killConnections(process: SimProcess): void {
  for (const raw of disks.keys()) {
    const open = raw.transactions.filter(({ db, _state }) => _state !== 'finished' && owners.get(db) === process);
    for (const transaction of open.reverse()) {
      for (const undo of transaction._rollbackLog.splice(0).reverse()) undo();
      transaction._requests = [];
      transaction._state = 'finished';
      raw.transactions.splice(raw.transactions.indexOf(transaction), 1);
    }
    const mine = raw.connections.filter((connection) => owners.get(connection) === process);
    for (const connection of mine) {
      connection._closePending = true;
      connection._closed = true;
      raw.connections.splice(raw.connections.indexOf(connection), 1);
    }
    if (open.length + mine.length === 0) continue;
    const { world, soon } = must();
    soon(() => raw.processTransactions(), world);
  }
}

/** Once a thread. */
export function installDiskFaults(): void {
  Object.assign(globalThis, { simulatedConnection: claimConnection });
  const { transaction } = IDBDatabase.prototype;
  Object.assign(IDBDatabase.prototype, {
    transaction(this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      ownerOf(this);
      return transaction.apply(this, args);
    },
  });
  const transactions = IDBTransaction.prototype as unknown as RawTransaction;
  const { _start: start, dispatchEvent: dispatch } = IDBTransaction.prototype as unknown as {
    _start(this: RawTransaction): void;
    dispatchEvent(this: RawTransaction, event: Event): boolean;
  };
  Object.assign(transactions, {
    _start(this: RawTransaction) {
      const owner = ownerOf(this.db);
      must().enter(owner);
      const isCommit =
        this._state !== 'finished' && !this._requests.some(({ request }) => request.readyState !== 'done');
      if (must().boundary(isCommit ? 'commit' : 'request', owner)) return;
      if (isCommit && this.mode !== 'readonly' && diskOf(this.db)?.isFull === true) {
        commits.full += 1;
        this._abort('QuotaExceededError');
        return;
      }
      start.call(this);
    },
    dispatchEvent(this: RawTransaction, event: Event) {
      if (event.type !== 'complete') return dispatch.call(this, event);
      noteCommit(this);
      const owner = ownerOf(this.db);
      // It is on the disk; whether the tab lives to hear of it is another matter.
      if (!must().boundary('committed', owner)) return dispatch.call(this, event);
      this.db._rawDatabase.processTransactions();
      return true;
    },
  });
}

function noteCommit(transaction: RawTransaction): void {
  if (transaction.mode === 'readonly') return;
  const disk = diskOf(transaction.db);
  if (transaction.mode === 'versionchange' || transaction.durability === 'strict') {
    commits.strict += 1;
    if (disk !== undefined) disk.unflushed.length = 0;
    return;
  }
  commits.relaxed += 1;
  disk?.unflushed.push(...transaction._rollbackLog);
}
