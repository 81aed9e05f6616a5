import type { RecordEnvelope } from '../domain/record.ts';
import type { SegmentRow } from './database.ts';

/**
 * What the server confirmed, in memory. See segments.ts for which copy of a record wins.
 */
export type SegmentInfo = Pick<SegmentRow, 'order' | 'generation' | 'recordCount'>;

export type ConfirmedRecords = {
  readonly find: (id: string) => RecordEnvelope | undefined;
  readonly all: () => Iterable<RecordEnvelope>;
  readonly count: () => number;
  readonly segments: () => readonly SegmentInfo[];
  /** Whether the holding copy of a record is in one of these segments. */
  readonly isHeldIn: (id: string, orders: ReadonlySet<number>) => boolean;
  /** Takes what a segment holds; gives the ids whose record is another one now. */
  readonly take: (segment: SegmentInfo, records: readonly RecordEnvelope[]) => readonly string[];
  /** Forgets segments and every record whose holding copy was in them. */
  readonly forget: (orders: ReadonlySet<number>) => readonly string[];
  readonly clear: () => void;
};

export function createConfirmedRecords(): ConfirmedRecords {
  const recordsById = new Map<string, RecordEnvelope>();
  const homesById = new Map<string, SegmentInfo>();
  const segmentsByOrder = new Map<number, SegmentInfo>();

  return {
    find: (id) => recordsById.get(id),
    all: () => recordsById.values(),
    count: () => recordsById.size,
    segments: () => [...segmentsByOrder.values()],
    isHeldIn(id, orders) {
      const home = homesById.get(id);
      return home !== undefined && orders.has(home.order);
    },
    take(segment, records) {
      segmentsByOrder.set(segment.order, segment);
      const changed: string[] = [];
      for (const record of records) {
        const home = homesById.get(record.id);
        if (home !== undefined && isHolding(home, recordsById.get(record.id), segment, record)) continue;
        recordsById.set(record.id, record);
        homesById.set(record.id, segment);
        changed.push(record.id);
      }
      return changed;
    },
    forget(orders) {
      const changed: string[] = [];
      for (const [id, home] of homesById) {
        if (!orders.has(home.order)) continue;
        homesById.delete(id);
        recordsById.delete(id);
        changed.push(id);
      }
      for (const order of orders) segmentsByOrder.delete(order);
      return changed;
    },
    clear() {
      recordsById.clear();
      homesById.clear();
      segmentsByOrder.clear();
    },
  };
}

/** Whether the copy we have stays, although `record` came in `segment`. */
function isHolding(
  home: SegmentInfo,
  held: RecordEnvelope | undefined,
  segment: SegmentInfo,
  record: RecordEnvelope,
): boolean {
  if (home.generation !== segment.generation) return home.generation > segment.generation;
  const heldVersion = held?.version ?? 0;
  if (heldVersion !== record.version) return heldVersion > record.version;
  return home.order > segment.order;
}
