// The one table that a run prints: plain text in columns, so that it can be pasted anywhere.

import { type Measured, median, ratioOf } from './figures.ts';

const HEAD = ['measure', 'ours', '(spread)', 'floor', '(spread)', 'ours÷floor', 'target', 'met'];

export function formatTable(measures: readonly Measured[]): string {
  const rows = [HEAD, ...measures.map(measureToRow)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, column, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1), '', ...floorNotes(measures)].join('\n');
}

function measureToRow(measured: Measured): string[] {
  const { what, unit, ours, floor, target } = measured;
  const ratio = ratioOf(measured);
  return [
    what,
    `${figure(median(ours))} ${unit}`,
    spread(ours),
    floor === undefined ? '–' : `${figure(median(floor.values))} ${unit}`,
    floor === undefined ? '' : spread(floor.values),
    floor === undefined ? '–' : ratio.toFixed(2),
    target?.words ?? '–',
    target === undefined ? '' : target.isMet(median(ours), ratio) ? 'yes' : 'NO',
  ];
}

/** What each floor is, once. */
const floorNotes = (measures: readonly Measured[]): string[] =>
  measures.flatMap(({ what, floor }) => (floor === undefined ? [] : [`floor of "${what}": ${floor.what}`]));

const spread = (values: readonly number[]): string => `(${figure(Math.min(...values))}–${figure(Math.max(...values))})`;

/** Three digits that count. */
const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const isText = (column: number): boolean => column === 0 || column === 6;
const pad = (cell: string, column: number, width: number): string =>
  isText(column) ? cell.padEnd(width) : cell.padStart(width);
