import { CRASH_SCENARIO_NAMES } from './crash-scenario-names.ts';
import { HAPPENINGS, NEVER_WITHOUT_A_BUG, ROAD_FAULTS, STEP_FAULTS } from './faults.ts';
import { HELP, readOptions, type SimulateOptions } from './options.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { runSeeds, startWorker } from './pool.ts';
import type { SeedLine } from './run-job.ts';

/** `npm run simulate`: see test/README.md. */
const EXIT_USAGE = 64;
const PROGRESS_EVERY = 100;

const asked = readOptions(process.argv.slice(2));

const say = (text: string) => process.stdout.write(`${text}\n`);

async function simulate({ from, seeds: count, bug, isJson }: SimulateOptions): Promise<boolean> {
  const startedMs = Date.now();
  const totals = new Map<string, number>();
  const failed: SeedLine[] = [];
  let done = 0;
  let tasks = 0;
  await runSeeds({
    from,
    count,
    ...(bug !== undefined && { bug }),
    onLine(line) {
      done += 1;
      tasks += line.tasks;
      for (const [what, times] of Object.entries(line.counts)) totals.set(what, (totals.get(what) ?? 0) + times);
      if (line.violations.length > 0) failed.push(line);
      if (isJson) return say(JSON.stringify(line));
      if (line.violations.length > 0) say(`seed ${line.seed}: ${line.violations[0]?.law}: ${line.violations[0]?.what}`);
      if (done % PROGRESS_EVERY === 0)
        say(`${done} of ${count} seeds, ${failed.length} failed, ${rate(done, startedMs)}`);
    },
  });
  if (isJson) return failed.length === 0;
  const expected = [ROAD_FAULTS, STEP_FAULTS]
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
  if (first !== undefined) await tellSeed(first.seed, { bug, isTraced: false });
  return failed.length === 0;
}

const rate = (done: number, startedMs: number): string =>
  `${(done / ((Date.now() - startedMs) / 1_000)).toFixed(1)} seeds/s`;

async function tellSeed(seed: number, { bug, isTraced }: Pick<SimulateOptions, 'bug' | 'isTraced'>): Promise<boolean> {
  const worker = await startWorker(bug);
  let isWell = true;
  await worker.run({ type: 'story', seed, isShrunk: !isTraced }, (message) => {
    if (message.type !== 'story') return;
    const { violations, story, trace, steps } = message.result;
    isWell = violations.length === 0;
    say(`\nseed ${seed}, ${steps.length} steps${isTraced || isWell ? '' : ' are enough'}, trace ${trace}\n`);
    if (!isWell || isTraced) say(story.join('\n'));
    for (const { law, what } of violations) say(`\nlaw ${law}: ${what}`);
    if (isWell) say('all laws hold');
  });
  await worker.close();
  return isWell;
}

/** Two bugs at a time, each in a process of its own: at the seed that is known to find it, else from seed 1 until one does. */
async function findPlanted({ from: first, seeds: count, bug: only }: SimulateOptions): Promise<boolean> {
  const wanted = PLANTED_BUGS.filter(({ name }) => only === undefined || name === only);
  const left = [...wanted];
  let missed = 0;
  const search = async () => {
    for (let bug = left.shift(); bug !== undefined; bug = left.shift()) {
      const worker = await startWorker(bug.name);
      let found: SeedLine | undefined;
      for (const [from, many] of [
        [bug.seed, 1],
        [first, count],
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

async function crashExhaustively({ bug }: SimulateOptions): Promise<boolean> {
  const worker = await startWorker(bug);
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

function run(options: SimulateOptions): Promise<boolean> {
  if (options.isPlanted) return findPlanted(options);
  if (options.isExhaustive) return crashExhaustively(options);
  return options.seed === undefined ? simulate(options) : tellSeed(options.seed, options);
}

if (asked.type === 'help') process.stdout.write(HELP);
else if (asked.type === 'wrong') {
  process.stderr.write(`${asked.sentence}\n\n${HELP}`);
  process.exitCode = EXIT_USAGE;
} else process.exitCode = (await run(asked.options)) ? 0 : 1;
