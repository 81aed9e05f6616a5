import type { SimulatedDevice, World } from './create-world.ts';
import { isTakenIn } from './memory-database.ts';
import type { Settlements } from './settlements.ts';

type OutboxRow = { readonly changeId: string; readonly state: string };

/** Where a change lies now: on which disks, in a rescue file, in the server's tables. */
export type Whereabouts = ReturnType<typeof createWhereabouts>;

export function createWhereabouts(world: World) {
  const everDecided = new Set<string>();
  const firstById = () => world.server.database.tables.firstById;
  const idsIn = ({ disk }: SimulatedDevice, table: 'outbox' | 'kept') =>
    disk.rows<OutboxRow>(table).map(({ changeId }) => changeId);
  const idsAt = (place: SimulatedDevice) => [...idsIn(place, 'outbox'), ...idsIn(place, 'kept')];
  return {
    idsAt,
    isOnDisk: (place: SimulatedDevice, id: string): boolean => idsAt(place).includes(id),
    isInFile: (id: string): boolean =>
      world.rescueFiles.some(({ rows }) => rows.some(({ changeId }) => changeId === id)),
    isDecided: (id: string): boolean => firstById().has(id),
    isTaken: (id: string): boolean => isTakenIn(world.server.database.tables, id),
    /** Also by a server that was restored to before it. */
    wasDecided: (id: string): boolean => everDecided.has(id),
    noteDecided(): void {
      for (const id of firstById().keys()) everDecided.add(id);
    },
    refusedIds: (): ReadonlySet<string> =>
      new Set([...firstById()].flatMap(([id, { verdict }]) => (verdict.verdict === 'refused' ? [id] : []))),
    idsOnDisks: (): ReadonlySet<string> => new Set(world.devices.flatMap(idsAt)),
    /**
     * On all disks. A copy kept for the server's restore counts only where the server once took the change: what never went up has to wait,
     * and what was refused has to stand before its author, not to be kept where nobody looks.
     */
    heldIds(refused: ReadonlySet<string>, { wasSettled }: Settlements): ReadonlySet<string> {
      const isGoodCopy = (id: string) => everDecided.has(id) && (!refused.has(id) || wasSettled(id));
      return new Set(
        world.devices.flatMap((place) => [...idsIn(place, 'outbox'), ...idsIn(place, 'kept').filter(isGoodCopy)]),
      );
    },
  };
}
