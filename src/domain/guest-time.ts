import { addDays } from './calendar.ts';
import type { Event } from './kinds/event.ts';
import type { Instant } from './primitives.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * How long the code of an event lets phones in, and how long what they counted is simply taken. By the clocks of Italian offices:
 *
 * until                                   | a new phone | what a phone sends
 * --------------------------------------- | ----------- | ------------------
 * the event's end and OVERTIME_MINUTES    | comes in    | is taken
 * GRACE_HOURS later                       | is refused  | is taken: it was counted before and had no network
 * after that                              | is refused  | needs a coordinator's yes
 *
 * A coordinator may end the code earlier; its grace begins then. After the event they may make a late code, which lets phones in for
 * LATE_CODE_MINUTES: not to count, but to bring what a phone still holds that a restored server knows no more.
 */
export type GuestStanding = 'open' | 'grace' | 'over';

/** Brooms are put away and hours written down after the last guest has left. */
export const OVERTIME_MINUTES = 60;
/** Home, over a night, to a network. */
const GRACE_HOURS = 48;
/** As long as one stands together with the phones in question. */
const LATE_CODE_MINUTES = 60;
const MINUTE_MS = 60_000;

/** Minute on the office's clock, `2026-11-26T18:30`: two of them compare as text. */
type OfficeMinute = string;

/** Undefined while the event has no day. */
export function guestEnd({ date, endTime }: Partial<Event>): OfficeMinute | undefined {
  if (date === undefined) return undefined;
  return later(endTime === undefined ? `${addDays(date, 1)}T00:00` : `${date}T${endTime}`, OVERTIME_MINUTES);
}

export function guestStanding(
  event: Pick<RecordEnvelope, 'removed' | 'fields'> | undefined,
  endedAt: Instant | undefined,
  now: Instant,
): GuestStanding {
  const fields = (event?.fields ?? {}) as Partial<Event>;
  const planned = guestEnd(fields);
  if (event === undefined || event.removed || fields.state === 'CANC' || planned === undefined) return 'over';
  const at = instantToOfficeMinute(now);
  const ended = endedAt === undefined ? planned : instantToOfficeMinute(endedAt);
  const [end = planned] = [planned, ended].sort();
  if (at < end) return 'open';
  return at < later(end, GRACE_HOURS * 60) ? 'grace' : 'over';
}

type Code = { readonly madeAt: Instant; readonly endedAt: Instant | undefined };

/** Whether a code lets phones in: until the event ends, or for a while after it was made when that was later. */
export function isLettingIn(
  event: Pick<RecordEnvelope, 'removed' | 'fields'> | undefined,
  { madeAt, endedAt }: Code,
  now: Instant,
): boolean {
  if (guestStanding(event, endedAt, now) === 'open') return true;
  if (endedAt !== undefined || !mayOpenLate(event, madeAt) || !mayOpenLate(event, now)) return false;
  return Date.parse(now) < Date.parse(lateCodeEnd(madeAt));
}

export const lateCodeEnd = (madeAt: Instant): Instant =>
  new Date(Date.parse(madeAt) + LATE_CODE_MINUTES * MINUTE_MS).toISOString() as Instant;

/** Whether the event took place and is past, so that only what phones still hold can come. */
export function mayOpenLate(event: Pick<RecordEnvelope, 'removed' | 'fields'> | undefined, now: Instant): boolean {
  const fields = (event?.fields ?? {}) as Partial<Event>;
  const planned = guestEnd(fields);
  const tookPlace = event !== undefined && !event.removed && fields.state !== 'CANC' && planned !== undefined;
  return tookPlace && instantToOfficeMinute(now) >= planned;
}

/** Written as if it were UTC; in the two nights a year when clocks are moved an hour more or less is nobody's loss. */
const later = (minute: OfficeMinute, minutes: number): OfficeMinute =>
  new Date(Date.parse(`${minute}:00Z`) + minutes * MINUTE_MS).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);

// Swedish writes dates as ISO does.
const officeClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'short',
});

export const instantToOfficeMinute = (instant: Instant): OfficeMinute =>
  officeClock.format(new Date(instant)).replace(' ', 'T');
