// The report that a run prints: plain text in columns, so that it can be pasted anywhere.

import { SCORE_MIN } from '../../src/domain/find-duplicates.ts';
import { createLabelledSet, OTHERS } from './labelled-set.ts';
import { alarmRateOf, type Proposals, precisionOf, propose, recallOf, SCORES, tally } from './measure.ts';
import type { DuplicatesOptions } from './options.ts';
import { PERTURBATIONS } from './perturbations.ts';

export function reportDuplicates({ seed, people, perRow }: DuplicatesOptions): string {
  const set = createLabelledSet(seed, people, perRow);
  const proposals = propose(set);
  const overall = tally(proposals, SCORE_MIN);
  return [
    `Likely duplicates, seed ${seed}: ${people} people registered, ${overall.known} of them come again written otherwise,`,
    `${overall.queries - overall.known} others come who are not registered. How each is made: test/duplicates/labelled-set.ts`,
    '',
    `overall, from a score of ${SCORE_MIN}: precision ${share(precisionOf(overall))}, recall ${share(recallOf(overall))}`,
    '',
    ...columns([['written otherwise', 'recall', 'precision', ''], ...PERTURBATIONS.map(perturbationRow(proposals))]),
    '',
    ...columns([['not registered', 'named somebody', ''], ...Object.entries(OTHERS).map(otherRow(proposals))]),
    '',
    ...columns([['score from', 'precision', 'recall', 'F1'], ...SCORES.map(scoreRow(proposals))]),
    '',
  ].join('\n');
}

const perturbationRow =
  (proposals: readonly Proposals[]) =>
  ({ name, what }: (typeof PERTURBATIONS)[number]): string[] => {
    const own = tally(ofKind(proposals, name), SCORE_MIN);
    return [name, share(recallOf(own)), share(precisionOf(own)), what];
  };

const otherRow =
  (proposals: readonly Proposals[]) =>
  ([kind, what]: readonly [string, string]): string[] => [
    kind,
    share(alarmRateOf(tally(ofKind(proposals, kind), SCORE_MIN))),
    what,
  ];

const scoreRow =
  (proposals: readonly Proposals[]) =>
  (score: number): string[] => {
    const all = tally(proposals, score);
    const [precision, recall] = [precisionOf(all), recallOf(all)];
    const f1 = (2 * precision * recall) / (precision + recall);
    return [`${score.toFixed(2)}${score === SCORE_MIN ? ' *' : ''}`, share(precision), share(recall), share(f1)];
  };

const ofKind = (proposals: readonly Proposals[], kind: string) => proposals.filter((one) => one.kind === kind);

const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
