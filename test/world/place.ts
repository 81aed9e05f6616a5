import { enrolDevice, openSession } from '../../src/app/join-municipality.ts';
import { type Device, openDevice } from '../../src/device/open-device.ts';
import type { CaseRecord, NewChange, OpenVault } from '../../src/device/open-vault.ts';
import type { SyncTrouble } from '../../src/device/sync-status.ts';
import type { SyncStore } from '../../src/device/sync-store.ts';
import type { VaultFiles } from '../../src/device/vault-files.ts';
import type { Change } from '../../src/domain/change.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { createSync, type Sync, type SyncPorts } from '../../src/sync/create-sync.ts';
import { createHttpServerPort } from '../../src/sync/http-server-port.ts';
import type { ServerPort } from '../../src/sync/server-port.ts';
import { loginSalt, rootToLoginSecret } from '../../src/vault/password-root.ts';
import { createDisk, must, portsOf, type TestDisk } from '../device/a-device.ts';
import { cheapDerive } from '../vault/cheap-derive.ts';
import type { Person, World } from './create-world.ts';
import { createFaultyNetwork, type Fault, type FaultyNetwork } from './faulty-network.ts';
import { createManualTimers, type ManualTimers } from './manual-timers.ts';

/** One person at one device: what a tab with an unlocked vault is, without its screens. */
export type Place = {
  readonly person: Person;
  readonly disk: TestDisk;
  readonly network: FaultyNetwork;
  readonly timers: ManualTimers;
  readonly device: () => Device;
  readonly vault: () => OpenVault;
  readonly store: () => SyncStore;
  /** The files of the open vault; asked once after each unlock, as the app does. */
  readonly openFiles: () => Promise<VaultFiles>;
  /** Every change that was ever promised to be saved here. */
  readonly saved: Change[];
  /** What threw inside `sync`: nothing ever should. */
  readonly faults: unknown[];
  readonly save: (change: NewChange) => Promise<Change>;
  /** Saves if the device lets it; undefined when it refuses. */
  readonly trySave: (change: NewChange) => Promise<Change | undefined>;
  readonly find: (recordId: string) => CaseRecord;
  readonly confirmed: () => ReadonlyMap<string, RecordEnvelope>;
  /** Something happened that makes now a good time. */
  readonly nudge: () => void;
  /** Until the machine waits for its timer, or for a person. */
  readonly rest: () => Promise<void>;
  /** A nudge, and the round that it starts. */
  readonly syncNow: () => Promise<void>;
  /** Nobody helps: only timers fire, until nothing waits and the server has proved it. */
  readonly letTimePass: () => Promise<void>;
  /** The tab dies without a word and is opened again, on a road with these faults to come. */
  readonly restart: (...faults: readonly (Fault | 'good')[]) => Promise<void>;
  readonly stop: () => void;
  /** As a person locks: nothing of this tab writes any more. */
  readonly lock: () => Promise<void>;
  /** Signs in again after the session could not be renewed. */
  readonly signInAgain: () => Promise<void>;
  readonly leave: () => Promise<void>;
};

export type PlaceWish = {
  /** A device that is there already: another person's, or a copy of one. */
  readonly disk?: TestDisk;
  readonly isLive?: boolean;
  /** When `sync` cuts a request; entering always has time. */
  readonly timeoutMs?: number;
  readonly isStarted?: boolean;
  readonly clockShiftMs?: number;
  /** The lock of this browser; without one this is its only tab. */
  readonly lead?: SyncPorts['lead'];
};

/** More wakes than any queue of these tests needs: a machine that turns in circles fails instead of hanging. */
const WAKES_MAX = 60;
/** A busy machine is no fault of the road. */
const PATIENT_MS = 20_000;
const NEEDS_A_PERSON: readonly (SyncTrouble | undefined)[] = ['signed-out', 'device-revoked'];

export async function startPlace(world: World, person: Person, wish: PlaceWish): Promise<Place> {
  const { disk = createDisk(), isLive = false, timeoutMs = PATIENT_MS, clockShiftMs = 0, lead = leadAlone } = wish;
  const network = createFaultyNetwork();
  const timers = createManualTimers(Date.parse(world.server.clock.now()) + clockShiftMs);
  const http = { fetch: network.fetch, origin: world.server.url, timeoutMs: PATIENT_MS };
  const saved: Change[] = [];
  const faults: unknown[] = [];
  const root = await cheapDerive({
    password: person.password,
    salt: await loginSalt({ municipality: person.actor.municipality, username: person.username }),
  });
  const secret = await rootToLoginSecret(root);
  const signIn = () => openSession(http, device.enrolment.peek()?.deviceToken ?? '', person.username, secret);

  let device = await open();
  if (device.enrolment.peek() === undefined) {
    must(await enrolDevice(http, device, await world.enrolmentCode(person.actor.municipality), 'Unità mobile 2'));
  }
  const vaultId = await findOrCreateVault();
  let { vault, store, lock, openFiles } = await unlock();
  if (store.sessionToken() === undefined) await signInAgain();
  let sync: Sync | undefined;
  let isLeading = false;
  if (wish.isStarted !== false) start();

  return {
    person,
    disk,
    network,
    timers,
    device: () => device,
    vault: () => vault,
    store: () => store,
    openFiles: async () => must(await openFiles()),
    saved,
    faults,
    async save(change) {
      const one = must(await vault.saveChange(change));
      saved.push(one);
      return one;
    },
    async trySave(change) {
      const result = await vault.saveChange(change);
      if (!result.ok) return undefined;
      saved.push(result.value);
      return result.value;
    },
    find(recordId) {
      const found = vault.caseload.find(recordId);
      if (found === undefined) throw new Error(`${person.actor.name} does not see ${recordId}`);
      return found;
    },
    confirmed: () =>
      new Map(
        vault.caseload.all().flatMap(({ confirmed }) => (confirmed === undefined ? [] : [[confirmed.id, confirmed]])),
      ),
    nudge: () => sync?.nudge(),
    rest,
    async syncNow() {
      await rest();
      sync?.nudge();
      await rest();
    },
    async letTimePass() {
      for (let wakes = 0; wakes < WAKES_MAX; wakes += 1) {
        await rest();
        const { safeAt, trouble } = vault.status.peek();
        if (vault.waitingCount.peek() === 0 && safeAt !== undefined && trouble === undefined) return;
        timers.wakeNext();
      }
      throw new Error(
        `${person.actor.name}: ${vault.waitingCount.peek()} wait, ${JSON.stringify(vault.status.peek())}`,
      );
    },
    async restart(...faults: readonly (Fault | 'good')[]) {
      await crash();
      network.plan(...faults);
      device = await open();
      ({ vault, store, lock, openFiles } = await unlock());
      start();
    },
    stop,
    async lock() {
      stop();
      await lock();
    },
    async signInAgain() {
      stop();
      await signInAgain();
      start();
    },
    async leave() {
      network.heal();
      await crash();
    },
  };

  function start(): void {
    const server: ServerPort = createHttpServerPort({ ...http, timeoutMs }, signIn);
    sync = createSync({
      server: isLive ? server : { ...server, listen: untilAborted },
      store,
      nowMs: timers.nowMs,
      random: () => 0.5,
      after: timers.after,
      lead: (work) => lead((released) => startLeading(() => work(released))),
      readStatus: () => vault.status.peek(),
      writeStatus: (status) => {
        vault.status.value = status;
      },
      reportFault: (error) => faults.push(error),
    });
  }

  function startLeading(work: () => Promise<void>): Promise<void> {
    isLeading = true;
    return work().finally(() => {
      isLeading = false;
    });
  }

  function stop(): void {
    sync?.stop();
    sync = undefined;
    isLeading = false;
  }

  async function rest(): Promise<void> {
    // The live connection of a test without one sets no timer, so a timer is the machine's own wait.
    while (isLeading && !isResting()) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  function isResting(): boolean {
    return timers.count() > 0 || NEEDS_A_PERSON.includes(vault.status.peek().trouble);
  }

  async function open(): Promise<Device> {
    const now = () => new Date(timers.nowMs()).toISOString();
    return must(await openDevice(portsOf(disk, { now })));
  }

  async function unlock() {
    return must(await device.unlockVault(vaultId, Uint8Array.from(root)));
  }

  async function findOrCreateVault(): Promise<string> {
    const own = device.vaults.peek().find(({ accountId }) => accountId === person.actor.id);
    if (own !== undefined) return own.vaultId;
    const { actor, escrow } = must(await signIn());
    const { username } = person;
    return must(await device.createVault({ actor, username, root: Uint8Array.from(root), escrow }));
  }

  async function signInAgain(): Promise<void> {
    const { token } = must(await signIn());
    must(await store.saveSessionToken(token));
  }

  /** What is under way ends first, as nothing of a dead tab goes on in another one. */
  async function crash(): Promise<void> {
    network.cut();
    await rest();
    stop();
    device.close();
    network.heal();
  }
}

const leadAlone: SyncPorts['lead'] = (work) => work(new AbortController().signal);

const untilAborted: ServerPort['listen'] = (_token, _onAdvanced, signal) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
