// What `npm run simulate` may be told, and the sentences for who told it something else.

import { parseArgs } from 'node:util';
import { PLANTED_BUGS } from './planted-bugs.ts';

export type SimulateOptions = {
  readonly from: number;
  readonly seeds: number;
  /** Only this one. */
  readonly seed: number | undefined;
  readonly bug: string | undefined;
  readonly isTraced: boolean;
  readonly isPlanted: boolean;
  readonly isExhaustive: boolean;
  readonly isJson: boolean;
};

export type AskedFor =
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly sentence: string }
  | { readonly type: 'run'; readonly options: SimulateOptions };

const SEEDS = 1_000;
/** A planted bug that is not found in so many seeds is a hole in the oracle. */
const PLANTED_SEEDS_MAX = 500;
const NUMBER_MAX = 100_000_000;

export const HELP = `npm run simulate -- [options]

  --seeds N       run so many seeds (${SEEDS})
  --from N        begin with this one (1)
  --seed N        run this seed only; when it breaks a law, the shortest trace that still does, as a story
  --trace         with --seed: the whole story of the seed, shortened or not
  --planted       look for every planted bug, within ${PLANTED_SEEDS_MAX} seeds each
  --bug NAME      plant this bug (with --seed, --seeds or --planted)
  --exhaustive    one small scenario at a time, and the tab dies at every boundary of it
  --json          one line of JSON a seed, for other programs
  --help
`;

export function readOptions(words: readonly string[]): AskedFor {
  const parsed = parseWords(words);
  if (typeof parsed === 'string') return { type: 'wrong', sentence: parsed };
  if (parsed.help) return { type: 'help' };
  const { bug, planted: isPlanted } = parsed;
  if (bug !== undefined && !PLANTED_BUGS.some(({ name }) => name === bug)) {
    return { type: 'wrong', sentence: `There is no planted bug "${bug}": --planted names them.` };
  }
  const numbers = {
    from: wholeNumber(parsed.from, 1),
    seeds: wholeNumber(parsed.seeds, isPlanted ? PLANTED_SEEDS_MAX : SEEDS),
    seed: wholeNumber(parsed.seed, 1),
  };
  const { from, seeds, seed } = numbers;
  if (from === undefined || seeds === undefined || seed === undefined) {
    const which = Object.entries(numbers).find(([, value]) => value === undefined)?.[0];
    return { type: 'wrong', sentence: `--${which} is a whole number from 1 to ${NUMBER_MAX}.` };
  }
  return {
    type: 'run',
    options: {
      from,
      seeds,
      seed: parsed.seed === undefined ? undefined : seed,
      bug,
      isPlanted,
      isTraced: parsed.trace,
      isExhaustive: parsed.exhaustive,
      isJson: parsed.json,
    },
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        seeds: { type: 'string' },
        from: { type: 'string' },
        seed: { type: 'string' },
        trace: { type: 'boolean', default: false },
        planted: { type: 'boolean', default: false },
        bug: { type: 'string' },
        exhaustive: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    // Node's own sentence names the option; everything else is a bug.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function wholeNumber(text: string | undefined, byDefault: number): number | undefined {
  if (text === undefined) return byDefault;
  const value = Number(text);
  return /^[0-9]+$/.test(text) && value >= 1 && value <= NUMBER_MAX ? value : undefined;
}
