/** Apart from the scenarios themselves, whose product is loaded in a simulated process only. */
export const CRASH_SCENARIO_NAMES = ['save', 'push', 'pull', 'compaction', 'upgrade', 'mail', 'settled'] as const;
export type CrashScenario = (typeof CRASH_SCENARIO_NAMES)[number];
