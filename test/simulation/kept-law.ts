import type { World } from './create-world.ts';
import { type Broken, describe, type SavedChange } from './saved-change.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A device keeps what was taken for thirty days by its own clock. */
const KEPT_FOR_SURE_MS = 29 * 24 * 60 * 60_000;

/** What nobody can expect to come back by itself: its vault is no more, or it was taken long ago by a clock that may have been wrong. */
export const isBeyondKeeping = (world: World, { isVaultGone, savedAtMs, place }: SavedChange): boolean =>
  isVaultGone || place.hasJumped || world.scheduler.nowMs() - savedAtMs > KEPT_FOR_SURE_MS;

type Known = {
  readonly saved: ReadonlyMap<string, SavedChange>;
  readonly whereabouts: Whereabouts;
  readonly onDisk: ReadonlySet<string>;
};

/**
 * Law 1, as if the server came back from its last backup at this very moment: what it took since then still lies on the device of whoever
 * saved it, also when it took it from a locked vault or by a coordinator's yes.
 */
export function checkKept(world: World, { saved, whereabouts, onDisk }: Known, broken: Broken): void {
  for (const [id, one] of saved) {
    if (one.fate !== 'standing' || onDisk.has(id) || isBeyondKeeping(world, one)) continue;
    if (whereabouts.isTaken(id) && !world.server.isTakenInBackup(id))
      broken('1 kept', `${describe(one.change)} was taken, is in no backup, and left ${one.place.name}`);
  }
}
