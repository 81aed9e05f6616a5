/** Everything that goes wrong, with how often it does. Each is counted where it really happens: one that never fires proves nothing. */

/** What befalls a request on a bad road, by weight. */
export const ROAD_FAULTS = {
  'message lost': 6,
  'message delayed': 5,
  'message doubled': 5,
  'message reordered': 5,
  'response lost after commit': 7,
  'connection cut inside': 4,
  'answer cut inside': 3,
  'black hole': 2,
  'answer into a black hole': 2,
  'captive portal': 3,
  'status 404': 1,
  'status 408': 1,
  'status 413': 1,
  'status 429': 1,
  'status 500': 1,
  'status 502': 1,
  'status 503': 1,
  'status 504': 1,
  'change damaged on its way': 1,
} as const;
export type RoadFault = keyof typeof ROAD_FAULTS;

/** A request on a bad road meets one of them this often. */
export const ROAD_FAULT_RATE = 0.35;

/** What befalls devices, servers and people, by weight among the steps of a seed. */
export const STEP_FAULTS = {
  'tab crashed': 5,
  'tab crashed at a boundary': 10,
  'power lost': 2,
  'tab frozen': 3,
  'tab thawed': 6,
  'disk full': 2,
  'disk has space again': 3,
  'database evicted': 1,
  'profile cloned': 3,
  'device clock jumped': 2,
  'server clock jumped': 2,
  'server crashed': 2,
  'server crashed before commit': 2,
  'server crashed after commit': 3,
  'server started': 8,
  'server in another epoch': 1,
  'backup made': 2,
  'backup restored': 1.5,
  'server of the release before': 1,
  'server of today': 4,
  'app of the release before': 1,
  'role taken away': 1,
  'role given back': 3,
  'account closed': 1,
  'account opened again': 5,
  // Only on the days of themes.ts: one person less does less in the rest of a seed.
  'account moved': 0,
  'escrow key rotated': 1,
  'device revoked': 0.7,
  'sessions ended': 1.5,
  'away for months': 1,
  'road cut': 6,
  'road bad': 10,
  'road good': 10,
} as const;
export type StepFault = keyof typeof STEP_FAULTS;

/**
 * A write that was acknowledged and is lost with the power. The product flushes every write, so only a planted bug makes it happen; a
 * server restored from an old backup is survived only by devices that keep what it had taken.
 */
export const IS_OLD_BACKUP_SURVIVED = true;
export const NEVER_WITHOUT_A_BUG: readonly string[] = [
  'acknowledged write lost',
  ...(IS_OLD_BACKUP_SURVIVED ? [] : ['backup restored']),
];

/** What people and devices come to in the thousand seeds, or the laws about it were never asked. */
export const HAPPENINGS: readonly string[] = [
  'mailbox used',
  'left locked',
  'vault registered',
  'vault recovered',
  'vault-left',
  'device-left',
  'told that the data is missing',
  'carried in: taken',
  'carried in: held',
  'settled: apply',
  'settled: send-back',
  'settled: dismiss',
  'settled: mended',
  // What people do about refusals: rare, and the reason for the evenings of heal.ts.
  'edit what was refused',
  'mend',
  'retry',
  'discard',
  'see what was settled',
  'a photo arrived',
  'a file goes on where it was',
  'a sealed file handed over',
  'what is no photo left its record alone',
  'a photo was opened in another city',
  'shown in another city: practice',
  'shown in another city: practice-reply',
  'shown in another city: practice-file',
];

export type Tally = { readonly count: (what: string) => void; readonly counts: () => Readonly<Record<string, number>> };

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    counts: () => Object.fromEntries(counts),
  };
}
