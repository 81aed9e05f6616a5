import { findDuplicates, SCORE_MIN } from '../../src/domain/find-duplicates.ts';
import { createPeopleIndex } from '../../src/domain/search-people.ts';
import type { LabelledSet } from './labelled-set.ts';

/**
 * What was proposed and what was true. `right` counts queries whose own record was among the proposals, `missed` those where it was
 * not, `wrong` proposals of somebody else, `alarmed` queries with at least one wrong proposal.
 */
export type Tally = {
  readonly queries: number;
  readonly known: number;
  readonly right: number;
  readonly wrong: number;
  readonly alarmed: number;
};
export type Proposals = {
  readonly kind: string;
  readonly sameAs: string | undefined;
  readonly found: readonly Found[];
};
type Found = { readonly id: string; readonly score: number };

/** Below the rule's own threshold too, so that one sees what another one would do. */
export const SCORES: readonly number[] = [0.35, 0.4, 0.45, SCORE_MIN, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85];
const SET_DAY = '2026-06-30';

export function propose({ registered, queries }: LabelledSet): Proposals[] {
  const index = createPeopleIndex();
  for (const [id, fields] of registered) index.put(id, fields);
  const [lowest = SCORE_MIN] = SCORES;
  return queries.map(({ kind, fields, sameAs }) => ({
    kind,
    sameAs,
    found: findDuplicates(index, fields, SET_DAY, lowest),
  }));
}

export function tally(proposals: readonly Proposals[], scoreMin: number): Tally {
  const sum = { queries: proposals.length, known: 0, right: 0, wrong: 0, alarmed: 0 };
  for (const { sameAs, found } of proposals) {
    const ids = found.filter(({ score }) => score >= scoreMin).map(({ id }) => id);
    const others = ids.filter((id) => id !== sameAs).length;
    sum.known += sameAs === undefined ? 0 : 1;
    sum.right += sameAs !== undefined && ids.includes(sameAs) ? 1 : 0;
    sum.wrong += others;
    sum.alarmed += others > 0 ? 1 : 0;
  }
  return sum;
}

/** Of all that was proposed, the share that was true; NaN when nothing was. */
export const precisionOf = ({ right, wrong }: Tally): number => right / (right + wrong);
/** Of those who were registered, the share that was found. */
export const recallOf = ({ right, known }: Tally): number => right / known;
/** Of all queries, the share in which somebody else was named. */
export const alarmRateOf = ({ alarmed, queries }: Tally): number => alarmed / queries;
