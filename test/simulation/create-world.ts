import { DATABASE_NAME, GUEST_DATABASE_NAME } from '../../src/device/database.ts';
import type { TabMessage } from '../../src/device/tab-channel.ts';
import type { Actor, Role } from '../../src/domain/actor.ts';
import { Id } from '../../src/domain/primitives.ts';
import type { RescueFile } from '../../src/protocol/rescue.ts';
import type { EscrowPublicKey } from '../../src/vault/escrow-slot.ts';
import type { AttachedFile } from './attach-file.ts';
import { GENOVA, TORINO } from './escrow-pairs.ts';
import { createTally, type Tally } from './faults.ts';
import { escrowOf } from './memory-database.ts';
import { createOracle, type Oracle } from './oracle.ts';
import { createRandom, type Random } from './random.ts';
import { createScheduler, type Scheduler, type SimProcess } from './scheduler.ts';
import { createSimulatedDisk, enterDisks, type SimulatedDisk } from './simulated-disk.ts';
import { createRoad, type RoadState } from './simulated-road.ts';
import { createSimulatedServer, type SimulatedServer, tokenToHash } from './simulated-server.ts';
import { enterWorld } from './stand-ins.ts';
import type { Tab } from './tab.ts';
import { createWebLocks, type WebLocks } from './web-locks.ts';

/** A small city, all of it from one seed: people, their devices, the road, the server, the clock. */
export type Person = {
  readonly name: string;
  /** Of a volunteer who comes in again it is another one. */
  actor: Actor;
  readonly username: string;
  /** Of the password they know; another one after it was reset. */
  root: Uint8Array;
  /** A coordinator said this one; whether the server has taken it, they find out by trying. */
  offeredRoot: Uint8Array | undefined;
  /** Newest first. */
  readonly formerRoots: Uint8Array[];
  /** They work in another city by now, with another account; the one here is closed for good. */
  hasMoved: boolean;
};

export type SimulatedDevice = {
  readonly name: string;
  readonly deviceId: string;
  readonly deviceToken: string;
  readonly disk: SimulatedDisk;
  readonly locks: WebLocks;
  readonly tabs: Set<Tab>;
  readonly hearers: Set<{ process: SimProcess; hear: (message: TabMessage) => void }>;
  readonly travel: (process: SimProcess) => typeof globalThis.fetch;
  marker: string | undefined;
  road: RoadState;
  clockShiftMs: number;
  isOldApp: boolean;
  isRevoked: boolean;
  /** Its clock was wrong once: what it keeps by days may have gone early. */
  hasJumped: boolean;
  /** Whose vaults may be on it. */
  readonly people: readonly Person[];
  /** Of a volunteer's phone: the code of the event that it came in with. */
  readonly doorCode: string | undefined;
  /** In the city that only reads what is shared. */
  readonly isElsewhere: boolean;
  /** A copy of another one: the same token, the same streams. */
  readonly isClone: boolean;
};

export type World = {
  readonly seed: number;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly server: SimulatedServer;
  readonly tally: Tally;
  readonly oracle: Oracle;
  readonly people: readonly Person[];
  readonly devices: SimulatedDevice[];
  /** On sticks and in chats: they outlive the device they were saved on. */
  readonly rescueFiles: RescueFile[];
  /** Codes of events, as they hang at doors. */
  readonly doorCodes: string[];
  /** What people attached. */
  readonly attached: AttachedFile[];
  /** The municipality's key as it is now. */
  readonly escrow: (municipality?: string) => EscrowPublicKey;
  readonly newId: (atMs?: number) => string;
  readonly note: (what: string) => void;
  readonly story: readonly string[];
  /** Changes with anything that happened: two runs of a seed have the same. */
  readonly trace: () => string;
  /** How far the clock runs on before the next step. */
  jumpMs: number;
  tabsOpened: number;
  readonly addDevice: (name: string, people: readonly Person[], like?: SimulatedDevice) => SimulatedDevice;
  /** A coordinator of another city, with a device there. */
  readonly addElsewhere: () => void;
  /** A volunteer's own phone, which nobody enrols. */
  readonly addPhone: (name: string, doorCode: string) => SimulatedDevice;
};

const NAMES = ['Sara Conti', 'Bruno Parodi', 'Dora Levi'];

export type WorldWishes = {
  readonly isTold?: boolean;
  /** The server works on one request at a time, whose clock stands still: its history can be replayed elsewhere, answer by answer. */
  readonly isSerial?: boolean;
};

export function createWorld(seed: number, { isTold = false, isSerial = false }: WorldWishes = {}): World {
  const random = createRandom(seed);
  const scheduler = createScheduler(random.fork('schedule'));
  enterWorld(scheduler, random.fork('platform'));
  enterDisks(scheduler);
  const tally = createTally();
  const story: string[] = [];
  let trace = 0x811c9dc5;
  let second = seed;
  const note = (what: string) => {
    const line = `${scheduler.nowMs()} ${what}`;
    for (let index = 0; index < line.length; index++) {
      const code = line.charCodeAt(index);
      trace = Math.imul(trace ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 15);
    }
    if (isTold) story.push(`${new Date(scheduler.nowMs()).toISOString().slice(0, 19).replace('T', ' ')}  ${what}`);
  };
  const ids = random.fork('ids');
  const newId = (atMs = scheduler.nowMs()) => toUuidV7(atMs, ids);
  const server = createSimulatedServer({ scheduler, random: random.fork('server'), newId, isSerial });
  const road = createRoad({ scheduler, random: random.fork('road'), server, tally, note });
  const people = ['outreach', 'outreach', 'coordinator'].map((role, index) => hire(NAMES[index] ?? '', role as Role));
  const world: World = {
    seed,
    random: random.fork('world'),
    scheduler,
    server,
    tally,
    oracle: undefined as never,
    people,
    devices: [],
    rescueFiles: [],
    doorCodes: [],
    attached: [],
    escrow: (municipality = GENOVA) => {
      const { keyId, publicKey } = escrowOf(server.database.tables, municipality);
      return { keyId, publicKey };
    },
    newId,
    note,
    story,
    trace: () =>
      `${(trace >>> 0).toString(16).padStart(8, '0')}${(second >>> 0).toString(16).padStart(8, '0')}-${scheduler.tasksRun()}`,
    jumpMs: 0,
    tabsOpened: 0,
    addDevice,
    addPhone,
    addElsewhere: () => void addDevice('tablet elsewhere', [hire('Elio Serra', 'coordinator', TORINO)]),
  };
  Object.assign(world, { oracle: createOracle(world) });
  return world;

  function hire(name: string, role: Role, municipality = GENOVA): Person {
    const id = Id.parse(newId());
    const username = name.split(' ')[0]?.toLowerCase() ?? '';
    server.database.tables.accounts.set(id, { id, username, name, role, isDisabled: false, secret: undefined });
    return {
      name,
      username,
      actor: { id, name, role, municipality },
      root: random.bytes(32),
      offeredRoot: undefined,
      formerRoots: [],
      hasMoved: false,
    };
  }

  function addDevice(name: string, owners: readonly Person[], like?: SimulatedDevice): SimulatedDevice {
    const deviceId = like?.deviceId ?? newId();
    const deviceToken =
      like?.deviceToken ??
      `${owners[0]?.actor.municipality ?? GENOVA}.${Buffer.from(random.bytes(32)).toString('base64url')}`;
    server.database.tables.devices.set(deviceId, {
      id: deviceId,
      tokenHash: tokenToHash(deviceToken),
      isRevoked: false,
    });
    return join({ name, deviceId, deviceToken, people: owners, doorCode: undefined, isClone: like !== undefined });
  }

  function addPhone(name: string, doorCode: string): SimulatedDevice {
    const actor: Actor = { id: Id.parse(newId()), name, role: 'guest', municipality: GENOVA };
    const volunteer = {
      name,
      username: '',
      actor,
      root: new Uint8Array(),
      offeredRoot: undefined,
      formerRoots: [],
      hasMoved: false,
    };
    return join({ name, deviceId: newId(), deviceToken: '', people: [volunteer], doorCode, isClone: false });
  }

  type Owned = Pick<SimulatedDevice, 'name' | 'deviceId' | 'deviceToken' | 'people' | 'doorCode' | 'isClone'>;
  function join(owned: Owned): SimulatedDevice {
    const device: SimulatedDevice = {
      ...owned,
      isElsewhere: owned.people.some(({ actor }) => actor.municipality !== GENOVA),
      disk: createSimulatedDisk(owned.doorCode === undefined ? DATABASE_NAME : GUEST_DATABASE_NAME),
      locks: createWebLocks(scheduler),
      tabs: new Set(),
      hearers: new Set(),
      marker: undefined,
      road: 'good',
      clockShiftMs: 0,
      isOldApp: false,
      isRevoked: false,
      hasJumped: false,
      travel: (process) =>
        road(
          {
            name: owned.name,
            road: () => device.road,
            isOldApp: () => device.isOldApp,
            onDamaged: (changeId) => world.oracle.damaged(changeId),
          },
          process,
        ),
    };
    world.devices.push(device);
    return device;
  }
}

function toUuidV7(atMs: number, random: Random): string {
  const bytes = random.bytes(10);
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const time = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, '0');
  const rest = Buffer.from(bytes).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}
