import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first: begun last, one of them would run alone while the other worker has nothing left. */
const LONG = [
  'simulation.test.ts',
  'kill-drill.test.ts',
  'accessibility.test.ts',
  'update.test.ts',
  'main-job.test.ts',
];

/** Vitest goes by size where it remembers no durations, as in a clean clone; the longest journey is the shortest file. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/${name}`));
  return place === -1 ? LONG.length : place;
}
