// What `npm run duplicates` may be told, and the sentences for who told it something else.

import { parseArgs } from 'node:util';

export type DuplicatesOptions = {
  readonly seed: number;
  /** Registered people. */
  readonly people: number;
  /** Queries for each way of writing somebody otherwise. */
  readonly perRow: number;
};

export type AskedFor =
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly sentence: string }
  | { readonly type: 'run'; readonly options: DuplicatesOptions };

export const DEFAULTS: DuplicatesOptions = { seed: 7, people: 2_000, perRow: 200 };

export const HELP = `Usage: npm run duplicates -- [options]

Prints how well likely duplicates are found before somebody is registered twice: precision and recall, overall, for each way
in which a name, an age or a number is written otherwise, and for each threshold, on a labelled set that is made from a seed
(other spellings, scripts, swapped parts, slips, years and estimated ages, forms of numbers; siblings and homonyms to be told
apart). A few seconds.

  --seed n       another set (default ${DEFAULTS.seed})
  --people n     people who are registered (default ${DEFAULTS.people})
  --per-row n    people who come again, for each way (default ${DEFAULTS.perRow})
  --help         this text
`;

const NUMBER_MAX = 100_000;

export function readOptions(words: readonly string[]): AskedFor {
  const parsed = parseWords(words);
  if (typeof parsed === 'string') return { type: 'wrong', sentence: parsed };
  if (parsed.help === true) return { type: 'help' };
  const seed = wholeNumber(parsed.seed, DEFAULTS.seed);
  const people = wholeNumber(parsed.people, DEFAULTS.people);
  const perRow = wholeNumber(parsed['per-row'], DEFAULTS.perRow);
  if (seed === undefined) return wrongNumber('--seed');
  if (people === undefined) return wrongNumber('--people');
  if (perRow === undefined) return wrongNumber('--per-row');
  return { type: 'run', options: { seed, people, perRow } };
}

const wrongNumber = (option: string): AskedFor => ({
  type: 'wrong',
  sentence: `${option} is a whole number from 1 to ${NUMBER_MAX}.`,
});

function wholeNumber(text: string | undefined, byDefault: number): number | undefined {
  if (text === undefined) return byDefault;
  const value = Number(text);
  return /^[0-9]+$/.test(text) && value >= 1 && value <= NUMBER_MAX ? value : undefined;
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        help: { type: 'boolean', short: 'h' },
        seed: { type: 'string' },
        people: { type: 'string' },
        'per-row': { type: 'string' },
      },
    }).values;
  } catch (error) {
    // Node's own sentence names the option; everything else is a bug.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}
