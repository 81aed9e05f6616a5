import type { CalendarDate, Id, Instant } from '../domain/primitives.ts';
import type { DeviceMarker } from './device-marker.ts';
import type { TabChannel } from './tab-channel.ts';

/** Everything outside the program that this room touches. The app passes the browser's own, a test passes stand-ins. */
export type DevicePorts = {
  /** Undefined where the browser offers none (some private modes). */
  readonly indexedDB: IDBFactory | undefined;
  readonly IDBKeyRange: typeof IDBKeyRange | undefined;
  /** The device's clock: shown, never trusted to order anything. */
  readonly now: () => Instant;
  /** The calendar date in the office's time zone at an instant. */
  readonly officeDate: (instant: Instant) => CalendarDate;
  readonly newId: () => Id;
  /** The protocol's own functions: this room keeps the hashes and heads, `protocol` says how they are made. */
  readonly hashing: {
    readonly hashChange: (change: unknown) => Promise<string>;
    readonly chainStart: string;
  };
  /** Calls `work` after `ms`; the returned function cancels. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** `navigator.storage`, where there is one. */
  readonly storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined;
  readonly marker: DeviceMarker;
  /** The channel to the app's other tabs; undefined where the browser has none. */
  readonly tabs: TabChannel | undefined;
};
