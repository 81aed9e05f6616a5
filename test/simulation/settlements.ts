import type { SimulatedDevice, World } from './create-world.ts';
import { type Broken, describe, type SavedChange } from './saved-change.ts';
import type { SimProcess } from './scheduler.ts';
import type { Tab } from './tab.ts';

/**
 * What a coordinator did with changes that were refused, and that their authors hear of it: a row that somebody saw under "needs attention"
 * leaves that device only by their own hand, or with a word on the same disk that stays until they have seen it.
 */
export type Settlements = {
  /** The person asked for something that takes these rows away; their tab may die before it says so. */
  readonly means: (tab: Tab, changeIds: readonly string[]) => void;
  readonly seen: (tab: Tab, changeId: string) => void;
  /** A device lost its rows, or gave them away: it has nobody to tell any more. */
  readonly forgets: (place: SimulatedDevice) => void;
  /** Looks at disks and tables; not while a transaction is under way. */
  readonly note: () => void;
  readonly check: () => void;
  readonly wasSettled: (changeId: string) => boolean;
  /** They asked for it, and the tab died before it could say that it was done. */
  readonly wasMeant: (changeId: string) => boolean;
};

type Row = { readonly changeId: string; readonly state: string };
type Ends = (changeId: string, fate: 'discarded' | 'replaced') => void;

export function createSettlements(
  world: World,
  saved: ReadonlyMap<string, SavedChange>,
  { broken, end }: { readonly broken: Broken; readonly end: Ends },
): Settlements {
  const shownAt = new Map<string, Set<SimulatedDevice>>();
  const settled = new Map<string, 'applied' | 'mended' | 'dismiss'>();
  const meant = new Map<string, SimProcess>();
  const seenIds = new Set<string>();

  return {
    means(tab, changeIds) {
      for (const id of changeIds) meant.set(id, tab.process);
    },
    seen: (_tab, changeId) => void seenIds.add(changeId),
    forgets(place) {
      for (const places of shownAt.values()) places.delete(place);
    },
    note() {
      for (const place of world.devices) {
        for (const { changeId, state } of place.disk.rows<Row>('outbox')) {
          if (state !== 'attention') continue;
          const places = shownAt.get(changeId) ?? new Set();
          shownAt.set(changeId, places.add(place));
        }
      }
      for (const [id, { closedHow }] of world.server.database.tables.attention) {
        if (closedHow !== 'applied' && closedHow !== 'mended' && closedHow !== 'dismiss') continue;
        settled.set(id, closedHow);
        // Another person answers for it from now on.
        if (closedHow === 'dismiss') end(id, 'discarded');
        if (closedHow === 'mended') end(id, 'replaced');
      }
    },
    check() {
      for (const [id, how] of settled) {
        if (meant.has(id) || seenIds.has(id)) continue;
        for (const place of shownAt.get(id) ?? []) {
          const isThere = place.disk.rows<Row>('outbox').some(({ changeId }) => changeId === id);
          if (isThere || place.disk.rows<{ name: string }>('meta').some(({ name }) => name === `settled:${id}`))
            continue;
          const one = saved.get(id);
          const what = one === undefined ? id : describe(one.change);
          broken('told', `${what}: ${how} by a coordinator, and ${place.name} says nothing of it`);
        }
      }
    },
    wasSettled: (changeId) => settled.has(changeId),
    wasMeant: (changeId) => meant.get(changeId)?.isDead === true,
  };
}
