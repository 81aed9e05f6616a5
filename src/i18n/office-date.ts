// Apart from the other formats, because it is in the first file of the app.

export const OFFICE_TIME_ZONE = 'Europe/Rome';

/** The calendar date in Europe/Rome at a UTC instant: what "today" is for a visit at half past midnight. */
export function instantToOfficeDate(instant: string): string {
  const parts = officeDate.formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

const officeDate = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: OFFICE_TIME_ZONE,
});
