import { OFFICE_TIME_ZONE } from '../i18n/office-date.ts';

/** The moment at which the clocks of Italian offices show `time` on `day`. In the hour that is skipped in March it is one hour off. */
export function officeTimeToDate(day: string, time: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  return new Date(asIfUtc - (wallClockMs(asIfUtc) - asIfUtc));
}

/** What the offices' clocks show at a moment, read as if it were UTC. */
function wallClockMs(at: number): number {
  // Swedish writes dates as ISO does: "2026-11-26 16:30:00".
  return Date.parse(`${wallClock.format(at).replace(' ', 'T')}Z`);
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: OFFICE_TIME_ZONE,
});
