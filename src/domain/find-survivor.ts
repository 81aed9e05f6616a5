import type { RecordEnvelope } from './record.ts';

/** Longer chains nobody merges by hand; a ring, which no rule lets begin, ends here too. */
const MERGES_MAX = 50;

/**
 * The id under which a record goes on today: that of the last record it was merged into, step by step (A into B, then B into C).
 * What is about A stays written about A and is read as being about C, so that taking a merge back moves nothing. A survivor that was
 * removed later is still the answer: its page says so and gives it back, or parts the records again. The answer may be a record that
 * is not known here.
 *
 * `find` gives a record by its id, if it is known.
 */
export function findSurvivor(find: (id: string) => Pick<RecordEnvelope, 'mergedInto'> | undefined, id: string): string {
  let last = id;
  for (let steps = 0; steps < MERGES_MAX; steps += 1) {
    const next = find(last)?.mergedInto;
    if (next === undefined) return last;
    last = next;
  }
  return last;
}

/** Whether two ids are of one person today, by the records given; an id that none of them has is itself. */
export const isSamePerson = (records: readonly RecordEnvelope[], one: unknown, other: unknown): boolean => {
  const survivorOf = (id: unknown): string =>
    findSurvivor((wanted) => records.find((record) => record.id === wanted), String(id));
  return survivorOf(one) === survivorOf(other);
};
