import type { OpenVault } from '../../src/device/open-vault.ts';
import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import type { Change } from '../../src/domain/change.ts';
import type { RescueFile } from '../../src/protocol/rescue.ts';
import { checkBothSides } from './both-sides-law.ts';
import { checkConvergence } from './check-convergence.ts';
import { checkServerLog } from './check-server-log.ts';
import type { SimulatedDevice, World } from './create-world.ts';
import { checkDoors, checkPhones } from './door-laws.ts';
import { createEntryLaw } from './entry-law.ts';
import { replayFields } from './field-model.ts';
import { checkFiles } from './file-law.ts';
import { checkHomes } from './home-laws.ts';
import { checkKept, isBeyondKeeping } from './kept-law.ts';
import { checkLocked } from './locked-law.ts';
import { checkOnceEach } from './once-each-law.ts';
import { createPasswordLaw } from './password-law.ts';
import { type Broken, describe, type SavedChange, type Violation } from './saved-change.ts';
import type { SimProcess } from './scheduler.ts';
import { createSettlements, type Settlements } from './settlements.ts';
import { checkElsewhere, checkShelf } from './shelf-law.ts';
import type { Tab } from './tab.ts';
import { createWhereabouts } from './whereabouts.ts';

/**
 * Knows what every person did and was told, and nothing of how the product works. It looks only at what anybody could look at: the
 * rows on the disks, the tables of the server, what the screens say.
 */
export type Oracle = {
  readonly saved: ReadonlyMap<string, SavedChange>;
  readonly violations: readonly Violation[];
  readonly count: () => number;
  /** An id was made by this process: what the server holds was made by somebody. */
  readonly made: (id: string, process: SimProcess) => void;
  /** "Saved" was said. `replaces` are the refused changes that it stands for from now on. */
  readonly told: (tab: Tab, change: Change, replaces?: readonly string[]) => void;
  /** The refused changes of a record that this person does not see any more: what a mended one stands for. */
  readonly refusedAndGone: (tab: Tab, vault: OpenVault, recordId: string) => readonly string[];
  readonly toldUndone: (tab: Tab, changeId: string) => void;
  readonly toldDiscarded: (tab: Tab, changeId: string) => void;
  readonly settlements: Settlements;
  readonly passwords: ReturnType<typeof createPasswordLaw>;
  /** The server said what it made of every row of this file. */
  readonly carriedIn: (file: RescueFile) => void;
  readonly toldSafe: (tab: Tab) => void;
  readonly toldMissing: (place: SimulatedDevice) => void;
  readonly openedEmpty: (place: SimulatedDevice) => void;
  readonly opened: (tab: Tab, unlocked: UnlockedVault) => void;
  readonly threw: (where: string, error: unknown) => void;
  readonly damaged: (changeId: string) => void;
  readonly evicting: (place: SimulatedDevice) => void;
  /** What was handed over left a device that may not keep it: one vault, or all of them. */
  readonly vaultsLeft: (place: SimulatedDevice, vaultId?: string) => void;
  readonly copied: (place: SimulatedDevice) => void;
  /** The server will know only what lies in this backup: what nobody can be expected to have kept is excused. */
  readonly restoring: () => void;
  /** Who may come in has perhaps changed: the law about it holds from now on. */
  readonly lookAtDoors: () => void;
  /** Laws 1 and 5, as far as they hold at any moment. */
  readonly checkNow: () => void;
  /** After all have come together, before people deal with what was refused. */
  readonly checkTogether: () => void;
  /** All laws, after the world has healed. */
  readonly checkAtEnd: () => void;
  /** After all vaults were locked for a while, on a good road. */
  readonly checkLocked: () => void;
};

/** Longer than the slowest answer of a bad road is waited for. */
const ANSWER_UNDER_WAY_MS = 60_000;

export function createOracle(world: World): Oracle {
  const saved = new Map<string, SavedChange>();
  const madeIds = new Set<string>();
  const whereabouts = createWhereabouts(world);
  const { isDecided, isInFile, isOnDisk, refusedIds } = whereabouts;
  const damagedIds = new Set<string>();
  const evicted = new Set<SimulatedDevice>();
  const enrolled = new Set<SimulatedDevice>();
  const ownerById = new Map<string, string>();
  const violations: Violation[] = [];
  let count = 0;
  let restoredAtMs = Number.NEGATIVE_INFINITY;

  const broken: Broken = (law, what) => {
    if (violations.some((known) => known.law === law && known.what === what)) return;
    violations.push({ law, what });
    world.note(`LAW BROKEN ${law}: ${what}`);
  };

  const checkEntry = createEntryLaw(world, broken);
  const settlements = createSettlements(world, saved, { broken, end });
  const oracle: Oracle = {
    settlements,
    passwords: createPasswordLaw(broken),
    saved,
    violations,
    count: () => count,
    made: (id) => void madeIds.add(id),
    told(tab, change, replaces = []) {
      if (tab.process.isDead) return;
      count += 1;
      saved.set(change.id, {
        change: structuredClone(change),
        person: tab.person,
        place: tab.place,
        toldAt: count,
        savedAtMs: world.scheduler.nowMs(),
        fate: 'standing',
        isCopied: false,
        isVaultGone: false,
      });
      for (const id of replaces) end(id, 'replaced');
      world.note(`${tab.process.name} is told: saved ${describe(change)}`);
      if (!tab.place.disk.isBusy() && !isOnDisk(tab.place, change.id) && !isDecided(change.id)) {
        broken('5 saved', `"saved" was said of ${describe(change)} and it is not on the disk`);
      }
    },
    refusedAndGone(tab, vault, recordId) {
      const shown = new Set(vault.outbox.peek().map(({ change }) => change.id as string));
      const refused = refusedIds();
      const isMended = ([id, { change, person }]: [string, SavedChange]) =>
        change.recordId === recordId && person === tab.person && refused.has(id) && !shown.has(id);
      return [...saved].filter(isMended).map(([id]) => id);
    },
    toldUndone(tab, id) {
      if (tab.process.isDead) return;
      end(id, 'undone');
      world.note(`${tab.process.name} undoes ${id.slice(-6)}`);
    },
    toldDiscarded(tab, id) {
      if (tab.process.isDead) return;
      end(id, 'discarded');
      world.note(`${tab.process.name} discards ${id.slice(-6)}`);
    },
    carriedIn({ rows }) {
      const { attention } = world.server.database.tables;
      for (const { changeId } of rows) {
        if (!isDecided(changeId) && !attention.has(changeId))
          broken('rescue', `${changeId.slice(-6)} was carried in, and the server neither decided nor holds it`);
      }
    },
    toldSafe(tab) {
      world.tally.count('told safe');
      const askedAt = tab.receiptAskedAt;
      tab.receiptAskedAt = undefined;
      if (askedAt === undefined) return broken('5 safe', `"safe" was said at ${tab.process.name} without a receipt`);
      for (const [id, { fate, place, person, toldAt, change, isVaultGone }] of saved) {
        const isCovered =
          fate === 'standing' && !isVaultGone && place === tab.place && person === tab.person && toldAt <= askedAt;
        // A receipt that was on its way while the server was restored was true when it was written.
        const wasTrue = whereabouts.wasDecided(id) && world.scheduler.nowMs() - restoredAtMs < ANSWER_UNDER_WAY_MS;
        if (isCovered && !isDecided(id) && !wasTrue) {
          broken('5 safe', `"safe" was said at ${tab.process.name} and the server never decided ${describe(change)}`);
        }
      }
    },
    toldMissing(place) {
      world.tally.count('told that the data is missing');
      evicted.delete(place);
      enrolled.delete(place);
    },
    openedEmpty(place) {
      if (evicted.has(place)) broken('14 eviction', `${place.name} lost its data and looks like new`);
    },
    opened(tab, { vault }) {
      enrolled.add(tab.place);
      ownerById.set(vault.vaultId, tab.person.actor.id);
      const [part] = vault.unreadable;
      if (part !== undefined)
        broken('readable', `${part.table} ${part.rowId} does not open at ${tab.process.name}: ${part.reason}`);
      world.note(
        `${tab.process.name} is in: ${vault.waitingCount.peek()} wait, ${vault.attentionCount.peek()} refused`,
      );
    },
    threw(where, error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      broken('no fault', `${where}: ${text}\n${error instanceof Error ? error.stack : ''}`);
    },
    damaged: (changeId) => void damagedIds.add(changeId),
    restoring() {
      whereabouts.noteDecided();
      restoredAtMs = world.scheduler.nowMs();
      // Also what lies in a rescue file: the restored server may not know its vault.
      for (const [id, one] of saved) if (isBeyondKeeping(world, one)) end(id, 'destroyed');
    },
    evicting(place) {
      if (enrolled.has(place)) evicted.add(place);
      settlements.forgets(place);
      const lost = new Set(whereabouts.idsAt(place));
      for (const id of lost) {
        const isElsewhere = world.devices.some((other) => other !== place && isOnDisk(other, id));
        if (!isElsewhere && !isInFile(id) && !isDecided(id)) end(id, 'destroyed');
        if (refusedIds().has(id) && !isElsewhere) end(id, 'destroyed');
      }
      for (const one of saved.values())
        if (one.place === place) Object.assign(one, { isCopied: true, isVaultGone: true });
    },
    vaultsLeft(place, vaultId) {
      world.note(`${place.name} is left by ${vaultId === undefined ? 'everything' : 'a closed account'}`);
      settlements.forgets(place);
      const owner = vaultId === undefined ? undefined : ownerById.get(vaultId);
      for (const one of saved.values())
        if (one.place === place && (vaultId === undefined || one.person.actor.id === owner)) one.isVaultGone = true;
    },
    copied(place) {
      for (const one of saved.values()) if (one.place === place) one.isCopied = true;
    },
    lookAtDoors: checkEntry,
    checkNow() {
      whereabouts.noteDecided();
      checkEntry();
      checkPhones(world, broken);
      checkElsewhere(world, broken);
      const isBusy = world.devices.some(({ disk }) => disk.isBusy());
      if (isBusy) return;
      settlements.note();
      settlements.check();
      checkKept(world, { saved, whereabouts, onDisk: whereabouts.idsOnDisks() }, broken);
      const refused = refusedIds();
      const held = whereabouts.heldIds(refused, settlements);
      for (const [id, one] of saved) {
        if (one.fate !== 'standing' || held.has(id)) continue;
        if (isDecided(id) && !refused.has(id)) continue;
        if (refused.has(id) && (one.isCopied || settlements.wasMeant(id))) continue;
        // Handed over, and a coordinator has it before them; what was refused stands before its author too, as long as their vault is there.
        const atServer = world.server.database.tables.attention.get(id);
        const isBefore = atServer !== undefined && (atServer.why === 'held' || one.isVaultGone);
        if (isBefore || (atServer !== undefined && settlements.wasSettled(id))) continue;
        broken('1', `${describe(one.change)}, saved by ${one.person.name} at ${one.place.name}, is nowhere`);
      }
    },
    checkTogether: () => checkBothSides(world, broken),
    checkLocked: () => checkLocked(world, broken),
    checkAtEnd() {
      oracle.checkNow();
      for (const fault of world.server.faults) broken('no fault', `server: ${fault}`);
      checkServerLog(world, { saved, madeIds, damagedIds }, broken);
      checkOnceEach(world.server.database.tables.records.values(), broken);
      checkHomes(world, broken);
      checkDoors(world, broken);
      checkConvergence(world, broken);
      const shelf = replayFields({
        changes: world.server.database.tables.changes,
        records: world.server.database.tables.records,
        saved,
        broken,
        damagedIds,
      });
      checkShelf(world, shelf, broken);
      checkFiles(world, { saved, shelf }, broken);
    },
  };
  return oracle;

  function end(id: string, fate: SavedChange['fate']): void {
    const one = saved.get(id);
    if (one !== undefined && one.fate === 'standing') one.fate = fate;
  }
}
