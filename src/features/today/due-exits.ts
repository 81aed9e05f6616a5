import type { CaseRecord } from '../../device/open-vault.ts';
import type { Actor } from '../../domain/actor.ts';
import { addDays } from '../../domain/calendar.ts';
import type { Placement } from '../../domain/kinds/placement.ts';
import type { CalendarDate } from '../../domain/primitives.ts';

const DUE_DAYS_AHEAD = 7;
/** An exit that was expected longer ago than this is no reminder any more, it is a record to correct. */
const OVERDUE_DAYS_MAX = 30;

type DueExit = { readonly held: CaseRecord; readonly on: CalendarDate };

/** Households whose expected exit is near or just past and who have not left, the earliest first: one's own, a coordinator's all. */
export function dueExits(placements: readonly CaseRecord[], actor: Actor, today: CalendarDate): DueExit[] {
  const from = addDays(today, -OVERDUE_DAYS_MAX);
  const to = addDays(today, DUE_DAYS_AHEAD);
  return placements
    .flatMap((held): DueExit[] => {
      const { expectedExitDate: on, exitDate, stage } = held.record.fields as Partial<Placement>;
      const isTheirs = actor.role === 'coordinator' || held.record.createdBy.id === actor.id;
      const hasLeft = exitDate !== undefined || stage === 'USCI' || stage === 'FUP';
      return isTheirs && !hasLeft && on !== undefined && on >= from && on <= to ? [{ held, on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
