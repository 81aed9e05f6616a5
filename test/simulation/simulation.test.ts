import { expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds.ts';
import type { CrashReport } from './crash-everywhere.ts';
import { CRASH_SCENARIO_NAMES } from './crash-scenario-names.ts';
import { HAPPENINGS, NEVER_WITHOUT_A_BUG, ROAD_FAULTS, STEP_FAULTS } from './faults.ts';
import { PEOPLE_STEPS } from './people-step-weights.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { runSeeds, startWorker } from './pool.ts';
import type { SeedLine } from './run-job.ts';

const SEEDS = 1_000;

async function run(from: number, count: number, bug?: string): Promise<readonly SeedLine[]> {
  const lines: SeedLine[] = [];
  await runSeeds({ from, count, ...(bug !== undefined && { bug }), onLine: (line) => lines.push(line) });
  return lines.sort((one, other) => one.seed - other.seed);
}

test(`${SEEDS} seeds of the simulated city hold every law, and every fault happens`, async () => {
  const lines = await run(1, SEEDS);
  expect(lines.length).toBe(SEEDS);
  const broken = lines.flatMap(({ seed, violations }) => violations.map(({ law, what }) => ({ seed, law, what })));
  expect(broken, 'npm run simulate -- --seed N tells the story').toEqual([]);
  const happened = new Set(lines.flatMap(({ counts }) => Object.keys(counts)));
  const expected = [ROAD_FAULTS, STEP_FAULTS].flatMap((weights) => Object.keys(weights)).concat(HAPPENINGS);
  const kinds = [...KINDS.keys()].map((kind) => `record: ${kind}`);
  const idle = [...Object.keys(PEOPLE_STEPS), ...kinds].filter((what) => !happened.has(what));
  expect(idle, 'what nobody does, and no kind that nobody writes, is tried').toEqual([]);
  const never = expected.filter((fault) => !happened.has(fault) && !NEVER_WITHOUT_A_BUG.includes(fault));
  expect(never, 'a fault that never fires proves nothing').toEqual([]);
});

test('two runs of a seed have the same trace', async () => {
  const traces = async () => (await run(1, 12)).map(({ trace }) => trace);
  const first = await traces();
  expect(new Set(first).size).toBe(first.length);
  expect(await traces()).toEqual(first);
});

// Each has a thread of its own, so that both cores have work.
test.concurrent.each(CRASH_SCENARIO_NAMES)('a tab that dies at any boundary of %s loses nothing', async (scenario) => {
  const worker = await startWorker();
  const reports: CrashReport[] = [];
  await worker.run({ type: 'crash', scenario }, (message) => message.type === 'crash' && reports.push(message.report));
  await worker.close();
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
  expect(reports[0]?.deaths).toBeGreaterThan(20);
});

test.concurrent.each(PLANTED_BUGS)('the simulation finds it when $name', async ({ name, seed }) => {
  const lines = await run(seed, 1, name);
  expect(lines.flatMap(({ violations }) => violations).length).toBeGreaterThan(0);
});
