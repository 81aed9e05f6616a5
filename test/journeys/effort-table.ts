// The table of test/README.md: written by the journey that counts, compared by the same journey ever after.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effort } from './count-taps.ts';

const README = join(import.meta.dirname, '../README.md');
const START = '<!-- ten jobs: written by the journey -->\n';
const END = '<!-- end of ten jobs -->';

export type Efforts = ReadonlyMap<string, { readonly finger: Effort; readonly keyboard: Effort }>;

/** TACCUINO_WRITE_TABLES=1 has the counted figures written; otherwise those that are written must be true. */
export function writeTable(efforts: Efforts): void {
  const text = readFileSync(README, 'utf8');
  const [before = '', after = ''] = [text.slice(0, text.indexOf(START)), text.slice(text.indexOf(END))];
  writeFileSync(README, `${before}${START}${tableOf(efforts)}\n${after}`);
}

/** What the table says of taps, next to what was counted, where the two differ. */
export function differences(efforts: Efforts): readonly string[] {
  const text = readFileSync(README, 'utf8');
  return [...efforts].flatMap(([job, { finger }]) => {
    const told = new RegExp(`^${RegExp.escape(job)} \\| (\\d+) \\|`, 'm').exec(text)?.[1];
    return told === `${finger.taps}` ? [] : [`${job}: ${told ?? 'nothing'} is written, ${finger.taps} were counted`];
  });
}

const tableOf = (efforts: Efforts): string =>
  [
    'job | taps | seconds of a machine’s finger | seconds by keyboard alone',
    '--- | --- | --- | ---',
    ...[...efforts].map(
      ([job, { finger, keyboard }]) =>
        `${job} | ${finger.taps} | ${finger.seconds.toFixed(1)} | ${keyboard.seconds.toFixed(1)}`,
    ),
  ].join('\n');
