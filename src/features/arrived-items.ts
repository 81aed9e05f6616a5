import type { OpenVault } from '../device/open-vault.ts';
import { attentionSignal } from './attention-items.ts';
import { recordConflictsOf } from './record-conflicts.ts';
import type { ArrivedItem, ArrivedList } from './remote-ports.ts';
import type { FeatureSession } from './session.ts';

/** What reached the server and was not simply taken, by what is to be done about it now. */
export type ArrivedGroups = {
  /** Brought by a device that was switched off: waits for a yes. */
  readonly held: readonly ArrivedItem[];
  readonly refused: readonly ArrivedItem[];
  /** With their author again, or corrected here and on the way: somebody has them in hand. */
  readonly inHand: readonly ArrivedItem[];
};

/** The coordinator's own refused changes stand in their own list already, where they can be mended at once. */
export function groupArrived(list: ArrivedList | undefined, { outbox }: Pick<OpenVault, 'outbox'>): ArrivedGroups {
  const own = new Set<string>(outbox.value.map(({ change }) => change.id));
  const items = (list?.items ?? []).filter(({ changeId }) => !own.has(changeId));
  const isInHand = ({ sentBackAt, isMendedHere }: ArrivedItem) => sentBackAt !== undefined || isMendedHere;
  const open = items.filter((item) => !isInHand(item));
  return {
    held: open.filter(({ why }) => why === 'held').toSorted(byWriting),
    refused: open.filter(({ why }) => why === 'refused'),
    inHand: items.filter(isInHand),
  };
}

/** The number at "Da sistemare": everything that waits for this person's hand, here and on the server. */
export function attentionCount({ vault, arrived, today }: Pick<FeatureSession, 'vault' | 'arrived' | 'today'>): number {
  const { held, refused } = groupArrived(arrived.list.value, vault);
  return attentionSignal(vault).value.length + recordConflictsOf(vault, today()).length + held.length + refused.length;
}

/** Ids of changes begin with the time at which they were made (UUIDv7). */
const byWriting = (a: ArrivedItem, b: ArrivedItem): number => (a.changeId < b.changeId ? -1 : 1);
