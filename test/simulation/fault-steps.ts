import type { World } from './create-world.ts';
import { IS_OLD_BACKUP_SURVIVED, type StepFault } from './faults.ts';
import { hasUnsent } from './has-unsent.ts';
import type { Random } from './random.ts';
import { findTheme } from './themes.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A tab that is to die at a boundary dies within so many of them: a save has about twenty. */
const BOUNDARIES_MAX = 60;

/** What befalls a volunteer's phone as it does any other. */
const ON_PHONES_TOO: readonly StepFault[] = ['power lost', 'disk full', 'road cut', 'road bad', 'road good'];

/** One misfortune; gives false where it cannot happen now, and then it is not counted. */
export function doFault(world: World, fault: StepFault, random: Random): void {
  if (!befall(world, fault, random)) return;
  world.tally.count(fault);
  world.note(`~ ${fault}`);
}

function befall(world: World, fault: StepFault, random: Random): boolean {
  const { scheduler, server, devices, oracle, people } = world;
  const { tables } = server.database;
  const place = random.pick(
    ON_PHONES_TOO.includes(fault) ? devices : devices.filter(({ doorCode }) => doorCode === undefined),
  );
  const tab = random.pick(devices.flatMap(({ tabs }) => [...tabs]));
  if (place === undefined) return false;
  // Where one thing is common, what undoes it finds where it is to be undone.
  const isThemed = findTheme(world.seed)?.['role taken away'] !== undefined;
  switch (fault) {
    case 'tab crashed':
      if (tab === undefined) return false;
      scheduler.kill(tab.process);
      return true;
    case 'tab crashed at a boundary':
      if (tab === undefined || tab.process.diesIn !== undefined) return false;
      tab.process.diesIn = random.between(1, BOUNDARIES_MAX);
      return true;
    case 'power lost':
      for (const one of [...place.tabs]) scheduler.kill(one.process);
      if (place.disk.losePower() > 0) world.tally.count('acknowledged write lost');
      return true;
    case 'tab frozen':
      if (tab === undefined || tab.process.isFrozen) return false;
      tab.process.isFrozen = true;
      return true;
    case 'tab thawed': {
      const frozen = random.pick(devices.flatMap(({ tabs }) => [...tabs]).filter(({ process }) => process.isFrozen));
      if (frozen === undefined) return false;
      scheduler.thaw(frozen.process);
      return true;
    }
    case 'disk full':
      place.disk.isFull = true;
      return true;
    case 'disk has space again': {
      const full = random.pick(devices.filter(({ disk }) => disk.isFull));
      if (full === undefined) return false;
      full.disk.isFull = false;
      return true;
    }
    case 'database evicted':
      if (!place.disk.exists() || place.disk.isBusy()) return false;
      oracle.evicting(place);
      for (const one of [...place.tabs]) scheduler.kill(one.process);
      place.disk.evict();
      return true;
    case 'profile cloned': {
      if (place.isClone || devices.some(({ isClone }) => isClone) || place.disk.isBusy() || !place.disk.exists())
        return false;
      const clone = world.addDevice(`copy of ${place.name}`, place.people, place);
      place.disk.copyTo(clone.disk);
      clone.marker = place.marker;
      clone.clockShiftMs = place.clockShiftMs;
      clone.isRevoked = place.isRevoked;
      tables.devices.set(place.deviceId, { ...deviceRow(world, place.deviceId), isRevoked: place.isRevoked });
      oracle.copied(place);
      return true;
    }
    case 'device clock jumped':
      place.hasJumped = true;
      place.clockShiftMs = random.pick([-40 * DAY_MS, -3_600_000, 0, 3_600_000, 366 * DAY_MS]) ?? 0;
      return true;
    case 'server clock jumped':
      server.clockShiftMs = random.pick([-3_600_000, -5_000, 0, 5_000, 3_600_000]) ?? 0;
      return true;
    case 'server crashed':
      if (!server.isUp()) return false;
      server.crash();
      return true;
    case 'server crashed before commit':
    case 'server crashed after commit':
      if (!server.isUp()) return false;
      server.crashAtCommit = fault === 'server crashed before commit' ? 'before-commit' : 'after-commit';
      return true;
    case 'server started':
      if (server.isUp()) return false;
      server.start();
      return true;
    case 'server in another epoch':
      server.renewEpoch();
      return true;
    case 'backup made':
      server.backUp();
      return true;
    case 'backup restored':
      if (!IS_OLD_BACKUP_SURVIVED || !server.hasBackup()) return false;
      oracle.restoring();
      return server.restore();
    case 'server of the release before':
      if (server.isOld) return false;
      server.isOld = true;
      return true;
    case 'server of today':
      if (!server.isOld) return false;
      server.isOld = false;
      return true;
    case 'app of the release before':
      place.isOldApp = !place.isOldApp;
      return true;
    case 'role taken away':
    case 'role given back': {
      const isTaken = fault === 'role taken away';
      const role = isTaken ? 'volunteer' : 'outreach';
      const workers = people.filter(({ actor }) => actor.role === 'outreach');
      const fitting = workers.filter(({ actor }) => tables.accounts.get(actor.id)?.role !== role);
      // On a day that is full of it mostly while something of theirs waits: it comes too late.
      const late = fitting.filter(({ actor }) => isTaken && devices.some((one) => hasUnsent(one, actor.id)));
      const worker = random.pick(!isThemed ? workers : late.length > 0 ? late : fitting);
      const account = worker && tables.accounts.get(worker.actor.id);
      if (account === undefined || account.role === role) return false;
      tables.accounts.set(account.id, { ...account, role });
      return true;
    }
    case 'account closed':
    case 'account opened again': {
      // A history that is replayed on PostgreSQL knows of no closed accounts.
      const isDisabled = fault === 'account closed';
      const isMoved = (id: string) => people.some(({ actor, hasMoved }) => hasMoved && actor.id === id);
      const workers = [...tables.accounts.values()].filter(
        ({ id, role }) => role !== 'coordinator' && !tables.guests.has(id) && !isMoved(id),
      );
      const account = random.pick(workers.filter((one) => one.isDisabled !== isDisabled));
      if (server.isSerial || account === undefined) return false;
      tables.accounts.set(account.id, { ...account, isDisabled });
      return true;
    }
    case 'account moved': {
      // As `npm run admin -- account move` does it: what the other city gets is an account that knows nothing of this one.
      const worker = random.pick(people.filter(({ actor }) => actor.role === 'outreach'));
      const account = worker && tables.accounts.get(worker.actor.id);
      if (server.isSerial || account === undefined || people.some(({ hasMoved }) => hasMoved)) return false;
      if (worker !== undefined) worker.hasMoved = true;
      tables.accounts.set(account.id, { ...account, isDisabled: true });
      return true;
    }
    case 'escrow key rotated':
      if (server.isSerial || !server.isUp()) return false;
      void server.rotateEscrow().catch((error: unknown) => oracle.threw('the rotation', error));
      return true;
    case 'device revoked': {
      const isLast = devices.filter(({ isRevoked }) => !isRevoked).length <= 2;
      // On a day of files mostly one with a file that is nowhere else.
      const lost =
        devices.find(({ disk }) => disk.rows<{ state: string }>('files').some(({ state }) => state === 'waiting')) ??
        place;
      if (lost.isRevoked || isLast) return false;
      for (const one of devices) if (one.deviceId === lost.deviceId) one.isRevoked = true;
      tables.devices.set(lost.deviceId, { ...deviceRow(world, lost.deviceId), isRevoked: true });
      return true;
    }
    case 'sessions ended':
      // A phone at a door has no password to come in with again.
      for (const [hash, { account }] of tables.sessions) if (!tables.guests.has(account)) tables.sessions.delete(hash);
      return true;
    case 'away for months':
      // Everybody goes home; what follows happens a season later.
      for (const one of devices.flatMap(({ tabs }) => [...tabs])) scheduler.kill(one.process);
      world.jumpMs = random.between(10, 120) * DAY_MS;
      return true;
    case 'road cut':
    case 'road bad':
    case 'road good': {
      const state = fault === 'road cut' ? 'cut' : fault === 'road bad' ? 'bad' : 'good';
      const bad = devices.filter(({ road }) => road !== 'good');
      const found = isThemed && state === 'good' ? random.pick(bad) : place;
      if (found === undefined || found.road === state) return false;
      found.road = state;
      return true;
    }
  }
}

function deviceRow({ server }: World, deviceId: string) {
  const row = server.database.tables.devices.get(deviceId);
  if (row === undefined) throw new Error(`no such device: ${deviceId}`);
  return row;
}
