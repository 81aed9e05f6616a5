import { parseArgs } from 'node:util';
import { CRASH_SCENARIO_NAMES } from './crash-scenario-names.ts';
import { HAPPENINGS, NEVER_WITHOUT_A_BUG, ROAD_FAULTS, STEP_FAULTS } from './faults.ts';
import { PEOPLE_STEPS } from './people-step-weights.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { runSeeds, startWorker } from './pool.ts';
import type { SeedLine } from './run-job.ts';

/** `npm run simulate`: see test/README.md. */
const HELP = `npm run simulate -- [options]

  --seeds N       run so many seeds (1000)
  --from N        begin with this one (1)
  --seed N        run this seed only; when it breaks a law, the shortest trace that still does, as a story
  --trace         with --seed: the whole story of the seed, shortened or not
  --planted       look for every planted bug, within 500 seeds each
  --bug NAME      plant this bug (with --seed, --seeds or --planted)
  --exhaustive    one small scenario at a time, and the tab dies at every boundary of it
  --json          one line of JSON a seed, for other programs
  --help
`;

const SEEDS = 1_000;
/** A planted bug that is not found in so many seeds is a hole in the oracle. */
const PLANTED_SEEDS_MAX = 500;
const PROGRESS_EVERY = 100;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
    bug: { type: 'string' },
    exhaustive: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);

async function simulate(from: number, count: number): Promise<boolean> {
  const startedMs = Date.now();
  const totals = new Map<string, number>();
  const failed: SeedLine[] = [];
  let done = 0;
  let tasks = 0;
  await runSeeds({
    from,
    count,
    ...(values.bug !== undefined && { bug: values.bug }),
    onLine(line) {
      done += 1;
      tasks += line.tasks;
      for (const [what, times] of Object.entries(line.counts)) totals.set(what, (totals.get(what) ?? 0) + times);
      if (line.violations.length > 0) failed.push(line);
      if (values.json) return say(JSON.stringify(line));
      if (line.violations.length > 0) say(`seed ${line.seed}: ${line.violations[0]?.law}: ${line.violations[0]?.what}`);
      if (done % PROGRESS_EVERY === 0)
        say(`${done} of ${count} seeds, ${failed.length} failed, ${rate(done, startedMs)}`);
    },
  });
  if (values.json) return failed.length === 0;
  const expected = [ROAD_FAULTS, STEP_FAULTS, PEOPLE_STEPS]
    .flatMap((weights) => Object.keys(weights))
    .concat(HAPPENINGS)
    .filter((fault) => !NEVER_WITHOUT_A_BUG.includes(fault));
  const never = expected.filter((fault) => !totals.has(fault));
  say('\nwhat happened, and how often');
  for (const [what, times] of [...totals].sort(([, one], [, other]) => other - one))
    say(`${String(times).padStart(9)}  ${what}`);
  if (never.length > 0) say(`\nnever: ${never.join(', ')}`);
  say(`\n${done} seeds, ${failed.length} failed, ${rate(done, startedMs)}, ${Math.round(tasks / done)} tasks a seed`);
  const first = failed.sort((one, other) => one.seed - other.seed)[0];
  if (first !== undefined) await tellSeed(first.seed);
  return failed.length === 0;
}

const rate = (done: number, startedMs: number): string =>
  `${(done / ((Date.now() - startedMs) / 1_000)).toFixed(1)} seeds/s`;

async function tellSeed(seed: number): Promise<boolean> {
  const worker = await startWorker(values.bug);
  let isWell = true;
  await worker.run({ type: 'story', seed, isShrunk: !values.trace }, (message) => {
    if (message.type !== 'story') return;
    const { violations, story, trace, steps } = message.result;
    isWell = violations.length === 0;
    say(`\nseed ${seed}, ${steps.length} steps${values.trace ? '' : ' are enough'}, trace ${trace}\n`);
    if (!isWell || values.trace) say(story.join('\n'));
    for (const { law, what } of violations) say(`\nlaw ${law}: ${what}`);
    if (isWell) say('all laws hold');
  });
  await worker.close();
  return isWell;
}

/** Two bugs at a time, each in a process of its own: at the seed that is known to find it, else from seed 1 until one does. */
async function findPlanted(): Promise<boolean> {
  const count = Number(values.seeds ?? PLANTED_SEEDS_MAX);
  const wanted = PLANTED_BUGS.filter(({ name }) => values.bug === undefined || name === values.bug);
  const left = [...wanted];
  let missed = 0;
  const search = async () => {
    for (let bug = left.shift(); bug !== undefined; bug = left.shift()) {
      const worker = await startWorker(bug.name);
      let found: SeedLine | undefined;
      for (const [from, many] of [
        [bug.seed, 1],
        [Number(values.from), count],
      ] as const) {
        if (found !== undefined) break;
        await worker.run({ type: 'seeds', from, count: many, isFirstOnly: true }, (message) => {
          if (message.type === 'seed' && message.line.violations.length > 0) found = message.line;
        });
      }
      await worker.close();
      if (found === undefined) missed += 1;
      const how =
        found === undefined ? 'NOT FOUND' : `seed ${String(found.seed).padStart(3)}  law ${found.violations[0]?.law}`;
      say(`${bug.name.padEnd(60)} ${how}`);
    }
  };
  await Promise.all([search(), search()]);
  say(`\n${wanted.length} planted, ${wanted.length - missed} found`);
  return missed === 0;
}

async function crashExhaustively(): Promise<boolean> {
  const worker = await startWorker(values.bug);
  let isWell = true;
  for (const scenario of CRASH_SCENARIO_NAMES) {
    await worker.run({ type: 'crash', scenario }, (message) => {
      if (message.type !== 'crash') return;
      const { deaths, violations } = message.report;
      if (violations.length > 0) isWell = false;
      say(`${scenario}: died at ${deaths} places, ${violations.length} laws broken`);
      for (const { at, law, what } of violations.slice(0, 5)) say(`  at ${at}: law ${law}: ${what}`);
    });
  }
  await worker.close();
  return isWell;
}

if (values.help) say(HELP);
else if (values.planted) process.exitCode = (await findPlanted()) ? 0 : 1;
else if (values.exhaustive) process.exitCode = (await crashExhaustively()) ? 0 : 1;
else if (values.seed !== undefined) process.exitCode = (await tellSeed(Number(values.seed))) ? 0 : 1;
else process.exitCode = (await simulate(Number(values.from), Number(values.seeds ?? SEEDS))) ? 0 : 1;
