import type { OpenVault } from '../device/open-vault.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import { agendaEntries } from './agenda-entries.ts';
import { officeTimeToDate } from './office-time.ts';

/** Told that much before the hour: time to finish and to get there. */
export const REMINDED_BEFORE_MS = 15 * 60_000;

/** Ids of one's own appointments that begin within the next quarter of an hour. */
export function soonAppointments(vault: OpenVault, today: CalendarDate, now: Instant): string[] {
  const nowMs = Date.parse(now);
  return agendaEntries(vault, 'mine', today, today).flatMap(({ record, due, time }) => {
    if (time === undefined || due !== today) return [];
    const leftMs = officeTimeToDate(due, time).getTime() - nowMs;
    return leftMs > 0 && leftMs <= REMINDED_BEFORE_MS ? [record.id] : [];
  });
}
