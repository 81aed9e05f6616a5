import { findDuplicates, type LikelyDuplicate } from './find-duplicates.ts';
import type { Fields } from './json-value.ts';
import type { CalendarDate, Id } from './primitives.ts';
import type { PeopleIndex } from './search-people.ts';

/** Two records that may be of one person; `one` was registered first, as its id tells. */
export type Double = Pick<LikelyDuplicate, 'score' | 'reasons'> & { readonly one: Id; readonly other: Id };

/** While one types, half a reason is worth a look; a list to work through asks for more than a name. */
const SCORE_MIN = 0.7;

/**
 * Pairs among `people` and everybody in the index, each pair once however often it is found. For many people it is called with some of
 * them at a time: 10,000 take seconds.
 */
export function findDoubles(
  index: PeopleIndex,
  people: readonly { readonly id: Id; readonly fields: Fields }[],
  today: CalendarDate,
): ReadonlyMap<string, Double> {
  const pairs = people.flatMap(({ id, fields }) =>
    findDuplicates(index, fields, today)
      .filter((likely) => likely.id !== id && likely.score >= SCORE_MIN)
      .map(({ id: otherId, score, reasons }): [string, Double] => {
        const [one, other] = [id, otherId as Id].sort() as [Id, Id];
        return [`${one} ${other}`, { one, other, score, reasons }];
      }),
  );
  return new Map(pairs);
}

export const byScore = (a: Double, b: Double): number => b.score - a.score || (a.one < b.one ? 1 : -1);
