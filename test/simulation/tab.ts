import { IDBKeyRange } from 'fake-indexeddb';
import { recoverVault } from '../../src/app/recover-vault.ts';
import { acceptMissingDatabase, type Device, openDevice } from '../../src/device/open-device.ts';
import type { OpenVault } from '../../src/device/open-vault.ts';
import type { SyncStore } from '../../src/device/sync-store.ts';
import type { TabChannel, TabMessage } from '../../src/device/tab-channel.ts';
import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import type { Id } from '../../src/domain/primitives.ts';
import { err } from '../../src/domain/result.ts';
import { instantToOfficeDate } from '../../src/i18n/office-date.ts';
import { CHAIN_START, hashChange } from '../../src/protocol/change-hash.ts';
import { SessionResponse } from '../../src/protocol/session.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { createMailer, type Mailer } from '../../src/sync/create-mailer.ts';
import { createSync, type Sync } from '../../src/sync/create-sync.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { sendRequest } from '../../src/sync/http-client.ts';
import { createHttpServerPort } from '../../src/sync/http-server-port.ts';
import { createMailServerPort } from '../../src/sync/mail-server-port.ts';
import { rootToLoginSecret } from '../../src/vault/password-root.ts';
import type { Person, SimulatedDevice, World } from './create-world.ts';
import { createProcess, type SimProcess } from './scheduler.ts';
import { knowDisk } from './simulated-disk.ts';

/** One tab of one browser in one person's hands: the real device and sync rooms, without screens. */
export type Tab = {
  readonly process: SimProcess;
  readonly place: SimulatedDevice;
  readonly person: Person;
  device: Device | undefined;
  unlocked: UnlockedVault | undefined;
  sync: Sync | undefined;
  /** Empties what is locked on this device. */
  mailer: Mailer | undefined;
  /** Of the password with which this tab came in: with it `sync` renews its session. */
  loginRoot: Uint8Array | undefined;
  /** One thing at a time: what the person does now. */
  isBusy: boolean;
  /** How far the oracle's count was when this tab last asked for a receipt. */
  receiptAskedAt: number | undefined;
  readonly vault: () => OpenVault | undefined;
  readonly store: () => SyncStore | undefined;
};

/** Opens the app, signs in where there is no vault yet, unlocks and starts to sync. */
export function openTab(world: World, place: SimulatedDevice, person: Person): Tab {
  world.tabsOpened += 1;
  const process = createProcess(`${place.name}/${person.name} tab ${world.tabsOpened}`);
  const tab: Tab = {
    process,
    place,
    person,
    device: undefined,
    unlocked: undefined,
    sync: undefined,
    mailer: undefined,
    loginRoot: undefined,
    isBusy: false,
    receiptAskedAt: undefined,
    vault: () => (tab.unlocked?.vault.isLocked.peek() === false ? tab.unlocked.vault : undefined),
    store: () => tab.unlocked?.store,
  };
  place.tabs.add(tab);
  process.onDeath.push(() => place.tabs.delete(tab));
  work(world, tab, 'opens the app', () => enter(world, tab));
  return tab;
}

/** Something the person does; another thing waits for another time. */
export function work(world: World, tab: Tab, what: string, run: () => Promise<void>): void {
  const { scheduler } = world;
  if (tab.isBusy || tab.process.isDead) return;
  tab.isBusy = true;
  scheduler.soon(() => {
    run().then(
      () => {
        tab.isBusy = false;
      },
      (error: unknown) => {
        tab.isBusy = false;
        if (!tab.process.isDead) world.oracle.threw(`${tab.process.name} ${what}`, error);
      },
    );
  }, tab.process);
}

/** The tab is closed: the vault is not locked first, the process just ends. */
export function closeTab(world: World, tab: Tab): void {
  world.scheduler.kill(tab.process);
}

async function enter(world: World, tab: Tab): Promise<void> {
  const { place, person } = tab;
  const ports = portsOf(world, tab);
  let opening = await openDevice(ports);
  if (!opening.ok && opening.error.type === 'DatabaseMissing') {
    world.oracle.toldMissing(place);
    await acceptMissingDatabase(ports);
    opening = await openDevice(ports);
  } else if (opening.ok && opening.value.enrolment.peek() === undefined) world.oracle.openedEmpty(place);
  knowDisk(place.disk);
  // A disk that refuses: the person closes the app and tries again another time.
  if (!opening.ok) return closeTab(world, tab);
  const device = opening.value;
  tab.device = device;
  if (device.enrolment.peek() === undefined) {
    const { deviceId, deviceToken, name } = place;
    const municipality = { id: person.actor.municipality, name: 'Genova' };
    const saved = await device.saveEnrolment({
      deviceId,
      deviceToken,
      municipality,
      label: name,
      escrow: world.escrow(),
    });
    if (!saved.ok) return closeTab(world, tab);
  }
  await startMailer(world, tab, device);
  const joined = await device.joinOpenVault();
  tab.loginRoot = person.root;
  if (joined?.ok && joined.value.vault.actor.id === person.actor.id) return begin(world, tab, joined.value);
  const known = device.vaults.peek().find(({ accountId }) => accountId === person.actor.id);
  if (known !== undefined) return unlock(world, tab, known.vaultId);
  // Without network nobody signs in for the first time; they try until it works.
  const { username, actor } = person;
  const signedIn = await signIn(world, tab, device);
  if (!signedIn.ok) {
    return void world.scheduler.after(
      SIGN_IN_AGAIN_MS,
      () => work(world, tab, 'signs in', () => enterAgain()),
      tab.process,
    );
  }
  const made = await device.createVault({
    actor,
    username,
    root: Uint8Array.from(person.root),
    escrow: signedIn.value.escrow,
  });
  if (!made.ok) return closeTab(world, tab);
  await unlock(world, tab, made.value, signedIn.value.token);

  async function enterAgain(): Promise<void> {
    tab.mailer?.stop();
    device.close();
    await enter(world, tab);
  }
}

const SIGN_IN_AGAIN_MS = 30_000;
/** They go on with what is open, and type the password when they have a moment. */
const ASKED_AGAIN_MS = 5 * 60_000;

async function unlock(world: World, tab: Tab, vaultId: string, token?: string): Promise<void> {
  // No vault is kept from its person.
  tab.mailer?.yieldVault(vaultId);
  const { root } = tab.person;
  const unlocked = await tab.device?.unlockVault(vaultId, Uint8Array.from(root));
  if (unlocked?.ok !== true) {
    const isOther = unlocked?.error.type === 'WrongPassword' || unlocked?.error.type === 'PasswordStale';
    return isOther && token === undefined ? recover(world, tab, vaultId) : closeTab(world, tab);
  }
  tab.loginRoot = root;
  if (token !== undefined) await unlocked.value.store.saveSessionToken(token);
  begin(world, tab, unlocked.value);
}

/** As the app does it: whoever signs in with a password that the vault does not know gets its key back from the municipality. */
async function recover(world: World, tab: Tab, vaultId: string): Promise<void> {
  const { device, person, place } = tab;
  const session = device && (await signIn(world, tab, device));
  if (device === undefined || session?.ok !== true) return closeTab(world, tab);
  const { root } = person;
  const recovered = await recoverVault(httpOf(world, tab), device, vaultId, {
    session: session.value,
    root: Uint8Array.from(root),
  });
  if (!recovered.ok) return closeTab(world, tab);
  world.tally.count('vault recovered');
  world.oracle.passwords.replaced(place, vaultId);
  const { token } = session.value;
  await unlock(world, tab, vaultId, token);
}

/** The person types the password again on the same screen. */
export async function unlockAgain(world: World, tab: Tab): Promise<void> {
  await tab.device?.refreshVaults();
  const known = tab.device?.vaults.peek().find(({ accountId }) => accountId === tab.person.actor.id);
  if (known === undefined) return closeTab(world, tab);
  tab.sync?.stop();
  await unlock(world, tab, known.vaultId);
}

function begin(world: World, tab: Tab, unlocked: UnlockedVault): void {
  const { scheduler, oracle } = world;
  const { place, process } = tab;
  const { vault, store } = unlocked;
  tab.unlocked = unlocked;
  oracle.opened(tab, unlocked);
  let waiting = vault.waitingCount.peek();
  const sync = createSync({
    server: createHttpServerPort(httpOf(world, tab), async () => {
      const device = tab.device;
      if (device === undefined) return err({ type: 'Unreachable' });
      return renew(world, tab, device, vault.vaultId);
    }),
    store,
    nowMs: () => deviceNowMs(world, place),
    random: () => world.random.next(),
    after: (ms, run) => scheduler.after(ms, run, process),
    lead: (run) => place.locks.lead(`sync-${vault.vaultId}`, process, run),
    readStatus: () => vault.status.peek(),
    writeStatus(status) {
      if (status.safeAt !== undefined && status.safeAt !== vault.status.peek().safeAt) oracle.toldSafe(tab);
      vault.status.value = status;
    },
    reportFault: (error) => {
      if (!process.isDead) oracle.threw(`${process.name} sync`, error);
    },
  });
  tab.sync = sync;
  const stop = vault.waitingCount.subscribe((count) => {
    if (process.isDead) return;
    if (count > waiting) scheduler.soon(() => sync.nudge(), process);
    waiting = count;
  });
  const stopAsking = vault.status.subscribe(({ trouble }) => {
    // They are asked for their password, and come in by it again.
    if (trouble === 'signed-out')
      scheduler.after(ASKED_AGAIN_MS, () => work(world, tab, 'signs in again', () => signInAgain(world, tab)), process);
  });
  let isLeaving = false;
  const stopLeaving = vault.status.subscribe(({ trouble }) => {
    if (isLeaving || (trouble !== 'device-revoked' && trouble !== 'account-disabled')) return;
    isLeaving = true;
    scheduler.soon(() => void leave(world, tab, trouble), process);
  });
  vault.isLocked.subscribe((isLocked) => {
    if (!isLocked) return;
    stop();
    stopLeaving();
    stopAsking();
    sync.stop();
    tab.mailer?.nudge();
  });
}

/** As the app does it: written down, locked, and the mailer hands over what waits before anything leaves. */
async function leave(world: World, tab: Tab, trouble: 'device-revoked' | 'account-disabled'): Promise<void> {
  const { device, unlocked } = tab;
  if (device === undefined || unlocked === undefined) return;
  world.note(`${tab.process.name} is told: ${trouble}`);
  const mail = await device.lockedMail();
  await (trouble === 'device-revoked' ? mail.noteRevoked(true) : mail.noteClosed(unlocked.vault.vaultId, true));
  await unlocked.lock();
}

async function startMailer(world: World, tab: Tab, device: Device): Promise<void> {
  const { place, process } = tab;
  const { scheduler, oracle, tally } = world;
  const openVaultId = () => tab.vault()?.vaultId;
  tab.mailer = createMailer({
    mail: await device.lockedMail(),
    server: createMailServerPort(httpOf(world, tab), () => device.enrolment.peek()?.deviceToken),
    async removeVault(vaultId, when) {
      const removed = await device.removeVault(vaultId, when);
      if (removed.ok) oracle.vaultsLeft(place, vaultId);
      return removed;
    },
    async wipe() {
      const wiped = await device.wipe();
      if (wiped.ok) oracle.vaultsLeft(place);
      return wiped;
    },
    hold: async (vaultId, run) =>
      openVaultId() !== vaultId && (await place.locks.hold(`sync-${vaultId}`, process, run)),
    lead: (run) => place.locks.lead('mailbox', process, run),
    random: () => world.random.next(),
    after: (ms, run) => scheduler.after(ms, run, process),
    tell(news) {
      if (news.what !== 'round') tally.count(news.what);
      // What stands on the screen then is a page that starts the app anew.
      if (news.what === 'device-left') scheduler.soon(() => closeTab(world, tab), process);
    },
    reportFault: (error) => {
      if (!process.isDead) oracle.threw(`${process.name} mailbox`, error);
    },
  });
}

async function signIn(world: World, tab: Tab, device: Device) {
  const { person } = tab;
  const answer = await askForSession(world, tab, device, person.root);
  const { offeredRoot } = person;
  if (answer.ok || !isSignInRefused(answer.error) || offeredRoot === undefined)
    return answer.ok ? keepEscrow(device, answer) : answer;
  // What the coordinator said on the telephone.
  const other = await askForSession(world, tab, device, offeredRoot);
  if (!other.ok) return other;
  person.formerRoots.unshift(person.root);
  person.root = offeredRoot;
  person.offeredRoot = undefined;
  return keepEscrow(device, other);
}

/** The municipality's key as it is now, as the app keeps it. */
async function keepEscrow(device: Device, answer: { readonly ok: true; readonly value: SessionResponse }) {
  const enrolment = device.enrolment.peek();
  if (enrolment !== undefined && enrolment.escrow.keyId !== answer.value.escrow.keyId) {
    await device.saveEnrolment({ ...enrolment, escrow: answer.value.escrow });
  }
  return answer;
}

/** With what this tab came in by; refused, it opens nothing here from the next unlock on. */
async function renew(world: World, tab: Tab, device: Device, vaultId: string) {
  const answer = await askForSession(world, tab, device, tab.loginRoot ?? tab.person.root);
  if (!answer.ok && isSignInRefused(answer.error)) await (await device.lockedMail()).notePasswordStale(vaultId);
  return answer.ok ? keepEscrow(device, answer) : answer;
}

async function signInAgain(world: World, tab: Tab): Promise<void> {
  const vault = tab.vault();
  if (vault?.status.peek().trouble !== 'signed-out') return;
  await tab.unlocked?.lock();
  await unlockAgain(world, tab);
}

const isSignInRefused = (failure: SyncFailure): boolean =>
  failure.type === 'Refused' && failure.problem === 'SignInRefused';

const askForSession = async (world: World, tab: Tab, device: Device, root: Uint8Array) =>
  sendRequest(httpOf(world, tab), {
    method: 'POST',
    path: '/session',
    authorization: `Device ${device.enrolment.peek()?.deviceToken ?? ''}`,
    body: {
      protocol: PROTOCOL_VERSION,
      username: tab.person.username,
      secret: await rootToLoginSecret(root),
    },
    response: SessionResponse,
  });

export const httpOf = (world: World, tab: Tab) => ({
  origin: '',
  fetch: ((input, init) => {
    if (String(input).includes('/receipt')) tab.receiptAskedAt = world.oracle.count();
    if (String(input).includes('/mailbox')) world.tally.count('mailbox used');
    if (String(input).includes('/vaults/')) world.tally.count('vault registered');
    return tab.place.travel(tab.process)(input, init);
  }) satisfies typeof globalThis.fetch,
});

export const deviceNowMs = (world: World, place: SimulatedDevice): number =>
  world.scheduler.nowMs() + place.clockShiftMs;

export function portsOf(world: World, { place, process }: Pick<Tab, 'place' | 'process'>) {
  const { scheduler, oracle } = world;
  return {
    indexedDB: place.disk.factory as unknown as IDBFactory,
    IDBKeyRange,
    now: () => new Date(deviceNowMs(world, place)).toISOString(),
    officeDate: instantToOfficeDate,
    newId: () => {
      const id = world.newId(deviceNowMs(world, place));
      oracle.made(id, process);
      return id as Id;
    },
    hashing: { hashChange, chainStart: CHAIN_START },
    after: (ms: number, run: () => void) => scheduler.after(ms, run, process),
    storage: undefined,
    marker: {
      find: async () => place.marker,
      leave: async (id: string) => {
        place.marker = id;
      },
      remove: async () => {
        place.marker = undefined;
      },
    },
    tabs: joinTabs(world, place, process),
  };
}

/** A BroadcastChannel between the living tabs of one browser. */
function joinTabs({ scheduler }: World, place: SimulatedDevice, process: SimProcess): TabChannel {
  return {
    send(message: TabMessage) {
      if (process.isDead) return;
      for (const hearer of place.hearers) {
        if (hearer.process === process || hearer.process.isDead) continue;
        scheduler.soon(() => place.hearers.has(hearer) && hearer.hear(message), hearer.process);
      }
    },
    listen(hear) {
      const hearer = { process, hear };
      place.hearers.add(hearer);
      process.onDeath.push(() => place.hearers.delete(hearer));
      return () => place.hearers.delete(hearer);
    },
  };
}
