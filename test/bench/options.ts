// What `npm run bench` may be told, and the sentences for who told it something else.

import { parseArgs } from 'node:util';

export const BENCH_NAMES = ['pull', 'unlock', 'storage', 'save', 'push', 'search', 'server'] as const;
export type BenchName = (typeof BENCH_NAMES)[number];

export type BenchOptions = {
  readonly runs: number;
  readonly records: number;
  readonly names: readonly BenchName[];
};

export type AskedFor =
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly sentence: string }
  | { readonly type: 'run'; readonly options: BenchOptions };

export const HELP = `Usage: npm run bench -- [options]

Prints one table: what this machine does, ours beside the plain floor, both in the same run. The device side runs in
Chromium, as it is ("1×") and with the CPU throttled four times ("tablet"), against a real server on a temporary database.

  --runs n       runs of each measure; their median and spread are shown (default 5)
  --records n    records of the caseload (default 10000)
  --only name    only one of: ${BENCH_NAMES.join(', ')} (may be repeated)
  --help         this text
`;

/** Above this a run takes hours and the sealed caseload no longer is what a device holds. */
const RECORDS_MAX = 100_000;
const RUNS_MAX = 100;

export function readOptions(words: readonly string[]): AskedFor {
  const parsed = parseWords(words);
  if (typeof parsed === 'string') return { type: 'wrong', sentence: parsed };
  if (parsed.help === true) return { type: 'help' };
  const runs = wholeNumber(parsed.runs ?? '5', RUNS_MAX);
  if (runs === undefined) return { type: 'wrong', sentence: `--runs is a whole number from 1 to ${RUNS_MAX}.` };
  const records = wholeNumber(parsed.records ?? '10000', RECORDS_MAX);
  if (records === undefined)
    return { type: 'wrong', sentence: `--records is a whole number from 1 to ${RECORDS_MAX}.` };
  const asked = parsed.only ?? [];
  const unknown = asked.find((name) => !isBenchName(name));
  if (unknown !== undefined) {
    return {
      type: 'wrong',
      sentence: `--only ${unknown}: there is no such measure. There are: ${BENCH_NAMES.join(', ')}.`,
    };
  }
  const names = BENCH_NAMES.filter((name) => asked.length === 0 || asked.includes(name));
  return { type: 'run', options: { runs, records, names } };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        help: { type: 'boolean', short: 'h' },
        runs: { type: 'string' },
        records: { type: 'string' },
        only: { type: 'string', multiple: true },
      },
    }).values;
  } catch (error) {
    // Node's own sentence names the option; everything else is a bug.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function wholeNumber(text: string, max: number): number | undefined {
  const value = Number(text);
  return /^[0-9]+$/.test(text) && value >= 1 && value <= max ? value : undefined;
}

const isBenchName = (name: string): name is BenchName => BENCH_NAMES.some((known) => known === name);
