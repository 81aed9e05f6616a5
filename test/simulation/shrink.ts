import { planSteps, runSeed, type SeedResult } from './run-seed.ts';

/** Leaves steps out while the same law still breaks: first large parts, then single ones. */
const RUNS_MAX = 300;

export async function shrinkSeed(seed: number): Promise<SeedResult> {
  const first = await runSeed(seed);
  const law = first.violations[0]?.law;
  if (law === undefined) return runSeed(seed, { isTold: true });
  let kept = planSteps(seed).map(({ index }) => index);
  let runs = 0;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length && runs < RUNS_MAX; ) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      runs += 1;
      const { violations } = await runSeed(seed, { only: fewer });
      if (violations.some((one) => one.law === law)) kept = fewer;
      else start += size;
    }
  }
  return runSeed(seed, { only: kept, isTold: true });
}
