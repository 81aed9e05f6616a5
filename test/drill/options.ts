// What `npm run drill` may be told, and the sentences for who told it something else.

import { parseArgs } from 'node:util';

export const DRILL_NAMES = ['kill', 'cursor'] as const;
export type DrillName = (typeof DRILL_NAMES)[number];

export type DrillOptions = {
  readonly name: DrillName;
  readonly kills: number;
  readonly commits: number;
  readonly seed: number;
};

export type AskedFor =
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly sentence: string }
  | { readonly type: 'run'; readonly options: DrillOptions };

export const HELP = `Usage: npm run drill -- [kill | cursor] [options]

kill      (default) kills the server, its PostgreSQL, one of its connections or the browser at random moments while devices
          write, lets all start again, and compares what every client was told with what is there. Builds the app first if
          a source is newer.
cursor    8 writers and 3 readers on a real PostgreSQL: no reader may miss a commit, see one twice or out of order.

  --kills n      how often (default 1000)
  --commits n    of the cursor drill (default 100000)
  --seed n       whom and when to kill (default: another one each time, printed)
  --help         this text
`;

const NUMBER_MAX = 10_000_000;

export function readOptions(words: readonly string[]): AskedFor {
  const parsed = parseWords(words);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  if (values.help === true) return { type: 'help' };
  const [name = 'kill', ...rest] = positionals;
  if (!isDrillName(name) || rest.length > 0)
    return wrong(`There is no drill ${positionals.join(' ')}. There are: ${DRILL_NAMES.join(', ')}.`);
  const numbers = {
    kills: wholeNumber(values.kills ?? '1000'),
    commits: wholeNumber(values.commits ?? '100000'),
    seed: wholeNumber(values.seed ?? String(1 + (Date.now() % NUMBER_MAX))),
  };
  const { kills, commits, seed } = numbers;
  if (kills === undefined || commits === undefined || seed === undefined) {
    const which = Object.entries(numbers).find(([, value]) => value === undefined)?.[0];
    return wrong(`--${which} is a whole number from 1 to ${NUMBER_MAX}.`);
  }
  return { type: 'run', options: { name, kills, commits, seed } };
}

const wrong = (sentence: string): AskedFor => ({ type: 'wrong', sentence });

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        kills: { type: 'string' },
        commits: { type: 'string' },
        seed: { type: 'string' },
      },
    });
  } catch (error) {
    // Node's own sentence names the option; everything else is a bug.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function wholeNumber(text: string): number | undefined {
  const value = Number(text);
  return /^[0-9]+$/.test(text) && value >= 1 && value <= NUMBER_MAX ? value : undefined;
}

const isDrillName = (name: string): name is DrillName => DRILL_NAMES.some((known) => known === name);
