import type { AgendaEntry } from '../../domain/agenda/agenda-of.ts';
import { addDays, mondayOf } from '../../domain/calendar.ts';
import type { CalendarDate } from '../../domain/primitives.ts';

/** The list's parts in reading order. Pure. */
const GROUPS = ['late', 'today', 'week', 'later'] as const;
export type AgendaGroup = (typeof GROUPS)[number];

/** The entries by when they are due; a part without any is left out. The week ends on Sunday. */
export function groupEntries(
  entries: readonly AgendaEntry[],
  today: CalendarDate,
): { readonly group: AgendaGroup; readonly entries: readonly AgendaEntry[] }[] {
  const sunday = addDays(mondayOf(today), 6);
  const groupOf = ({ due }: AgendaEntry): AgendaGroup =>
    due < today ? 'late' : due === today ? 'today' : due <= sunday ? 'week' : 'later';
  return GROUPS.map((group) => ({ group, entries: entries.filter((entry) => groupOf(entry) === group) })).filter(
    (part) => part.entries.length > 0,
  );
}
