import type { CaseRecord } from '../../device/open-vault.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { eventFieldsOf } from '../event-records.ts';

/** Events as the list shows them. Pure. */
export const EVENT_FILTERS = ['all', 'today', 'coming', 'past'] as const;
export type EventFilter = (typeof EVENT_FILTERS)[number];

const whenIs = (held: CaseRecord, today: CalendarDate): Exclude<EventFilter, 'all'> => {
  const { date = '' } = eventFieldsOf(held);
  return date === today ? 'today' : date > today ? 'coming' : 'past';
};

/** Today's first, by their hour; then what comes, the soonest first; then what was, the latest first. */
export function eventsIn(filter: EventFilter, events: readonly CaseRecord[], today: CalendarDate): CaseRecord[] {
  const rank = { today: 0, coming: 1, past: 2 } as const;
  return events
    .filter((held) => filter === 'all' || whenIs(held, today) === filter)
    .sort((a, b) => {
      const [whenA, whenB] = [whenIs(a, today), whenIs(b, today)];
      if (whenA !== whenB) return rank[whenA] - rank[whenB];
      const order = momentOf(a) === momentOf(b) ? 0 : momentOf(a) < momentOf(b) ? -1 : 1;
      return whenA === 'past' ? -order : order;
    });
}

const momentOf = (held: CaseRecord): string => {
  const { date = '', startTime = '' } = eventFieldsOf(held);
  return `${date} ${startTime}`;
};
