import { isSamePerson } from '../find-survivor.ts';
import { isTouched } from '../is-touched.ts';
import type { Fields } from '../json-value.ts';
import type { RuleContext } from '../kind-definition.ts';
import type { FieldProblem } from '../refusal.ts';
import type { Placement } from './placement.ts';

/**
 * One placement per person at a time, also for who was merged with somebody. A placement runs from its entry (its referral, while nobody has moved in) to its exit; it is
 * open until then. The day of exit is free: whoever moves out and in on one day has two placements that do not overlap.
 *
 * this            | the other       | overlaps when
 * --------------- | --------------- | -------------
 * open            | open            | always: one open placement per person, whatever the dates
 * open            | exited          | this one starts before the day the other ended; never when it has no date yet
 * exited          | open            | the same, the other way round
 * exited          | exited          | each starts before the day the other ended
 * any             | removed         | never
 */
export function overlapProblems(fields: Placement, context: RuleContext): FieldProblem[] {
  const isRestored = context.record?.removed === true;
  if (!isRestored && !isTouched(context, fields, ['beneficiary', 'referralDate', 'entryDate', 'exitDate'])) return [];
  const period = placementPeriod(fields);
  const other = context.related.find(
    ({ kind, removed, fields: others }) =>
      kind === 'placement' &&
      !removed &&
      isSamePerson(context.related, others.beneficiary, fields.beneficiary) &&
      arePeriodsOverlapping(period, placementPeriod(others)),
  );
  return other === undefined ? [] : [{ field: 'beneficiary', rule: 'PlacementOverlaps', other: other.id }];
}

/** No start: nothing is dated yet. No end: still open. */
export type Period = { readonly start: string | undefined; readonly end: string | undefined };

/** Whether two placements run at one time, as the table above says. */
export const arePeriodsOverlapping = (one: Period, other: Period): boolean =>
  (one.end === undefined && other.end === undefined) ||
  (startsBefore(one.start, other.end) && startsBefore(other.start, one.end));

const startsBefore = (start: string | undefined, end: string | undefined): boolean =>
  end === undefined || (start !== undefined && start < end);

export const placementPeriod = (fields: Fields | Partial<Placement>): Period => ({
  start: dateOf(fields.entryDate) ?? dateOf(fields.referralDate),
  end: dateOf(fields.exitDate),
});

const dateOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
