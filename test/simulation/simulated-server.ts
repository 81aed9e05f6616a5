import { createServerKeys } from '../../src/server/auth/server-keys.ts';
import { hashToken } from '../../src/server/auth/tokens.ts';
import { createClock } from '../../src/server/clock.ts';
import { problemToResponse } from '../../src/server/http/problem.ts';
import { errorToFields } from '../../src/server/log.ts';
import { ROUTES } from '../../src/server/routes.ts';
import type { ServerPorts } from '../../src/server/server-ports.ts';
import { resealVault } from '../../src/server/vaults/open-vault.ts';
import type { EscrowSlot } from '../../src/vault/escrow-slot.ts';
import { bytesToEscrowPair, GENOVA, TORINO } from './escrow-pairs.ts';
import {
  copyTables,
  createMemoryDatabase,
  createTables,
  isTakenIn,
  type MemoryDatabase,
  type RegisteredVault,
  type Tables,
} from './memory-database.ts';
import type { Random } from './random.ts';
import { createProcess, type Scheduler, type SimProcess } from './scheduler.ts';
import { asPool } from './store/as-memory.ts';

/** The real routes on the database in memory, as a process that can die, start again and come back from a backup. */
export type WireRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
};
export type WireAnswer = { readonly status: number; readonly headers: Headers; readonly text: string };
/** What came in, how things stood then, and what went out: for the replay on PostgreSQL. Plain data, to be sent between threads. */
export type Exchange = {
  readonly at: string;
  readonly epoch: string;
  readonly accounts: Tables['accounts'];
  readonly devices: Tables['devices'];
  /** Which sessions there were, by their hashes. */
  readonly sessions: readonly string[];
  readonly request: Pick<WireRequest, 'method' | 'path'> & {
    readonly body: string | undefined;
    readonly authorization: string;
  };
  answer: { readonly status: number; readonly text: string } | undefined;
  /** The server died of it, after its commit. */
  isCommitted: boolean;
};

export type SimulatedServer = {
  readonly database: MemoryDatabase;
  /** `undefined`: the connection broke. */
  readonly handle: (request: WireRequest, answer: (answer: WireAnswer | undefined) => void) => void;
  readonly nowMs: () => number;
  clockShiftMs: number;
  /** Serves only version 1 of the protocol, as the release before. */
  isOld: boolean;
  readonly isUp: () => boolean;
  readonly isSerial: boolean;
  readonly crash: () => void;
  readonly start: () => void;
  /** Dies at the next commit, just before or just after it. */
  crashAtCommit: 'before-commit' | 'after-commit' | undefined;
  readonly backUp: () => void;
  readonly hasBackup: () => boolean;
  readonly isTakenInBackup: (changeId: string) => boolean;
  readonly restore: () => boolean;
  readonly renewEpoch: () => void;
  /** `npm run admin -- escrow rotate`: another key pair, and every registered slot sealed to it, all at once. */
  readonly rotateEscrow: () => Promise<void>;
  readonly onAdvanced: (hear: () => void) => () => void;
  /** What the server reported as its own faults. */
  readonly faults: string[];
  readonly exchanges: Exchange[];
};

const SERVER_SECRET = Buffer.alloc(32, 7).toString('base64url');

export type ServerNeeds = {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly newId: () => string;
  readonly isSerial: boolean;
};

export function createSimulatedServer({ scheduler, random, newId, isSerial }: ServerNeeds): SimulatedServer {
  const keys = createServerKeys(SERVER_SECRET);
  const pairs = random.fork('escrow');
  const newPair = () => bytesToEscrowPair(pairs.bytes(32), keys.escrow);
  const database = createMemoryDatabase(
    createTables(newId(), newPair(), bytesToEscrowPair(Buffer.alloc(32, 3), keys.escrow, TORINO)),
    { scheduler, random, newId },
  );
  const hearers = new Set<() => void>();
  const inFlight = new Set<() => void>();
  let process: SimProcess = createProcess('server');
  let isUp = true;
  let backup: Tables | undefined;
  let now: Exchange | undefined;
  let line: Promise<unknown> = Promise.resolve();
  const server: SimulatedServer = {
    database,
    clockShiftMs: 0,
    isOld: false,
    isSerial,
    crashAtCommit: undefined,
    faults: [],
    exchanges: [],
    nowMs: () => scheduler.nowMs() + server.clockShiftMs,
    isUp: () => isUp,
    handle(request, answer) {
      if (!isUp) return answer(undefined);
      let isAnswered = false;
      const once = (given: WireAnswer | undefined) => {
        if (isAnswered) return;
        isAnswered = true;
        inFlight.delete(broken);
        answer(given);
      };
      const broken = () => once(undefined);
      inFlight.add(broken);
      const begin = () => (isSerial ? inLine(request) : run(request));
      scheduler.soon(() => void begin().then(once), process);
    },
    crash() {
      if (!isUp) return;
      line = Promise.resolve();
      now = undefined;
      isUp = false;
      scheduler.kill(process);
      database.forgetLocks();
      for (const broken of [...inFlight]) broken();
    },
    start() {
      if (isUp) return;
      process = createProcess('server');
      isUp = true;
    },
    backUp() {
      backup = copyTables(database.tables);
      for (const [stream, { mark }] of backup.streams) database.tables.backedUp.set(stream, mark);
    },
    hasBackup: () => backup !== undefined,
    isTakenInBackup: (changeId) => backup !== undefined && isTakenIn(backup, changeId),
    restore() {
      if (backup === undefined) return false;
      server.crash();
      database.tables = withGuests({ ...copyTables(backup), epoch: newId() }, database.tables);
      server.start();
      return true;
    },
    renewEpoch() {
      database.tables.epoch = newId();
    },
    async rotateEscrow() {
      const next = newPair();
      const { vaults, escrow } = database.tables;
      const before = new Map(vaults);
      const slots = new Map<string, EscrowSlot>();
      for (const [id, { slot }] of before) {
        slots.set(id, await resealVault(keys, GENOVA, { id, slot, escrowKeySealed: escrow.privateKeySealed }, next));
      }
      // The real command holds the head meanwhile: here whoever was in between has it done once more.
      if (database.tables.vaults !== vaults || [...vaults].some(([id, row]) => before.get(id) !== row)) return;
      for (const [id, slot] of slots) vaults.set(id, { ...(vaults.get(id) as RegisteredVault), slot });
      database.tables.escrow = next;
    },
    onAdvanced(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
  database.crash = (when) => {
    if (server.crashAtCommit !== when) return false;
    server.crashAtCommit = undefined;
    if (now !== undefined) now.isCommitted = when === 'after-commit';
    server.crash();
    return true;
  };
  const clock = createClock(() => (now === undefined ? server.nowMs() : Date.parse(now.at)));
  const ports = {
    pool: asPool(database),
    pushStore: database.store,
    clock,
    keys,
    live: {
      announce() {
        for (const hear of [...hearers]) hear();
      },
    },
    log: (level: string, event: string, fields: unknown) => {
      if (level === 'error') server.faults.push(`${event} ${JSON.stringify(fields)}`);
    },
  } as unknown as ServerPorts;
  return server;

  function inLine(request: WireRequest): Promise<WireAnswer> {
    const mine = line.then(async () => {
      now = toExchange(request);
      // What is too old for it changes nothing.
      if (!server.isOld && !isOfVaults(request.path)) server.exchanges.push(now);
      const answer = await run(request);
      now.answer = { status: answer.status, text: answer.text };
      now = undefined;
      return answer;
    });
    line = mine.catch(() => undefined);
    return mine;
  }

  function toExchange({ method, path, headers, body }: WireRequest): Exchange {
    const { epoch, accounts, devices, sessions } = database.tables;
    return {
      at: clock.now(),
      epoch,
      accounts: new Map(accounts),
      devices: new Map(devices),
      sessions: [...sessions.keys()],
      request: { method, path, body: textOf(body), authorization: headers.get('authorization') ?? '' },
      answer: undefined,
      isCommitted: false,
    };
  }

  async function run(request: WireRequest): Promise<WireAnswer> {
    const response = await route(request).catch((error: unknown) => {
      ports.log('error', 'fault', errorToFields(error));
      return problemToResponse({ type: 'ServerFault' });
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  function route(request: WireRequest): Promise<Response> {
    const { pathname, searchParams } = new URL(request.path, 'https://taccuino.test');
    const found = findRoute(request.method, pathname);
    // A history that is replayed on PostgreSQL knows no vaults.
    if (found === undefined || (isSerial && isOfVaults(pathname)))
      return Promise.resolve(problemToResponse({ type: 'NotFound' }));
    const said = searchParams.get('protocol') ?? /"protocol":(\d+)/.exec(textOf(request.body) ?? '')?.[1];
    if (server.isOld && said !== '1') return Promise.resolve(problemToResponse({ type: 'ProtocolUnsupported' }));
    return found.route.run({ raw: toRequest(request), params: found.params, address: '203.0.113.7' }, ports);
  }
}

const textOf = (body: WireRequest['body']): string | undefined => (typeof body === 'string' ? body : undefined);

const isOfVaults = (path: string): boolean =>
  /\/(vaults\/|mailbox|rescue|wiped|files\/|attention\/|accounts\/)/.test(path);

function findRoute(method: string, pathname: string) {
  const given = pathname.split('/');
  for (const route of ROUTES) {
    const parts = route.path.split('/');
    if (route.method !== method || parts.length !== given.length) continue;
    if (!parts.every((part, index) => part.startsWith(':') || part === given[index])) continue;
    const named = parts.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), given[index] ?? '']] : []));
    return { route, params: Object.fromEntries(named) };
  }
}

/** The parts of a Request that the routes look at, without its streams. */
function toRequest({ method, path, headers, body }: WireRequest): Request {
  const bytes = Buffer.from(body ?? '');
  const all = new Headers(headers);
  all.set('content-length', String(bytes.length));
  const url = `https://taccuino.test${path}`;
  return { method, url, headers: all, arrayBuffer: async () => bytes } as unknown as Request;
}

export const tokenToHash = hashToken;

/**
 * Whoever came in at a door after the backup is let in again. A phone that a restored server does not know waits for a code of its event,
 * and here the day may be over long before anybody scans it; test/world/restored-server.test.ts does so in time.
 */
function withGuests(restored: Tables, before: Tables): Tables {
  const { invitations, guests, accounts, devices, sessions } = before;
  for (const [id, row] of invitations) restored.invitations.set(id, row);
  for (const [id, invitation] of guests) restored.guests.set(id, invitation);
  for (const [hash, session] of sessions) {
    const [account, device] = [accounts.get(session.account), devices.get(session.device)];
    if (account === undefined || device === undefined || !guests.has(account.id)) continue;
    restored.accounts.set(account.id, account);
    restored.devices.set(device.id, device);
    restored.sessions.set(hash, session);
  }
  return restored;
}
